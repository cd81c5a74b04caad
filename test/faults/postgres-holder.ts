/** A process that runs PostgreSQL on a folder until it is killed: argument 1 the folder, 2 the programs, 3 `attach` to share. */
import { startPostgres } from '../../server/core/postgres.ts'

const [, , directory = '', native = '', mode] = process.argv
try {
  const server = await startPostgres({ directory, native, attach: mode === 'attach' })
  process.on('SIGTERM', () => void server.stop().then(() => process.exit(0)))
  console.log(server.attached ? 'attached' : 'started')
  setInterval(() => undefined, 60_000)
} catch (error) {
  console.log(error instanceof Error ? `${error.name}: ${error.message}` : error)
  process.exit(1)
}
