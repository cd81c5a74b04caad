// Visits with a date as calendars take them.
import { createHash } from 'node:crypto'
import { type Expression, type Kysely, type SqlBool, sql } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { VisitState } from '../../schema/visit-vocabulary.ts'
import type { Engine } from '../core/engine.ts'
import { readPersonViewer } from '../core/session-viewer.ts'
import type { PersonViewer, Viewer } from '../core/viewer.ts'
import type { CalendarVisit } from './calendar-file.ts'
import { visitsSeen } from './queries.ts'
import { takenBy } from './visit-filter.ts'

/** Days back, and visits at the most, that a feed tells of. */
const fedDays = 90
const mostFed = 1_000

/** Whose feed the secret opens, with his visits; null for a secret that is unknown, ended, or of somebody who left. */
export async function readFeed(
  { db, now }: Pick<Engine, 'db' | 'now'>,
  secret: string,
): Promise<{ owner: PersonViewer; visits: CalendarVisit[] } | null> {
  if (!/^[A-Za-z0-9_-]{43}$/.test(secret)) return null
  const feed = await db
    .selectFrom('calendar_feed')
    .where('token_hash', '=', feedHash(secret))
    .select('person_id')
    .executeTakeFirst()
  const owner = feed && (await readPersonViewer(db, feed.person_id))
  if (!owner) return null
  const recent = sql<SqlBool>`visit.ends_at > ${now()} - ${fedDays} * interval '1 day'`
  const visits = await dated(db, owner, sql<SqlBool>`${takenBy(owner.id)} and ${recent}`)
  return { owner, visits }
}

/** One visit with a date; null where there is none that the viewer may see. */
export async function readCalendarVisit(
  db: Kysely<Database>,
  viewer: Viewer,
  number: string,
): Promise<CalendarVisit | null> {
  const [visit] = await dated(db, viewer, sql<SqlBool>`service_case.number = ${number}`)
  return visit ?? null
}

export function feedHash(secret: string): string {
  return createHash('sha256').update(`calendar feed ${secret}`).digest('hex')
}

async function dated(db: Kysely<Database>, viewer: Viewer, which: Expression<SqlBool>): Promise<CalendarVisit[]> {
  const rows = await db
    .selectFrom('service_case')
    .innerJoin('visit', 'visit.case_id', 'service_case.id')
    .innerJoin('account', 'account.id', 'service_case.account_id')
    .where(visitsSeen(viewer))
    .where(which)
    .where('visit.starts_at', 'is not', null)
    .where('visit.ends_at', 'is not', null)
    .orderBy('visit.starts_at')
    .orderBy('service_case.id')
    .limit(mostFed)
    .select([
      'service_case.id',
      'service_case.number',
      'service_case.title',
      'account.name as account',
      'service_case.state',
      'visit.starts_at as startsAt',
      'visit.ends_at as endsAt',
      'visit.place',
      'visit.room',
      'visit.moves',
      'service_case.changed_at as changedAt',
    ])
    .execute()
  return rows.map(({ startsAt, endsAt, ...row }) => ({
    ...row,
    state: row.state as VisitState,
    startsAt: startsAt ?? row.changedAt,
    endsAt: endsAt ?? row.changedAt,
  }))
}
