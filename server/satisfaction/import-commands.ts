// Takes answers in from a table, all rows or none, or those that are right; and takes a whole import back.
import type { Transaction } from 'kysely'
import type { z } from 'zod'
import type { Database } from '../../schema/database.ts'
import type { Engine } from '../core/engine.ts'
import { Refused, refuseField } from '../core/refusal.ts'
import type { Viewer } from '../core/viewer.ts'
import type { Work } from '../core/work.ts'
import type { withdrawImportInput } from './import-inputs.ts'
import { type ImportContext, type ImportFault, type ImportGiven, readRow } from './import-rows.ts'
import { readTable } from './import-table.ts'
import { insertResponses, readAskedItems } from './response-commands.ts'
import { addToRollups, renewWaveRollups } from './rollup-commands.ts'

export type ImportResult = {
  waveId: string
  importId: string | null
  rows: number
  /** Rows that were written: all of them, or none; with `skipFaulty` those that are right. */
  taken: number
  faults: ImportFault[]
  faultCount: number
}

/** So many faults are told one by one. */
const mostTold = 1_000

/**
 * Refuses `notRunning`, unknown columns and items. What is wrong with rows is told line by line, and then nothing is written unless
 * faulty rows are to be skipped. A file too long for one command comes in parts that name the import of the first.
 */
export async function importResponses(
  { trx }: Work,
  engine: Engine,
  viewer: Viewer,
  given: ImportGiven,
): Promise<ImportResult> {
  const wave = await trx
    .selectFrom('survey_wave')
    .where('id', '=', given.waveId)
    .select(['id', 'version_id', 'state', engine.now().as('now')])
    .forShare()
    .executeTakeFirst()
  if (!wave) throw refuseField('waveId', 'unknown')
  if (wave.state !== 'open' && wave.state !== 'closed') throw refuseField('waveId', 'notRunning')
  const table = readTable(given.text)
  if ('fault' in table) {
    return result(given, 0, [{ line: shifted(given, table.line), column: null, code: table.fault, params: {} }])
  }
  const context = await contextOf(trx, given, wave)
  checkColumns(context, table.headings)
  const rows = table.rows.map(({ line, cells }) => readRow(context, { line: shifted(given, line), cells }))
  const faults = rows.flatMap((row) => row.faults)
  const good = rows.filter((row) => row.faults.length === 0)
  if (given.dryRun || (faults.length > 0 && !given.skipFaulty)) return result(given, rows.length, faults)
  const importId = await importOf(trx, viewer, given, wave.now)
  const responses = good.map(({ faults: _, key, ...row }) => ({
    ...row,
    ...{ waveId: wave.id, versionId: wave.version_id, importId, importKey: key },
    source: 'imported' as const,
    storedAt: context.now,
    language: given.language ?? 'en',
    enteredBy: viewer.kind === 'person' ? viewer.id : null,
  }))
  const ids = await insertResponses(trx, [...context.items.values()], responses)
  await addToRollups(trx, ids)
  return { ...result(given, rows.length, faults), importId, taken: good.length }
}

/**
 * Removes the answers of an import with their part of the sums, so that the file can be taken in anew. Refuses `withdrawn`, and
 * `followedUp` where somebody has called a respondent already. Returns the wave.
 */
export async function withdrawImport(
  { trx }: Work,
  engine: Engine,
  viewer: Viewer,
  { id }: z.output<typeof withdrawImportInput>,
): Promise<string> {
  const found = await trx
    .selectFrom('survey_import')
    .where('id', '=', id)
    .select(['wave_id', 'withdrawn_at'])
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw new Refused({ kind: 'notFound' })
  if (found.withdrawn_at) throw refuseField('id', 'withdrawn')
  const ofImport = trx.selectFrom('survey_response').where('import_id', '=', id).select('id')
  const called = await trx
    .selectFrom('survey_follow_up')
    .where('response_id', 'in', ofImport)
    .where('state', '<>', 'open')
    .select('id')
    .limit(1)
    .executeTakeFirst()
  if (called) throw refuseField('id', 'followedUp')
  await trx.deleteFrom('survey_answer').where('response_id', 'in', ofImport).execute()
  await trx.deleteFrom('survey_response').where('import_id', '=', id).execute()
  await renewWaveRollups(trx, found.wave_id)
  await trx
    .updateTable('survey_import')
    .set({ withdrawn_at: engine.now(), withdrawn_by: viewer.kind === 'person' ? viewer.id : null })
    .where('id', '=', id)
    .execute()
  return found.wave_id
}

