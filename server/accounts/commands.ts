// Writes of accounts and contacts.
import type { Transaction } from 'kysely'
import type { z } from 'zod'
import type { Database } from '../../schema/database.ts'
import { actorsFor, can } from '../core/permissions.ts'
import { Refused, refuseField } from '../core/refusal.ts'
import type { RowOf } from '../core/selection.ts'
import type { Viewer } from '../core/viewer.ts'
import type { Work } from '../core/work.ts'
import type { createAccountInput, createContactInput, updateAccountInput, updateContactInput } from './inputs.ts'
import { contactScope } from './queries.ts'
import { writableAccount } from './writable-account.ts'

/** A key-customer manager enters accounts of his own: who else manages them is for the lead. */
export async function createAccount(
  { trx }: Work,
  viewer: Viewer,
  input: z.output<typeof createAccountInput>,
): Promise<string> {
  const actors = actorsFor(viewer, 'account.create', { regionId: input.regionId })
  if (actors.length === 0) throw new Refused({ kind: 'notAllowed' })
  const asManager = actors.every((actor) => actor === 'keyCustomerManager') && viewer.kind === 'person'
  if (asManager && input.managerId != null && input.managerId !== viewer.id)
    throw refuseField('managerId', 'notAllowedHere')
  const managerId = asManager ? viewer.id : (input.managerId ?? null)
  if (input.critical && !input.key) throw refuseField('critical', 'notAllowedHere')
  await knownRegion(trx, input.regionId)
  await knownManager(trx, managerId)
  await knownSegment(trx, input.segmentId ?? null)
  const taken = await trx.selectFrom('account').select('id').where('number', '=', input.number).executeTakeFirst()
  if (taken) throw refuseField('number', 'taken')
  const { id } = await trx
    .insertInto('account')
    .values({
      number: input.number,
      name: input.name,
      region_id: input.regionId,
      consumer_type: input.consumerType,
      country: input.country,
      status: input.status ?? 'active',
      key: input.key ?? false,
      critical: input.critical ?? false,
      manager_id: managerId,
      language: input.language ?? 'en',
      time_zone: input.timeZone ?? 'UTC',
      currency: input.currency ?? 'USD',
      replacement_days: input.replacementDays ?? null,
      silence_accepts: input.silenceAccepts ?? false,
      special_policy: input.specialPolicy ?? null,
      contract_number: input.contractNumber ?? null,
      segment_id: input.segmentId ?? null,
      preferred_channel: input.preferredChannel ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Moving an account to another region or manager needs the right on both sides. */
export async function updateAccount(
  { trx }: Work,
  viewer: Viewer,
  input: z.output<typeof updateAccountInput>,
): Promise<void> {
  const before = await writableAccount(trx, viewer, 'account.write', input.accountId)
  const after = { ...before, ...columnsOf(input) }
  if (!can(viewer, 'account.write', { accountId: before.id, regionId: after.region_id }))
    throw refuseField('regionId', 'notAllowedHere')
  if (after.critical && !after.key) throw refuseField('critical', 'notAllowedHere')
  if (after.region_id !== before.region_id) await knownRegion(trx, after.region_id)
  if (after.manager_id !== before.manager_id) {
    const actors = actorsFor(viewer, 'account.write', { accountId: before.id, regionId: before.region_id })
    if (actors.every((actor) => actor === 'keyCustomerManager')) throw refuseField('managerId', 'notAllowedHere')
    await knownManager(trx, after.manager_id)
  }
  if (after.segment_id !== before.segment_id) await knownSegment(trx, after.segment_id)
  const { id, number, created_at, ...columns } = after
  await trx.updateTable('account').set(columns).where('id', '=', id).execute()
}

export async function createContact(
  { trx }: Work,
  viewer: Viewer,
  input: z.output<typeof createContactInput>,
): Promise<string> {
  const account = await writableAccount(trx, viewer, 'contact.write', input.accountId)
  const { id } = await trx
    .insertInto('contact')
    .values({
      account_id: account.id,
      name: input.name,
      job_title: input.jobTitle ?? null,
      email: input.email ?? null,
      phone: input.phone ?? null,
      language: input.language ?? account.language,
      preferred_channel: input.preferredChannel ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateContact(
  { trx }: Work,
  viewer: Viewer,
  input: z.output<typeof updateContactInput>,
): Promise<void> {
  const contact = await trx
    .selectFrom('contact')
    .select(['id', 'account_id'])
    .where('id', '=', input.contactId)
    .where(contactScope(viewer))
    .executeTakeFirst()
  if (!contact) throw new Refused({ kind: 'notFound' })
  await writableAccount(trx, viewer, 'contact.write', contact.account_id)
  const { contactId, jobTitle, preferredChannel, ...others } = input
  const columns = {
    ...others,
    ...(jobTitle !== undefined && { job_title: jobTitle }),
    ...(preferredChannel !== undefined && { preferred_channel: preferredChannel }),
  }
  if (Object.keys(columns).length > 0)
    await trx.updateTable('contact').set(columns).where('id', '=', contactId).execute()
}

/** The columns that the input names; what is left out is left out. */
function columnsOf(input: z.output<typeof updateAccountInput>): Partial<RowOf<'account'>> {
  const columns = {
    name: input.name,
    region_id: input.regionId,
    consumer_type: input.consumerType,
    status: input.status,
    key: input.key,
    critical: input.critical,
    manager_id: input.managerId,
    country: input.country,
    language: input.language,
    time_zone: input.timeZone,
    currency: input.currency,
    replacement_days: input.replacementDays,
    silence_accepts: input.silenceAccepts,
    special_policy: input.specialPolicy,
    contract_number: input.contractNumber,
    segment_id: input.segmentId,
    preferred_channel: input.preferredChannel,
  }
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
}

async function knownRegion(trx: Transaction<Database>, id: string): Promise<void> {
  const region = await trx.selectFrom('region').select('id').where('id', '=', id).executeTakeFirst()
  if (!region) throw refuseField('regionId', 'unknown')
}

async function knownManager(trx: Transaction<Database>, id: string | null): Promise<void> {
  if (id === null) return
  const manager = await trx
    .selectFrom('person')
    .innerJoin('role_grant', 'role_grant.person_id', 'person.id')
    .select('person.id')
    .where('person.id', '=', id)
    .where('person.active', '=', true)
    .where('role_grant.role', '=', 'keyCustomerManager')
    .executeTakeFirst()
  if (!manager) throw refuseField('managerId', 'personWithoutRole', { role: 'keyCustomerManager' })
}

async function knownSegment(trx: Transaction<Database>, id: string | null): Promise<void> {
  if (id === null) return
  const segment = await trx.selectFrom('segment').select('id').where('id', '=', id).executeTakeFirst()
  if (!segment) throw refuseField('segmentId', 'unknown')
}
