// Writes of what is known of a customer: rows of its own under the right on the account.
import { sql, type Transaction } from 'kysely'
import type { z } from 'zod'
import type { OfferState } from '../../schema/account-vocabulary.ts'
import type { Database } from '../../schema/database.ts'
import type { Engine } from '../core/engine.ts'
import type { Action } from '../core/permission-table.ts'
import { Refused, refuseField } from '../core/refusal.ts'
import type { Viewer } from '../core/viewer.ts'
import type { Work } from '../core/work.ts'
import type { saveAccountOfferInput, saveContactEntryInput, writeAccountProfileInput } from './entry-inputs.ts'
import type { EntryTable } from './key-account-queries.ts'
import { writableAccount } from './writable-account.ts'

type Trx = Transaction<Database>
type Values = Readonly<Record<string, unknown>>

export interface EntryInput {
  accountId: string
  entryId?: string | null | undefined
}

/** Enters a row of the account, or changes the one that is named. Refuses `notFound` for a row of another account. Returns its key. */
export async function saveEntry(
  { trx }: Work,
  viewer: Viewer,
  { table, action = 'account.develop' }: { table: EntryTable; action?: Action | undefined },
  { accountId, entryId, ...given }: EntryInput & Values,
): Promise<string> {
  await writableAccount(trx, viewer, action, accountId)
  await knownReferences(trx, accountId, given)
  const columns = columnsOf(given)
  if (entryId != null) return changeRow(trx, table, accountId, entryId, columns)
  const { rows } = await sql<{ id: string }>`${insertion(table, { account_id: accountId, ...columns })}
    returning id`.execute(trx)
  return rows[0]?.id ?? ''
}

/** Enters a talk by the viewer; after one with technical support its contact is asked about it (CLM-11). */
export async function saveTalk(
  work: Work,
  { jobs }: Pick<Engine, 'jobs'>,
  viewer: Viewer,
  input: z.output<typeof saveContactEntryInput>,
): Promise<string> {
  const personId = viewer.kind === 'person' ? viewer.id : null
  const talk = { ...input, technicalSupport: input.technicalSupport ?? undefined, personId }
  const id = await saveEntry(work, viewer, { table: 'contact_entry', action: 'account.talk' }, talk)
  if (input.technicalSupport) await jobs.send(work.trx, 'survey', { talkId: id })
  return id
}

/** Writes the one row that an account has in the table. What is left out stays. */
export async function saveSingle(
  { trx }: Work,
  viewer: Viewer,
  table: 'key_plan' | 'account_profile' | 'account_terms',
  { accountId, ...given }: { accountId: string } & Values,
): Promise<string> {
  await writableAccount(trx, viewer, 'account.develop', accountId)
  const columns = columnsOf(given)
  await sql`${insertion(table, { account_id: accountId, ...columns })} ${onConflict(['account_id'], columns)}`.execute(
    trx,
  )
  return accountId
}

export async function saveProfile(
  work: Work,
  viewer: Viewer,
  { competenceIds, ...given }: z.output<typeof writeAccountProfileInput>,
): Promise<string> {
  const muchLarger = given.muchLarger ?? undefined
  await saveSingle(work, viewer, 'account_profile', { ...given, muchLarger })
  if (!competenceIds) return given.accountId
  const { trx } = work
  const known = await trx
    .selectFrom('core_competence')
    .select('id')
    .where('id', 'in', [...competenceIds, given.accountId])
    .execute()
  if (known.length < new Set(competenceIds).size) throw refuseField('competenceIds', 'unknown')
  await trx.deleteFrom('account_competence').where('account_id', '=', given.accountId).execute()
  const rows = known.map(({ id }) => ({ account_id: given.accountId, competence_id: id }))
  if (rows.length > 0) await trx.insertInto('account_competence').values(rows).execute()
  return given.accountId
}

