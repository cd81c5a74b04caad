// What a customer's link shows of his claim: where it stands in plain words, what he is asked, what he was offered; nothing of how it is worked on.
import { type Kysely, sql } from 'kysely'
import type { ClaimState, SettlementKind } from '../../schema/claim-vocabulary.ts'
import type { Database } from '../../schema/database.ts'
import { type LinkedFile, readLinkedFiles } from '../cases/linked-files.ts'
import type { ContactViewer } from '../core/viewer.ts'

/** Where a claim stands, as a customer thinks of it. */
export type ClaimPhase = 'received' | 'checking' | 'deciding' | 'offered' | 'settling' | 'done' | 'refused' | 'ended'

export interface LinkedClaim {
  number: string
  title: string
  whatHappened: string
  receivedAt: Date
  phase: ClaimPhase
  changedAt: Date
  promisedAnswerAt: Date | null
  closedAt: Date | null
  waitingFor: 'customer' | 'sample' | null
  /** Of the last letter that asked, while it is waited for. */
  questions: string[]
  offer: { kind: SettlementKind; mass: string | null; amount: string; currency: string }[]
  may: { answer: boolean; accept: boolean; dispute: boolean; attach: boolean }
  files: LinkedFile[]
  /** Who runs the claim, for questions. */
  owner: string | null
  revision: number
}

const phases: Record<ClaimState, ClaimPhase> = {
  registered: 'received',
  screening: 'received',
  collecting: 'checking',
  concluding: 'checking',
  decision: 'deciding',
  approval: 'deciding',
  offered: 'offered',
  disputed: 'deciding',
  settlement: 'settling',
  closing: 'settling',
  closed: 'done',
  closedDisputed: 'done',
  declined: 'refused',
  lapsed: 'ended',
  withdrawn: 'ended',
  merged: 'ended',
  discarded: 'ended',
}

/** States in which an approved offer has been told to the customer. */
const told: readonly ClaimState[] = ['offered', 'settlement', 'closing', 'closed']

export async function readLinkedClaim(db: Kysely<Database>, viewer: ContactViewer): Promise<LinkedClaim | null> {
  const row = await db
    .selectFrom('service_case')
    .innerJoin('claim', 'claim.case_id', 'service_case.id')
    .leftJoin('person', 'person.id', 'service_case.owner_id')
    .where('service_case.id', '=', viewer.caseId)
    .where('service_case.account_id', '=', viewer.accountId)
    .select([
      'service_case.number',
      'service_case.title',
      'service_case.state',
      'service_case.waiting',
      'service_case.revision',
      'service_case.closed_at as closedAt',
      'service_case.changed_at as changedAt',
      'claim.what_happened as whatHappened',
      'claim.received_at as receivedAt',
      'claim.promised_answer_at as promisedAnswerAt',
      'person.name as owner',
    ])
    .executeTakeFirst()
  if (!row) return null
  const { state: stored, waiting, ...shown } = row
  const state = stored as ClaimState
  const open = row.closedAt === null
  return {
    ...shown,
    phase: phases[state],
    waitingFor: open && (waiting === 'customer' || waiting === 'sample') ? waiting : null,
    questions: open && waiting === 'customer' ? await questionsOf(db, viewer.caseId) : [],
    files: await readLinkedFiles(db, viewer),
    offer: told.includes(state) ? await offerOf(db, viewer.caseId) : [],
    may: {
      answer: open && waiting === 'customer',
      accept: state === 'offered',
      dispute: state === 'offered' || state === 'declined',
      attach: open,
    },
  }
}

async function questionsOf(db: Kysely<Database>, caseId: string): Promise<string[]> {
  const letter = await db
    .selectFrom('letter')
    .where('case_id', '=', caseId)
    .where('kind', '=', 'informationRequest')
    .orderBy('queued_at', 'desc')
    .select('detail')
    .executeTakeFirst()
  const { questions } = (letter?.detail ?? {}) as { questions?: unknown }
  return Array.isArray(questions) ? questions.map(String) : []
}

/** Lines of the last approved proposal that are for the customer: recourse against carriers and suppliers is not. */
async function offerOf(db: Kysely<Database>, caseId: string): Promise<LinkedClaim['offer']> {
  const { rows } = await sql<
    LinkedClaim['offer'][number]
  >`select kind, mass::text, amount::text, currency from settlement_line
    where proposal_id = (select id from proposal where case_id = ${caseId} and state = 'approved' order by number desc limit 1)
      and kind not in ('carrierRecourse', 'supplierRecourse') order by position`.execute(db)
  return rows
}
