// Facts of a claim that come from its account, its contact, the calendar and the claim it may be merged into.
import { expressionBuilder, type Kysely, sql } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { FactsRequest } from '../core/engine.ts'
import { caseScope } from '../core/permissions.ts'
import { plantCalendar } from '../core/plant-calendar.ts'
import { known, type Reading, reading } from '../core/reading.ts'
import type { TargetFact } from '../workflows/claim-facts.ts'

export const accountFacts = {
  promisedOnWorkingDay: ({ payload }: FactsRequest, db: Kysely<Database>) => {
    const promised = payload.promisedAnswerAt
    return reading([], () => (typeof promised === 'string' ? isWorkingDay(db, new Date(promised)) : null))
  },

  contactLanguage: ({ subject }: FactsRequest) =>
    reading(
      [
        sql<{ language: string | null }>`
          select contact.language from service_case
          join claim on claim.case_id = service_case.id
          left join contact on contact.account_id = service_case.account_id and contact.active
          where service_case.id = ${subject.caseId}
          order by contact.id is distinct from claim.contact_id, contact.id limit 1`,
      ],
      ([row]) => row?.language ?? null,
    ),

  replacementDays: (request: FactsRequest) => reading([account(request)], ([row]) => row?.replacement_days ?? null),
  silenceAccepts: (request: FactsRequest) => reading([account(request)], ([row]) => row?.silence_accepts ?? false),

  target: ({ subject, payload, viewer }: FactsRequest): Reading<TargetFact | null> => {
    if (typeof payload.targetId !== 'string') return known(null)
    const { caseId } = subject
    return reading(
      [
        sql<Omit<TargetFact, 'open'> & { state: string }>`
          select service_case.id, service_case.number, service_case.state, service_case.id = ${caseId} as itself,
            service_case.account_id = (select account_id from service_case where id = ${caseId}) as "sameAccount",
            merged_into.number as "mergedInto"
          from service_case
          left join claim on claim.case_id = service_case.id
          left join service_case as merged_into on merged_into.id = claim.merged_into_id
          where service_case.id = ${payload.targetId} and service_case.kind = 'claim'
            and ${caseScope(expressionBuilder<Database, 'service_case'>(), viewer)}`,
      ],
      ([target]) => {
        if (!target) return null
        const { id, number, itself, sameAccount, state, mergedInto } = target
        return { id, number, itself, sameAccount, open: openStates.has(state), mergedInto }
      },
    )
  },

  targetSettled: ({ subject }: FactsRequest) =>
    reading(
      [
        sql`
          select from claim_item
          join settlement_line on settlement_line.item_id = claim_item.id
          join proposal on proposal.id = settlement_line.proposal_id
          join service_case as target on target.id = claim_item.case_id
          where claim_item.origin_case_id = ${subject.caseId} and target.id <> ${subject.caseId}
            and proposal.state = 'approved' and target.state in ('settlement', 'closing', 'closed') limit 1`,
      ],
      (lines) => lines.length > 0,
    ),

  openPromises: ({ subject }: FactsRequest) =>
    reading(
      [
        sql<{ text: string; due_at: string }>`
          select text, due_at from promise where case_id = ${subject.caseId} and kept_at is null order by promise.due_at`,
      ],
      (rows) => rows.map(({ text, due_at }) => ({ text, dueAt: new Date(due_at).toISOString() })),
    ),
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

async function isWorkingDay(db: Kysely<Database>, moment: Date): Promise<boolean> {
  const { working } = await plantCalendar(db)
  return working.isWorkingDay(working.dateAt(moment))
}

function account({ subject }: FactsRequest) {
  return sql<{ replacement_days: number | null; silence_accepts: boolean }>`
    select account.replacement_days, account.silence_accepts
    from account join service_case on service_case.account_id = account.id where service_case.id = ${subject.caseId}`
}