/** An offer that answers no known need says why it is made (ACC-18). */
export async function saveOffer(
  work: Work,
  viewer: Viewer,
  input: z.output<typeof saveAccountOfferInput>,
): Promise<string> {
  await writableAccount(work.trx, viewer, 'account.develop', input.accountId)
  const before = input.entryId
    ? await work.trx.selectFrom('account_offer').selectAll().where('id', '=', input.entryId).executeTakeFirst()
    : undefined
  const needId = input.needId === undefined ? (before?.need_id ?? null) : input.needId
  const reason = input.reason === undefined ? (before?.reason ?? null) : input.reason
  if (needId === null && reason === null) throw refuseField('reason', 'required')
  const furthest = further(before?.furthest ?? 'proposed', input.state)
  return saveEntry(work, viewer, { table: 'account_offer' }, { ...input, furthest })
}

export async function judgeObligation(
  { trx }: Work,
  viewer: Viewer,
  { accountId, ...given }: { accountId: string } & Values,
): Promise<string> {
  await writableAccount(trx, viewer, 'account.develop', accountId)
  const columns = columnsOf(given)
  const { rows } = await sql<{ id: string }>`${insertion('obligation', { account_id: accountId, ...columns })}
    ${onConflict(['account_id', 'kind'], columns)} returning id`.execute(trx)
  return rows[0]?.id ?? ''
}

const steps: readonly OfferState[] = ['proposed', 'trialAgreed', 'ordered']

function further(before: OfferState, state: OfferState): OfferState {
  return steps.indexOf(state) > steps.indexOf(before) ? state : before
}

async function changeRow(trx: Trx, table: EntryTable, accountId: string, id: string, columns: Values): Promise<string> {
  const set = Object.entries(columns).map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
  const { rows } = await sql<{ id: string }>`update ${sql.table(table)} set ${sql.join(set)}
    where id = ${id} and account_id = ${accountId} returning id`.execute(trx)
  if (!rows[0]) throw new Refused({ kind: 'notFound' })
  return rows[0].id
}

function insertion(table: string, values: Values) {
  return sql`insert into ${sql.table(table)} (${sql.join(Object.keys(values).map((column) => sql.ref(column)))})
    values (${sql.join(Object.values(values))})`
}

function onConflict(key: readonly string[], columns: Values) {
  const set = Object.keys(columns).map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`)
  const doing = set.length > 0 ? sql`do update set ${sql.join(set)}` : sql`do nothing`
  return sql`on conflict (${sql.join(key.map((column) => sql.ref(column)))}) ${doing}`
}

/** `wantedStock` → `wanted_stock`; what was left out is left out. */
function columnsOf(given: Values): Values {
  const named = Object.entries(given).filter(([, value]) => value !== undefined)
  return Object.fromEntries(
    named.map(([name, value]) => [name.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`), value]),
  )
}

async function knownReferences(trx: Trx, accountId: string, given: Values): Promise<void> {
  if (typeof given.departmentId === 'string') {
    const found = await trx
      .selectFrom('department')
      .select('id')
      .where('id', '=', given.departmentId)
      .executeTakeFirst()
    if (!found) throw refuseField('departmentId', 'unknownDepartment')
  }
  if (typeof given.contactId === 'string') {
    const of = trx.selectFrom('contact').select('id').where('id', '=', given.contactId)
    if (!(await of.where('account_id', '=', accountId).executeTakeFirst()))
      throw refuseField('contactId', 'unknownContact')
  }
  if (typeof given.caseId === 'string') {
    const of = trx.selectFrom('service_case').select('id').where('id', '=', given.caseId)
    if (!(await of.where('account_id', '=', accountId).executeTakeFirst())) throw refuseField('caseId', 'unknown')
  }
  if (typeof given.needId === 'string') {
    const of = trx.selectFrom('product_need').select('id').where('id', '=', given.needId)
    if (!(await of.where('account_id', '=', accountId).executeTakeFirst())) throw refuseField('needId', 'unknown')
  }
}
