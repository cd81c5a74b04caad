// A process that fires due clocks as the server does; it stands by until it is told to go. Argument: how to reach the database.
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import type { RoleConnection } from '../../server/core/connection.ts'
import { startDaemons } from '../../server/daemons.ts'
import { engineOn } from '../../server/open-engine.ts'

const tell = (error: Error) => process.stderr.write(`${error.message}\n`)
const { engine } = await engineOn(JSON.parse(process.argv[2] ?? '') as RoleConnection, 3, tell)
process.stdout.write('ready\n')
await once(process.stdin, 'data')
await startDaemons(
  engine,
  { dataDirectory: tmpdir() },
  { error: (said: unknown) => tell(new Error(JSON.stringify(said))) },
)
