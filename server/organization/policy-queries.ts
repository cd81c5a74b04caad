// Reads of calendars, deadline policies, approval bands and exchange rates.
import type { GraphQLResolveInfo } from 'graphql'
import { type SqlBool, sql } from 'kysely'
import { type RowOf, readList } from '../core/selection.ts'
import type { Reader } from '../core/selection-plans.ts'
import { list, type Shape, shape } from '../core/selection-shape.ts'

export const calendarShape: Shape<'calendar'> = shape('Calendar', 'calendar', {
  fields: {
    code: 'code',
    name: 'name',
    timeZone: 'time_zone',
    country: 'country',
    minutesPerDay: 'minutes_per_day',
    version: 'version',
    windows: list(() => calendarWindowShape, 'calendar_id', {
      order: { columns: ['weekday', 'from_time'], direction: 'asc' },
    }),
    days: list(() => calendarDayShape, 'calendar_id', { order: { columns: ['day'], direction: 'asc' }, limit: 2_000 }),
  },
})

const calendarWindowShape: Shape<'calendar_window'> = shape('CalendarWindow', 'calendar_window', {
  key: 'calendar_id',
  fields: { weekday: 'weekday', from: 'from_time', to: 'to_time' },
})

const calendarDayShape: Shape<'calendar_day'> = shape('CalendarDay', 'calendar_day', {
  key: 'calendar_id',
  fields: { day: 'day', kind: 'kind', name: 'name', windows: 'windows' },
})

export const deadlinePolicyShape: Shape<'deadline_policy'> = shape('DeadlinePolicy', 'deadline_policy', {
  fields: {
    clock: 'clock',
    clockLabel: 'clock',
    severity: 'severity',
    settlementKind: 'variant',
    version: 'version',
    amount: 'amount',
    unit: 'unit',
    warnAt: 'warn_at',
    remindAfterDays: 'remind_after_days',
    warnTo: 'warn_to',
    breachTo: 'breach_to',
    repeats: 'repeats',
    validFrom: 'valid_from',
  },
})

export const approvalBandShape: Shape<'approval_band'> = shape('ApprovalBand', 'approval_band', {
  fields: { version: 'version', band: 'band', upTo: 'up_to', steps: 'steps' },
})

export const exchangeRateShape: Shape<'exchange_rate'> = shape('ExchangeRate', 'exchange_rate', {
  key: 'currency',
  fields: { currency: 'currency', day: 'day', usdPerUnit: 'usd_per_unit' },
})

export function readCalendars(reader: Reader, info: GraphQLResolveInfo): Promise<RowOf<'calendar'>[]> {
  return readList(reader, info, calendarShape, {
    where: sql<SqlBool>`true`,
    order: { columns: ['code'], direction: 'asc' },
  })
}

/** The policies in force, or with `past` all versions. */
export function readDeadlinePolicies(
  reader: Reader,
  info: GraphQLResolveInfo,
  past: boolean,
): Promise<RowOf<'deadline_policy'>[]> {
  const newest = sql<SqlBool>`deadline_policy.version = (select max(p.version) from deadline_policy p
    where p.clock = deadline_policy.clock and p.severity is not distinct from deadline_policy.severity
      and p.variant is not distinct from deadline_policy.variant)`
  return readList(reader, info, deadlinePolicyShape, {
    where: past ? sql<SqlBool>`true` : newest,
    order: { columns: ['clock', 'severity', 'variant', 'version'], direction: 'asc' },
  })
}

/** The bands in force, lowest first. */
export function readApprovalBands(reader: Reader, info: GraphQLResolveInfo): Promise<RowOf<'approval_band'>[]> {
  return readList(reader, info, approvalBandShape, {
    where: sql<SqlBool>`approval_band.version = (select max(version) from approval_band)`,
    order: { columns: ['band'], direction: 'asc' },
  })
}

/** The newest rate of each currency on a day (today where none is named). */
export function readExchangeRates(
  reader: Reader,
  info: GraphQLResolveInfo,
  day: string | null,
): Promise<RowOf<'exchange_rate'>[]> {
  const until = day === null ? sql`(${reader.engine.now()})::date` : sql`${day}::date`
  return readList(reader, info, exchangeRateShape, {
    where: sql<SqlBool>`exchange_rate.day = (select max(r.day) from exchange_rate r
      where r.currency = exchange_rate.currency and r.day <= ${until})`,
    order: { columns: ['currency'], direction: 'asc' },
  })
}
