// Writes of working calendars, deadline policies and the approval matrix.
import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { z } from 'zod'
import type { Database } from '../../schema/database.ts'
import { shiftClocks } from '../core/calendar-shift.ts'
import { Refused, refuseField } from '../core/refusal.ts'
import type { Work } from '../core/work.ts'
import { compareDecimals } from '../workflows/decimal.ts'
import type {
  removeCalendarDayInput,
  setApprovalBandsInput,
  setCalendarDayInput,
  setDeadlinePolicyInput,
} from './inputs.ts'

/**
 * A working day needs working time: its own, or that of its weekday. Running clocks move in the same transaction.
 * Refuses a day that has passed in the calendar's zone unless it is said that it is meant.
 */
export async function setCalendarDay(
  work: Work,
  input: z.output<typeof setCalendarDayInput>,
  now: RawBuilder<Date>,
): Promise<void> {
  const { trx } = work
  const { calendarId, day, kind, name } = input
  const windows = input.windows ?? null
  await newCalendarVersion(trx, calendarId)
  if (!input.evenPassed && (await hasPassed(trx, calendarId, day, now))) throw refuseField('day', 'dayPassed')
  if (kind === 'holiday' && windows !== null) throw refuseField('windows', 'notAllowedHere')
  if (kind === 'working') await checkWindows(trx, calendarId, day, windows)
  const values = { calendar_id: calendarId, day, kind, name, windows: windows && JSON.stringify(windows) }
  await trx
    .insertInto('calendar_day')
    .values(values)
    .onConflict((conflict) => conflict.columns(['calendar_id', 'day']).doUpdateSet(values))
    .execute()
  await shiftNow(work, calendarId, now)
}

export async function removeCalendarDay(
  work: Work,
  { calendarId, day }: z.output<typeof removeCalendarDayInput>,
  now: RawBuilder<Date>,
): Promise<void> {
  const { trx } = work
  await newCalendarVersion(trx, calendarId)
  const removed = await trx
    .deleteFrom('calendar_day')
    .where('calendar_id', '=', calendarId)
    .where('day', '=', day)
    .returning('day')
    .executeTakeFirst()
  if (!removed) throw new Refused({ kind: 'notFound' })
  await shiftNow(work, calendarId, now)
}

/** A new version; clocks that run keep theirs. Who hears of it is taken over from the version before, or the general policy. */
export async function setDeadlinePolicy(
  { trx }: Work,
  input: z.output<typeof setDeadlinePolicyInput>,
): Promise<string> {
  const severity = input.severity ?? null
  const variant = input.settlementKind ?? null
  if (variant !== null && input.clock !== 'settlement') throw refuseField('settlementKind', 'notAllowedHere')
  const versions = await trx
    .selectFrom('deadline_policy')
    .selectAll()
    .where('clock', '=', input.clock)
    .orderBy('version', 'desc')
    .forUpdate()
    .execute()
  const before = versions.find((policy) => policy.severity === severity && policy.variant === variant)
  const general =
    before ?? versions.find((policy) => policy.severity === null && policy.variant === null) ?? versions[0]
  if (!general) throw refuseField('clock', 'unknown')
  const { id } = await trx
    .insertInto('deadline_policy')
    .values({
      clock: input.clock,
      severity,
      variant,
      version: (before?.version ?? 0) + 1,
      amount: input.amount,
      unit: input.unit,
      warn_at: input.warnAt,
      remind_after_days: input.remindAfterDays,
      warn_to: general.warn_to,
      breach_to: general.breach_to,
      repeats: general.repeats,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** A new version of the whole matrix, which is returned. Bands rise, and the last has no limit. */
export async function setApprovalBands(
  { trx }: Work,
  { bands }: z.output<typeof setApprovalBandsInput>,
): Promise<number> {
  if (bands.length === 0) throw refuseField('bands', 'required')
  bands.forEach(({ upTo, steps }, index) => {
    const at = `bands.${index}`
    const isLast = index === bands.length - 1
    const below = bands[index - 1]?.upTo ?? '0'
    if (isLast && upTo != null) throw refuseField(`${at}.upTo`, 'notAllowedHere')
    if (!isLast && upTo == null) throw refuseField(`${at}.upTo`, 'required')
    if (upTo != null && compareDecimals(upTo, below) <= 0) throw refuseField(`${at}.upTo`, 'reversed')
    steps.forEach(({ of }, step) => {
      if (of.length === 0) throw refuseField(`${at}.steps.${step}.of`, 'required')
    })
  })
  await trx.selectFrom('approval_band').select('id').orderBy('id').forUpdate().execute()
  const { version } = await trx
    .selectFrom('approval_band')
    .select((eb) => eb.fn.coalesce(eb.fn.max('version'), eb.lit(0)).as('version'))
    .executeTakeFirstOrThrow()
  const rows = bands.map(({ upTo, steps }, index) => ({
    version: version + 1,
    band: index + 1,
    up_to: upTo ?? null,
    steps: JSON.stringify(steps),
  }))
  await trx.insertInto('approval_band').values(rows).execute()
  return version + 1
}

async function shiftNow(work: Work, calendarId: string, now: RawBuilder<Date>): Promise<void> {
  const { at } = await work.trx
    .selectFrom('calendar')
    .where('id', '=', calendarId)
    .select(now.as('at'))
    .executeTakeFirstOrThrow()
  await shiftClocks(work, calendarId, at)
}

async function hasPassed(
  trx: Transaction<Database>,
  calendarId: string,
  day: string,
  now: RawBuilder<Date>,
): Promise<boolean> {
  const { passed } = await trx
    .selectFrom('calendar')
    .where('id', '=', calendarId)
    .select(sql<boolean>`${day}::date < (${now} at time zone time_zone)::date`.as('passed'))
    .executeTakeFirstOrThrow()
  return passed
}

async function newCalendarVersion(trx: Transaction<Database>, calendarId: string): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('calendar')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', calendarId)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw refuseField('calendarId', 'unknown')
}

type Windows = { from: string; to: string }[] | null

async function checkWindows(
  trx: Transaction<Database>,
  calendarId: string,
  day: string,
  windows: Windows,
): Promise<void> {
  if (windows === null) {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7
    const week = await trx
      .selectFrom('calendar_window')
      .select('weekday')
      .where('calendar_id', '=', calendarId)
      .where('weekday', '=', weekday)
      .executeTakeFirst()
    if (!week) throw refuseField('windows', 'required')
    return
  }
  if (windows.length === 0) throw refuseField('windows', 'required')
  const sorted = windows.map((window, index) => ({ ...window, index })).sort((a, b) => (a.from < b.from ? -1 : 1))
  sorted.forEach(({ from, to, index }, place) => {
    if (from >= to) throw refuseField(`windows.${index}.to`, 'reversed')
    const before = sorted[place - 1]
    if (before && before.to > from) throw refuseField(`windows.${index}.from`, 'notAllowedHere')
  })
}
