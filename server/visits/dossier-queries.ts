// The dossier of one visit with what heads it, for paper; with the same answer as the page gives.
import { type Kysely, sql } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { VisitDossier, VisitPurpose } from '../../schema/visit-vocabulary.ts'
import type { Viewer } from '../core/viewer.ts'
import { knownParts, visitsSeen } from './queries.ts'

export interface ReadDossier {
  number: string
  account: string
  occasion: string
  purpose: VisitPurpose | null
  startsAt: Date | null
  endsAt: Date | null
  place: string | null
  engineer: string | null
  team: string[]
  content: VisitDossier
  madeAt: Date
}

/** Null where there is none that the viewer may see. */
export async function readDossier(db: Kysely<Database>, viewer: Viewer, number: string): Promise<ReadDossier | null> {
  const row = await db
    .selectFrom('service_case')
    .innerJoin('visit', 'visit.case_id', 'service_case.id')
    .innerJoin('visit_dossier', 'visit_dossier.case_id', 'service_case.id')
    .innerJoin('account', 'account.id', 'service_case.account_id')
    .leftJoin('person', 'person.id', 'visit.engineer_id')
    .where('service_case.number', '=', number)
    .where(visitsSeen(viewer))
    .where(knownParts('visit_dossier.case_id')(viewer))
    .select([
      'service_case.number',
      'account.name as account',
      'visit.occasion',
      'visit.purpose',
      'visit.starts_at as startsAt',
      'visit.ends_at as endsAt',
      'visit.place',
      'person.name as engineer',
      sql<
        string[]
      >`array(select mate.name from visit_attendance join person as mate on mate.id = visit_attendance.person_id
        where visit_attendance.case_id = visit.case_id order by mate.name)`.as('team'),
      'visit_dossier.content',
      'visit_dossier.dossier_at as madeAt',
    ])
    .executeTakeFirst()
  return row ?? null
}
