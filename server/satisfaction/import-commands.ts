// Takes answers in from a table: every row is judged first, then all are written or none.
import type { Transaction } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { Engine } from '../core/engine.ts'
import { refuseField } from '../core/refusal.ts'
import type { Viewer } from '../core/viewer.ts'
import type { Work } from '../core/work.ts'
import { type ImportContext, type ImportFault, type ImportGiven, readRow } from './import-rows.ts'
import { readTable } from './import-table.ts'
import { readAskedItems, writeResponse } from './response-commands.ts'

export type ImportResult = {
  waveId: string
  rows: number
  /** Rows that were written: all of them, or none. */
  taken: number
  faults: ImportFault[]
  faultCount: number
}

/** So many faults are told one by one. */
const mostTold = 100

/** Refuses `notRunning`, unknown columns and items; what is wrong with rows is told line by line, and then nothing is written. */
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
  if ('fault' in table) return result(wave.id, 0, [{ line: table.line, column: null, code: table.fault, params: {} }])
  const context = await contextOf(trx, given, wave)
  checkColumns(context, table.headings)
  const rows = table.rows.map((row) => readRow(context, row))
  const faults = rows.flatMap((row) => row.faults)
  if (faults.length > 0 || given.dryRun) return result(wave.id, rows.length, faults)
  for (const { faults: _, key, ...row } of rows) {
    await writeResponse(trx, {
      ...row,
      waveId: wave.id,
      versionId: wave.version_id,
      importKey: key,
      source: 'imported',
      language: given.language ?? 'en',
      enteredBy: viewer.kind === 'person' ? viewer.id : null,
    })
  }
  return { ...result(wave.id, rows.length, []), taken: rows.length }
}

function result(waveId: string, rows: number, faults: ImportFault[]): ImportResult {
  return { waveId, rows, taken: 0, faults: faults.slice(0, mostTold), faultCount: faults.length }
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
