// Starts the server. What was compiled at the last start is kept in the data directory: that halves the time to the first answer.
import module from 'node:module'
import { join } from 'node:path'

module.enableCompileCache(join(process.env.DATA_DIRECTORY?.trim() || '.data', 'compiled'))
const { startServer } = await import('./start-server.ts')
await startServer()
