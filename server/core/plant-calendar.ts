// The plant's calendar as the database holds it, worked out once per version.
import type { Kysely, Selectable } from 'kysely'
import type { Database } from '../../schema/database.ts'
import { createCalendar, type WorkingCalendar } from './calendar.ts'
import { onceIn } from './once-in.ts'

export interface PlantCalendar {
  id: string
  working: WorkingCalendar
}

/** The calendar that counts unless another is named. */
export const plantCode = 'plant'

const known = new Map<string, WorkingCalendar>()
const knownAtMost = 50

type By = { code: string } | { id: string }

/** Reads the version, once in a transaction, and when it is a new one the windows and own days. */
export function plantCalendar(db: Kysely<Database>, by: By = { code: plantCode }): Promise<PlantCalendar> {
  return onceIn(db, `calendar ${JSON.stringify(by)}`, () => read(db, by))
}

async function read(db: Kysely<Database>, by: By): Promise<PlantCalendar> {
  const row = await db
    .selectFrom('calendar')
    .selectAll()
    .where((eb) => ('id' in by ? eb('id', '=', by.id) : eb('code', '=', by.code)))
    .executeTakeFirstOrThrow()
  const version = `${row.id} ${row.version}`
  const ready = known.get(version)
  if (ready) return { id: row.id, working: ready }
  const working = await workedOut(db, row, null)
  if (known.size >= knownAtMost) known.clear()
  known.set(version, working)
  return { id: row.id, working }
}

/** An own day as it would be; without a kind it is an ordinary one again. */
export interface ChangedDay {
  day: string
  kind: 'holiday' | 'working' | null
  name: string
}

/** The calendar as this transaction sees it, with one day changed where one is given: not kept, since it may never be. */
export async function unkeptCalendar(
  db: Kysely<Database>,
  by: By,
  changed: ChangedDay | null = null,
): Promise<PlantCalendar> {
  const row = await db
    .selectFrom('calendar')
    .selectAll()
    .where((eb) => ('id' in by ? eb('id', '=', by.id) : eb('code', '=', by.code)))
    .executeTakeFirstOrThrow()
  return { id: row.id, working: await workedOut(db, row, changed) }
}

async function workedOut(
  db: Kysely<Database>,
  row: Selectable<Database['calendar']>,
  changed: ChangedDay | null,
): Promise<WorkingCalendar> {
  const windows = await db
    .selectFrom('calendar_window')
    .selectAll()
    .where('calendar_id', '=', row.id)
    .orderBy('weekday')
    .orderBy('from_time')
    .execute()
  const days = await db
    .selectFrom('calendar_day')
    .selectAll()
    .where('calendar_id', '=', row.id)
    .orderBy('day')
    .execute()
  const own = days.map(({ day, kind, name, windows }) => ({ date: day, kind, name, ...(windows ? { windows } : {}) }))
  return createCalendar({
    timeZone: row.time_zone,
    country: row.country,
    minutesPerDay: row.minutes_per_day,
    windows: windows.map((window) => ({ weekday: window.weekday, from: window.from_time, to: window.to_time })),
    ownDays: changed
      ? [
          ...own.filter(({ date }) => date !== changed.day),
          ...(changed.kind ? [{ date: changed.day, kind: changed.kind, name: changed.name }] : []),
        ]
      : own,
  })
}
