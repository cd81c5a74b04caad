// Facts of a claim that come from its account, its contact, the calendar and the claim it may be merged into.
import type { Kysely } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { FactsRequest } from '../core/engine.ts'
import { caseScope } from '../core/permissions.ts'
import { plantCalendar } from '../core/plant-calendar.ts'
import type { TargetFact } from '../workflows/claim-facts.ts'

type Db = Kysely<Database>

export const accountFacts = {
  promisedOnWorkingDay: async (db: Db, { payload }: FactsRequest) => {
    if (typeof payload.promisedAnswerAt !== 'string') return null
    const { working } = await plantCalendar(db)
    return working.isWorkingDay(working.dateAt(new Date(payload.promisedAnswerAt)))
  },

  contactLanguage: async (db: Db, { subject }: FactsRequest) => {
    const row = await db
      .selectFrom('service_case')
      .innerJoin('claim', 'claim.case_id', 'service_case.id')
      .leftJoin('contact', (join) =>
        join.onRef('contact.account_id', '=', 'service_case.account_id').on('contact.active', '=', true),
      )
      .where('service_case.id', '=', subject.caseId)
      .orderBy((eb) => eb('contact.id', 'is distinct from', eb.ref('claim.contact_id')))
      .orderBy('contact.id')
      .select('contact.language')
      .limit(1)
      .executeTakeFirst()
    return row?.language ?? null
  },

  replacementDays: async (db: Db, request: FactsRequest) => (await account(db, request)).replacement_days,
  silenceAccepts: async (db: Db, request: FactsRequest) => (await account(db, request)).silence_accepts,

  target: async (db: Db, { subject, payload, viewer }: FactsRequest): Promise<TargetFact | null> => {
    if (typeof payload.targetId !== 'string') return null
    const own = await db
      .selectFrom('service_case')
      .where('id', '=', subject.caseId)
      .select('account_id')
      .executeTakeFirstOrThrow()
    const target = await db
      .selectFrom('service_case')
      .leftJoin('claim', 'claim.case_id', 'service_case.id')
      .leftJoin('service_case as into', 'into.id', 'claim.merged_into_id')
      .where('service_case.id', '=', payload.targetId)
      .where('service_case.kind', '=', 'claim')
      .where((eb) => caseScope(eb as never, viewer))
      .select([
        'service_case.id',
        'service_case.number',
        'service_case.account_id',
        'service_case.state',
        'into.number as mergedInto',
      ])
      .executeTakeFirst()
    if (!target) return null
    return {
      id: target.id,
      number: target.number,
      itself: target.id === subject.caseId,
      sameAccount: target.account_id === own.account_id,
      open: openStates.has(target.state),
      mergedInto: target.mergedInto,
    }
  },

  targetSettled: async (db: Db, { subject }: FactsRequest) => {
    const line = await db
      .selectFrom('claim_item')
      .innerJoin('settlement_line', 'settlement_line.item_id', 'claim_item.id')
      .innerJoin('proposal', 'proposal.id', 'settlement_line.proposal_id')
      .innerJoin('service_case as target', 'target.id', 'claim_item.case_id')
      .where('claim_item.origin_case_id', '=', subject.caseId)
      .where('target.id', '<>', subject.caseId)
      .where('proposal.state', '=', 'approved')
      .where('target.state', 'in', ['settlement', 'closing', 'closed'])
      .select('settlement_line.id')
      .executeTakeFirst()
    return line !== undefined
  },

  openPromises: async (db: Db, { subject }: FactsRequest) => {
    const rows = await db
      .selectFrom('promise')
      .where('case_id', '=', subject.caseId)
      .where('kept_at', 'is', null)
      .orderBy('due_at')
      .select(['text', 'due_at'])
      .execute()
    return rows.map(({ text, due_at }) => ({ text, dueAt: due_at.toISOString() }))
  },
}

/** States of the handling region that carry the tag `open`. */
const openStates: ReadonlySet<string> = new Set([
  'registered',
  'screening',
  'collecting',
  'concluding',
  'decision',
  'approval',
  'offered',
  'disputed',
  'settlement',
  'closing',
])

async function account(db: Db, { subject }: FactsRequest) {
  return db
    .selectFrom('account')
    .innerJoin('service_case', 'service_case.account_id', 'account.id')
    .where('service_case.id', '=', subject.caseId)
    .select(['account.replacement_days', 'account.silence_accepts'])
    .executeTakeFirstOrThrow()
}
