// Facts of a claim that come from its investigation: tasks, cause, visits, improvement.
import type { Kysely } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { FactsRequest } from '../core/engine.ts'

type Db = Kysely<Database>

export const investigationFacts = {
  remedySought: async (db: Db, request: FactsRequest) => (await claim(db, request)).remedy_sought,
  ourFault: async (db: Db, request: FactsRequest) => (await claim(db, request)).our_fault,
  apologySent: async (db: Db, request: FactsRequest) => (await claim(db, request)).apology_sent,

  openInvestigationTasks: async (db: Db, { subject }: FactsRequest) =>
    db
      .selectFrom('task')
      .where('case_id', '=', subject.caseId)
      .where('purpose', '=', 'investigation')
      .where('state', 'in', ['open', 'inProgress', 'awaitingSender', 'returned'])
      .orderBy('sent_at')
      .select(['id', 'number'])
      .execute(),

  task: async (db: Db, { subject, payload }: FactsRequest) => {
    if (typeof payload.taskId !== 'string') return null
    const row = await db
      .selectFrom('task')
      .where('id', '=', payload.taskId)
      .where('case_id', '=', subject.caseId)
      .select(['id', 'number', 'state'])
      .executeTakeFirst()
    return row ?? null
  },

  unreportedVisits: async (db: Db, { subject }: FactsRequest) => {
    const rows = await db
      .selectFrom('case_link')
      .innerJoin('service_case as visit', 'visit.id', 'case_link.to_case_id')
      .where('case_link.from_case_id', '=', subject.caseId)
      .where('case_link.kind', '=', 'visit')
      .where('visit.state', 'not in', ['followUp', 'closed', 'cancelled', 'declined'])
      .orderBy('visit.number')
      .select('visit.number')
      .execute()
    return rows.map(({ number }) => number)
  },

  improvementActions: async (db: Db, { subject }: FactsRequest) =>
    db
      .selectFrom('improvement_action')
      .where('case_id', '=', subject.caseId)
      .orderBy('position')
      .select(['position', 'description'])
      .execute(),
}

async function claim(db: Db, { subject }: FactsRequest) {
  return db
    .selectFrom('claim')
    .where('case_id', '=', subject.caseId)
    .select(['remedy_sought', 'our_fault', 'apology_sent'])
    .executeTakeFirstOrThrow()
}
