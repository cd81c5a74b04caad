/** PostgreSQL programs that the tests' server account can reach: the installed ones, or a copy where the project's folder is closed to it. */
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { closedFolder, postgresAccount } from '../server/core/postgres-account.ts'
import { shippedPostgres } from '../server/core/postgres-binaries.ts'

export async function reachablePrograms(folder: string): Promise<string> {
  const native = shippedPostgres()
  const account = await postgresAccount(join(folder, 'none'))
  if ((await closedFolder(join(native, 'bin'), account)) === undefined) return native
  const copy = join(folder, 'native')
  await cp(native, copy, { recursive: true, verbatimSymlinks: true })
  return copy
}
