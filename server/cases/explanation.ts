// Why a deadline is due when it is, from its row and the calendar it runs in.
import type { LabelLanguage } from '../../schema/vocabulary.ts'
import { asPause } from '../core/deadline-schedule.ts'
import type { Engine } from '../core/engine.ts'
import { type DueExplanation, explainDue } from '../core/explain.ts'
import { plantCalendar } from '../core/plant-calendar.ts'
import type { RowOf } from '../core/selection.ts'

export interface Explained extends DueExplanation {
  notAfter: Date | null
  policyVersion: number
}

export async function explainDeadline(
  { db, now }: Engine,
  row: RowOf<'deadline'>,
  language: LabelLanguage,
): Promise<Explained> {
  const { working } = await plantCalendar(db, { id: row.calendar_id })
  const { version, at } = await db
    .selectFrom('deadline_policy')
    .where('id', '=', row.policy_id)
    .select(['version', now().as('at')])
    .executeTakeFirstOrThrow()
  const amount = { value: Number(row.amount), unit: row.unit }
  const explanation = explainDue(
    working,
    row.started_at,
    amount,
    row.pauses.map(asPause),
    row.stopped_at ?? at,
    language,
  )
  return { ...explanation, notAfter: row.not_after, policyVersion: version }
}
