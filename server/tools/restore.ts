// `npm run restore -- file`: reads a backup into an empty configured database.
import { resolve } from 'node:path'
import type { Kysely } from 'kysely'
import type { Database } from '../../schema/database.ts'
import { attachmentPlaces } from '../cases/attachment-places.ts'
import { readConfiguration } from '../core/configuration.ts'
import { openDatabase } from '../core/database.ts'
import { provideDatabase } from '../core/database-source.ts'
import { openJobs } from '../core/jobs.ts'
import { installSchema } from '../open-engine.ts'
import { CannotRestore, load } from './backup/load.ts'

const [file] = process.argv.slice(2)
if (!file) {
  process.stderr.write('Say which backup: npm run restore -- backup-2026-01-31.jsonl.gz\n')
  process.exit(1)
}
const report = (error: Error) => process.stderr.write(`${error.message}\n`)
const configuration = readConfiguration(process.env)
const source = await provideDatabase({ ...configuration, attach: true })
const db = openDatabase({ connection: source.owner, poolSize: 1, statementTimeoutMs: 0 })
try {
  await installSchema(source.owner, source.appRole, report)
  const { counts, files } = await load(db, resolve(file), attachmentPlaces(configuration).blobs)
  await queueLetters(db)
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const tables = Object.keys(counts).length
  process.stdout.write(`${rows} rows of ${tables} tables and ${files} files restored; people sign in anew\n`)
} catch (error) {
  if (!(error instanceof CannotRestore)) throw error
  report(error)
  process.exitCode = 1
} finally {
  await db.destroy()
  await source.stop()
}

/** Queues are no part of a backup: what was not sent is queued anew; sending looks whether it was sent. */
async function queueLetters(db: Kysely<Database>): Promise<void> {
  const jobs = await openJobs(source.app, report)
  await db.transaction().execute(async (trx) => {
    const letters = await trx.selectFrom('letter').where('sent_at', 'is', null).select('id').execute()
    for (const { id } of letters) await jobs.send(trx, 'letter', { letterId: id })
  })
  await jobs.stop()
}
