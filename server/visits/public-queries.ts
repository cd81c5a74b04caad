// What the customer sees of a visit through the link of a letter.
import type { Kysely } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { VisitState } from '../../schema/visit-vocabulary.ts'
import type { ContactViewer } from '../core/viewer.ts'
import { visitsSeen } from './queries.ts'

export interface PublicVisit {
  number: string
  account: string
  reason: string
  state: VisitState
  startsAt: Date | null
  endsAt: Date | null
  timeZone: string
  place: string | null
  room: string | null
  engineer: string | null
  host: string | null
  confirmedAt: Date | null
  revision: number
}

/** Null where the link's case is no visit, or no longer the contact's. */
export async function readPublicVisit(db: Kysely<Database>, viewer: ContactViewer): Promise<PublicVisit | null> {
  const row = await db
    .selectFrom('service_case')
    .innerJoin('visit', 'visit.case_id', 'service_case.id')
    .innerJoin('account', 'account.id', 'service_case.account_id')
    .leftJoin('person as engineer', 'engineer.id', 'visit.engineer_id')
    .leftJoin('person as host', 'host.id', 'visit.host_id')
    .where('service_case.id', '=', viewer.caseId)
    .where(visitsSeen(viewer))
    .select([
      'service_case.number',
      'service_case.revision',
      'service_case.state',
      'account.name as account',
      'account.time_zone as timeZone',
      'visit.occasion as reason',
      'visit.starts_at as startsAt',
      'visit.ends_at as endsAt',
      'visit.place',
      'visit.room',
      'visit.confirmed_at as confirmedAt',
      'engineer.name as engineer',
      'host.name as host',
    ])
    .executeTakeFirst()
  return row ? { ...row, state: row.state as VisitState } : null
}
