// Fills a case of the permission matrix, so that every field of every row that hangs on it has something to hide.
import { type Kysely, sql } from 'kysely'
import type { Database } from '../../schema/database.ts'
import { attachment } from './attachments.ts'
import { customerLink, talkAbout } from './customer-link.ts'
import type { DrivenClaim } from './driven-claim.ts'
import { fillReport } from './visits.ts'
import { added } from './works.ts'

type Db = Kysely<Database>
type Keys = Record<string, string>
const at = new Date('2026-11-02T06:00:00Z')

/** What every kind of case has. */
export async function fillCase(
  db: Db,
  caseId: string,
  { author, linkedTo }: { author: string; linkedTo: string },
): Promise<Keys> {
  await db
    .updateTable('service_case')
    .set({ severity: 'major', owner_id: author, closed_at: at, due_at: at })
    .where('id', '=', caseId)
    .execute()
  const own = { case_id: caseId }
  await db
    .insertInto('case_link')
    .values({ from_case_id: caseId, to_case_id: linkedTo, kind: 'successor', at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await talkAbout(db, caseId, author)
  await db.insertInto('watcher').values({ case_id: caseId, person_id: author }).execute()
  const body = 'Between ourselves'
  const note = { payload: JSON.stringify({ body }), reason: 'A reason', by_name: 'Anton', as_role: 'analyst', at }
  // The same content, earlier.
  await attachment(db, caseId, { author, at: new Date('2026-11-02T05:30:00Z') })
  return {
    Attachment: await attachment(db, caseId, { author }),
    Comment: await commentNaming(db, caseId, author),
    'Comment taken back': await added(db, 'comment', {
      ...own,
      author_id: author,
      body,
      language: 'en',
      at,
      edited_at: at,
      deleted_at: at,
    }),
    Promise: await added(db, 'promise', {
      ...own,
      text: 'An answer by Friday',
      due_at: at,
      made_by: author,
      made_at: at,
      kept_at: at,
    }),
    Letter: await added(db, 'letter', {
      ...own,
      kind: 'offer',
      language: 'en',
      body: 'We offer 444.44 USD',
      queued_at: at,
      sent_at: at,
    }),
    'HistoryLine of a file': await added(db, 'history', {
      ...own,
      ...note,
      payload: JSON.stringify({ attachmentId: caseId, name: 'edges.jpg', change: 'added' }),
      kind: 'attachment',
      by_id: author,
    }),
    CustomerLink: await customerLink(db, caseId, author),
    HistoryLine: await added(db, 'history', { ...own, ...note, kind: 'comment', by_id: author }),
    'HistoryLine of a step': await added(db, 'history', {
      ...own,
      ...note,
      kind: 'event',
      event: 'amend',
      revision: 500,
      from_states: sql`'{registered}'::text[]`,
      to_states: sql`'{screening}'::text[]`,
    }),
    Deadline: await deadline(db, caseId, null),
  }
}

/** Everybody of the works was told something of the case, whether he may see it or not. */
export async function tellEverybody(db: Db, caseId: string): Promise<void> {
  await db
    .insertInto('notification')
    .columns(['person_id', 'case_id', 'kind', 'at'])
    .expression((eb) =>
      eb
        .selectFrom('person')
        .select(['person.id', eb.val(caseId).as('case_id'), eb.val('step').as('kind'), eb.val(at).as('at')]),
    )
    .execute()
}

async function commentNaming(db: Db, caseId: string, author: string): Promise<string> {
  const body = `@[${author}] Between ourselves`
  const id = await added(db, 'comment', { case_id: caseId, author_id: author, body, language: 'en', at })
  await db.insertInto('comment_mention').values({ comment_id: id, person_id: author }).execute()
  return id
}

/** What a claim has besides; one line of the settlement is `lineOf`'s, and one of a department that nobody here is of. */
export async function fillClaim(
  db: Db,
  { id, itemId, taskIds, customer }: DrivenClaim,
  { lineOf, author, contactId }: { lineOf: string; author: string; contactId: string },
): Promise<Keys> {
  const own = { case_id: id }
  await db
    .updateTable('claim')
    .set({
      contact_id: contactId,
      occurrence_cause: 'setting',
      escape_cause: 'sampling',
      system_cause: 'training',
      quality_layer: 'standard',
      chain_stage: 'loading',
      our_fault: true,
      apology_sent: true,
      merged_into_id: id,
    })
    .where('case_id', '=', id)
    .execute()
  await db
    .updateTable('claim_item')
    .set({
      heat_id: customer.heatId,
      unidentified_reason: 'Label lost',
      inspected_mass: '2.000',
      accepted_mass: '1.000',
      note: 'A note',
    })
    .where('id', '=', itemId)
    .execute()
  await db.insertInto('responsible_share').values({ case_id: id, department_id: lineOf, percent: '100' }).execute()
  const route = JSON.stringify([{ needed: 1, of: ['management'] }])
  const proposal = { ...own, amount_usd: '555.55', total_usd: '555.55', route, proposed_by: author, proposed_at: at }
  const offered = { ...proposal, number: 1, hash: 'a'.repeat(64), state: 'approved', ground: 'notOurs' }
  const approved = await added(db, 'proposal', offered)
  const pending = await added(db, 'proposal', { ...proposal, number: 2, hash: 'b'.repeat(64), state: 'pending' })
  const line = {
    ...own,
    item_id: itemId,
    kind: 'priceAllowance',
    mass: '1.000',
    amount: '777.77',
    currency: 'USD',
    department_id: lineOf,
    ground: 'notOurs',
    document_number: 'CN-1',
    executed_at: at,
    executed_by: author,
  }
  const finance = await db.selectFrom('department').where('code', '=', 'finance').select('id').executeTakeFirstOrThrow()
  await db
    .insertInto('improvement')
    .values({
      case_id: id,
      owner_id: author,
      due_at: at,
      team: 'Team',
      description: 'Problem',
      containment: 'Held',
      occurrence_evidence: 'Trace',
      escape_evidence: 'Sample',
      before_count: 3,
      after_count: 1,
      prevention: 'Standard',
      thanks: 'Thanks',
    })
    .execute()
  await fillTask(db, taskIds[0] ?? '', author)
  const step = { ...own, kind: 'event', event: 'accept', revision: 500, by_name: 'Anton', as_role: 'analyst', at }
  const comment = await db.selectFrom('comment').where('case_id', '=', id).select('id').executeTakeFirstOrThrow()
  return {
    ClaimItem: itemId,
    'HistoryLine of a task': await added(db, 'history', { ...step, task_id: taskIds[0] ?? null }),
    Notification: await added(db, 'notification', {
      ...own,
      task_id: taskIds[0] ?? null,
      person_id: author,
      kind: 'mention',
      detail: JSON.stringify({ what: 'mention', as: 'person', exportId: id, followUpId: id }),
      at,
      read_at: at,
      by_id: author,
      comment_id: comment.id,
    }),
    Proposal: approved,
    Approval: await added(db, 'approval', {
      proposal_id: approved,
      step: 0,
      person_id: author,
      on_behalf_of: author,
      decision: 'approved',
      reason: 'Fair',
      at,
    }),
    SettlementLine: await added(db, 'settlement_line', { ...line, proposal_id: approved, position: 1 }),
    "SettlementLine of another department's": await added(db, 'settlement_line', {
      ...line,
      proposal_id: approved,
      position: 2,
      amount: '888.88',
      department_id: finance.id,
    }),
    'SettlementLine of a pending proposal': await added(db, 'settlement_line', {
      ...line,
      proposal_id: pending,
      position: 3,
      amount: '999.99',
    }),
    ImprovementAction: await added(db, 'improvement_action', {
      ...own,
      position: 1,
      description: 'Train',
      owner_id: author,
      due_on: '2026-12-01',
      implemented_on: '2026-11-20',
      evidence: 'List',
    }),
  }
}

/** The visit that the claim asked for, with a task of its own for the department. */
export async function fillVisit(
  db: Db,
  claimId: string,
  { author, departmentId, linkedTo }: { author: string; departmentId: string; linkedTo: string },
): Promise<Keys> {
  const visit = await db
    .selectFrom('case_link')
    .where('from_case_id', '=', claimId)
    .where('kind', '=', 'visit')
    .select('to_case_id as id')
    .executeTakeFirstOrThrow()
  await fillCase(db, visit.id, { author, linkedTo })
  const snapshot = await db.selectFrom('task').select('snapshot').limit(1).executeTakeFirstOrThrow()
  await added(db, 'task', {
    number: `T-${visit.id}`,
    case_id: visit.id,
    origin_case_id: visit.id,
    purpose: 'visitFollowUp',
    department_id: departmentId,
    question: 'What did you see?',
    state: 'open',
    chart_version: 1,
    snapshot: JSON.stringify(snapshot.snapshot),
    sender_id: author,
    sent_at: at,
  })
  return { Visit: visit.id, ...(await fillReport(db, { caseId: visit.id, claimId, author })) }
}

async function fillTask(db: Db, id: string, author: string): Promise<void> {
  await db
    .updateTable('task')
    .set({
      responder_id: author,
      answer: 'Set-point late',
      answer_values: JSON.stringify([{ name: 'Width', text: '1200', number: '1200', unit: 'mm' }]),
      cause_code: 'setting',
      proposed_measure: 'Interlock',
      rating: 4,
      answered_at: at,
      closed_at: at,
    })
    .where('id', '=', id)
    .execute()
}

async function deadline(db: Db, caseId: string, taskId: string | null): Promise<string> {
  const { id: policy } = await db.selectFrom('deadline_policy').select('id').limit(1).executeTakeFirstOrThrow()
  const { id: calendar } = await db.selectFrom('calendar').select('id').limit(1).executeTakeFirstOrThrow()
  return added(db, 'deadline', {
    case_id: caseId,
    task_id: taskId,
    clock: 'statusUpdate',
    generation: 9,
    policy_id: policy,
    calendar_id: calendar,
    amount: '1',
    unit: 'workingDays',
    not_after: new Date('2026-11-20T00:00:00Z'),
    pauses: JSON.stringify([{ from: at.toISOString(), to: '2026-11-03T06:00:00Z', reason: 'customer' }]),
    started_at: at,
    due_at: new Date('2026-11-09T06:00:00Z'),
    breached_at: new Date('2026-11-10T06:00:00Z'),
    stopped_at: new Date('2026-11-11T06:00:00Z'),
  })
}