function result(given: ImportGiven, rows: number, faults: ImportFault[]): ImportResult {
  const { waveId, importId = null } = given
  return { waveId, importId, rows, taken: 0, faults: faults.slice(0, mostTold), faultCount: faults.length }
}

/** Line of the file, of which the text may be a later part with the headings before it. */
function shifted({ firstLine }: ImportGiven, line: number): number {
  return line <= 1 ? line : line + (firstLine ?? 2) - 2
}

async function importOf(trx: Transaction<Database>, viewer: Viewer, given: ImportGiven, at: Date): Promise<string> {
  if (given.importId) {
    const begun = await trx
      .selectFrom('survey_import')
      .where('id', '=', given.importId)
      .where('wave_id', '=', given.waveId)
      .where('withdrawn_at', 'is', null)
      .select('id')
      .forShare()
      .executeTakeFirst()
    if (!begun) throw refuseField('importId', 'unknown')
    return begun.id
  }
  const { id } = await trx
    .insertInto('survey_import')
    .values({
      wave_id: given.waveId,
      file_name: given.fileName?.trim() || '–',
      created_by: viewer.kind === 'person' ? viewer.id : null,
      created_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

async function contextOf(
  trx: Transaction<Database>,
  given: ImportGiven,
  wave: { id: string; version_id: string; now: Date },
): Promise<ImportContext> {
  const items = await readAskedItems(trx, wave.version_id)
  const regions = await trx.selectFrom('region').select(['code', 'id']).execute()
  const accounts = given.accountColumn
    ? await trx
        .selectFrom('account')
        .select(['number', 'id', 'region_id as regionId', 'consumer_type as consumerType'])
        .execute()
    : []
  const known = await trx
    .selectFrom('survey_response')
    .where('wave_id', '=', wave.id)
    .where('import_key', 'is not', null)
    .select('import_key')
    .execute()
  return {
    given,
    items: new Map(items.map((item) => [item.code, item])),
    regions: new Map([
      ...regions.map(({ code, id }): [string, string] => [code, id]),
      ...(given.regionValues ?? []).map(({ value, regionId }): [string, string] => [value, regionId]),
    ]),
    accounts: new Map(accounts.map(({ number, ...account }) => [number, account])),
    known: new Set(known.map(({ import_key }) => import_key ?? '')),
    now: wave.now,
  }
}

function checkColumns({ given, items }: ImportContext, headings: readonly string[]): void {
  for (const [index, { column, item }] of given.items.entries()) {
    if (!headings.includes(column)) throw refuseField(`items.${index}.column`, 'unknownColumn', { column })
    if (!items.has(item)) throw refuseField(`items.${index}.item`, 'unknownItem')
  }
  const { regionColumn, typeColumn, accountColumn, kilotonnesColumn, keyColumn, dateColumn } = given
  const named = { regionColumn, typeColumn, accountColumn, kilotonnesColumn, keyColumn, dateColumn }
  for (const [field, column] of Object.entries(named)) {
    if (column && !headings.includes(column)) throw refuseField(field, 'unknownColumn', { column })
  }
  if (!regionColumn && !accountColumn && !given.regionId) throw refuseField('regionColumn', 'required')
  if (!typeColumn && !accountColumn && !given.consumerType) throw refuseField('typeColumn', 'required')
}
