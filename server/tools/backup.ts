// `npm run backup -- file`: writes a backup of the configured database while it works; needs no PostgreSQL tools.
import { resolve } from 'node:path'
import { readConfiguration } from '../core/configuration.ts'
import { openDatabase } from '../core/database.ts'
import { provideDatabase } from '../core/database-source.ts'
import { dump } from './backup/dump.ts'

const path = resolve(process.argv[2] ?? `backup-${new Date().toISOString().slice(0, 10)}.jsonl.gz`)
const source = await provideDatabase({ ...readConfiguration(process.env), attach: true })
const db = openDatabase({ connection: source.owner, poolSize: 1, statementTimeoutMs: 0 })
try {
  const counts = await dump(db, path)
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0)
  process.stdout.write(
    `${path}: ${rows} rows of ${Object.keys(counts).length} tables; sessions and links for customers are not in it\n`,
  )
} finally {
  await db.destroy()
  await source.stop()
}
