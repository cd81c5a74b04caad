// `npm run backup -- file`: writes a backup of the configured database and the files of its cases while it works; needs no PostgreSQL tools.
import { resolve } from 'node:path'
import { attachmentPlaces } from '../cases/attachment-places.ts'
import { readConfiguration } from '../core/configuration.ts'
import { openDatabase } from '../core/database.ts'
import { provideDatabase } from '../core/database-source.ts'
import { dump } from './backup/dump.ts'

const path = resolve(process.argv[2] ?? `backup-${new Date().toISOString().slice(0, 10)}.jsonl.gz`)
const configuration = readConfiguration(process.env)
const source = await provideDatabase({ ...configuration, attach: true })
const db = openDatabase({ connection: source.owner, poolSize: 1, statementTimeoutMs: 0 })
const tell = (text: string) => process.stdout.write(`${text}\n`)
try {
  const { counts, files, bytes, leftOut } = await dump(
    db,
    path,
    configuration.s3 ? null : attachmentPlaces(configuration).blobs,
  )
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0)
  tell(`${path}: ${rows} rows of ${Object.keys(counts).length} tables; sessions and links for customers are not in it`)
  if (configuration.s3)
    tell(`files of cases are not in it: ${counts.attachment ?? 0} lie in the bucket ${configuration.s3.bucket}`)
  else tell(`${files} files of cases are in it, ${(bytes / 1_048_576).toFixed(1)} MiB, small pictures among them`)
  if (leftOut.length > 0) {
    process.stderr.write(
      `left out, since they are missing or not what was kept:\n${leftOut.map((key) => `  ${key}\n`).join('')}`,
    )
    process.exitCode = 1
  }
} finally {
  await db.destroy()
  await source.stop()
}
