// Asks for an export, and takes it through its states; the file itself is written by a job.
import { sql } from 'kysely'
import type { z } from 'zod'
import type { JsonObject } from '../../schema/json.ts'
import type { ExportFault, ExportPage } from '../../schema/list-views.ts'
import type { LabelLanguage } from '../../schema/vocabulary.ts'
import type { Engine } from '../core/engine.ts'
import { Refused, refuseField } from '../core/refusal.ts'
import type { Viewer } from '../core/viewer.ts'
import type { Work } from '../core/work.ts'
import { type exportListInput, knownView } from './list-inputs.ts'

/** One person has no more under way at a time. */
const mostUnderWay = 5
/** Hours until a file is thrown away. */
const keptHours = 24

export async function exportList(
  { jobs, now }: Pick<Engine, 'jobs' | 'now'>,
  { trx }: Work,
  viewer: Viewer,
  language: LabelLanguage,
  input: z.output<typeof exportListInput>,
): Promise<{ id: string }> {
  if (viewer.kind !== 'person') throw new Refused({ kind: 'notAllowed' })
  if (input.page === 'board') throw refuseField('page', 'notAllowedHere')
  const view = knownView(input.page, input.view)
  if (view === null) throw refuseField('view', 'invalid')
  const { count } = await trx
    .selectFrom('list_export')
    .where('person_id', '=', viewer.id)
    .where('state', 'in', ['queued', 'running'])
    .where('expires_at', '>', now())
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  if (Number(count) >= mostUnderWay) throw refuseField(null, 'tooMany', { max: mostUnderWay })
  const made = await trx
    .insertInto('list_export')
    .values({
      person_id: viewer.id,
      page: input.page,
      view,
      format: input.format,
      mark: input.mark ?? false,
      language: input.language ?? language,
      asked_at: now(),
      expires_at: sql<Date>`${now()} + ${keptHours} * interval '1 hour'`,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await jobs.send(trx, 'export', { exportId: made.id })
  return made
}

export interface AskedExport {
  id: string
  personId: string
  page: ExportPage
  view: JsonObject
  format: 'csv' | 'xlsx'
  mark: boolean
  language: LabelLanguage
}

/** Takes an export that is not written yet; null where it is, or has expired. */
export async function takeExport({ db, now }: Engine, id: string): Promise<AskedExport | null> {
  const row = await db
    .updateTable('list_export')
    .set({ state: 'running', rows_done: 0 })
    .where('id', '=', id)
    .where('state', 'in', ['queued', 'running'])
    .where('expires_at', '>', now())
    .returning(['id', 'person_id as personId', 'page', 'view', 'format', 'mark', 'language'])
    .executeTakeFirst()
  return row ?? null
}

export async function tellExportRows({ db }: Engine, id: string, rows: { total?: number; done?: number }) {
  await db
    .updateTable('list_export')
    .set({
      ...(rows.total !== undefined && { rows_total: rows.total }),
      ...(rows.done !== undefined && { rows_done: rows.done }),
    })
    .where('id', '=', id)
    .execute()
}

export async function endExport({ db, now }: Engine, id: string, end: { bytes: number } | { fault: ExportFault }) {
  await db
    .updateTable('list_export')
    .set({
      ended_at: now(),
      ...('fault' in end ? { state: 'failed', fault: end.fault } : { state: 'ready', bytes: end.bytes }),
    })
    .where('id', '=', id)
    .execute()
}

/** Forgets exports past their time; returns the ids, whose files go too. */
export async function forgetExports({ db, now }: Engine): Promise<string[]> {
  const rows = await db.deleteFrom('list_export').where('expires_at', '<=', now()).returning('id').execute()
  return rows.map(({ id }) => id)
}
