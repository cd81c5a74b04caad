// Surveys after a contact: a closed case or a talk with technical support is asked about in the wave that runs for it (CLM-11).
import { sql, type Transaction } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { ContactType, InvitationChannel } from '../../schema/survey-vocabulary.ts'
import type { CaseKind } from '../../schema/vocabulary.ts'
import type { Engine } from '../core/engine.ts'
import { invitationChannel } from './invitation-channel.ts'
import { countInvited } from './wave-commands.ts'

/** So many days after a survey of a case its contact is not asked about it again, though it was reopened and closed anew. */
const againAfterDays = 30

/** A talk that was entered later than so many days afterwards is not asked about: nobody remembers it. */
const rememberedDays = 14

interface Ended {
  accountId: string
  /** The one who was spoken with; null: the first one of the account. */
  contactId: string | null
  caseId: string | null
  talkId: string | null
  contactType: ContactType
  /** Who of the works is asked about. */
  employeeId: string | null
}

const contactTypes: Readonly<Record<CaseKind, ContactType>> = {
  claim: 'claims',
  trialBatch: 'service',
  visit: 'service',
}

/** Asks the contact of a closed case; nobody where `invite` finds a reason not to. */
export async function inviteAfterContact(engine: Engine, caseId: string): Promise<void> {
  await engine.db.transaction().execute(async (trx) => {
    const row = await trx
      .selectFrom('service_case')
      .leftJoin('claim', 'claim.case_id', 'service_case.id')
      .where('service_case.id', '=', caseId)
      .select(['kind', 'account_id as accountId', 'owner_id as employeeId', 'claim.contact_id as contactId'])
      .executeTakeFirst()
    if (!row) return
    const { kind, ...who } = row
    await invite(trx, engine, { ...who, caseId, talkId: null, contactType: contactTypes[kind] })
  })
}

/** Asks who was spoken with by technical support, once for a talk, while he remembers it. */
export async function inviteAfterTalk(engine: Engine, talkId: string): Promise<void> {
  await engine.db.transaction().execute(async (trx) => {
    const row = await trx
      .selectFrom('contact_entry')
      .where('id', '=', talkId)
      .where('technical_support', '=', true)
      .where('at', '>', sql<Date>`${engine.now()} - make_interval(days => ${rememberedDays})`)
      .select(['account_id as accountId', 'contact_id as contactId', 'case_id as caseId', 'person_id as employeeId'])
      .executeTakeFirst()
    if (row) await invite(trx, engine, { ...row, talkId, contactType: 'technicalSupport' })
  })
}

/**
 * Nobody is asked where no wave after contacts runs, or where the contact opted out, is in the wave's quiet period, has no address, or
 * was asked within 30 days about the same: this case, or talks with technical support apart from any.
 */
async function invite(trx: Transaction<Database>, engine: Engine, ended: Ended): Promise<void> {
  const { caseId, contactType } = ended
  const wave = await trx
    .selectFrom('survey_wave')
    .where('kind', '=', 'afterContact')
    .where('state', '=', 'open')
    .where('opens_at', '<=', engine.now())
    .orderBy('opens_at', 'desc')
    .select(['id', 'quiet_days', 'link_days', 'mobile_channel', 'closes_at'])
    .executeTakeFirst()
  if (!wave) return
  const contact = await askable(trx, engine, ended, wave)
  if (!contact) return
  await trx
    .insertInto('survey_invitation')
    .values({
      wave_id: wave.id,
      account_id: ended.accountId,
      contact_id: contact.id,
      channel: contact.channel,
      language: contact.language,
      case_id: caseId,
      talk_id: ended.talkId,
      contact_type: contactType,
      employee_id: ended.employeeId,
      queued_at: engine.now(),
      expires_at: sql<Date>`least(${engine.now()} + make_interval(days => ${wave.link_days}), ${wave.closes_at}::timestamptz)`,
    })
    .execute()
  await countInvited(trx, wave.id, 1)
}

interface Askable {
  id: string
  language: string
  channel: InvitationChannel
}

/** The contact who was spoken with, else the first one of the account, held until the end so that a job done twice asks once. */
async function askable(
  trx: Transaction<Database>,
  engine: Engine,
  { accountId, contactId, caseId, talkId, contactType }: Ended,
  { quiet_days, mobile_channel }: { quiet_days: number; mobile_channel: 'sms' | 'message' | null },
): Promise<Askable | null> {
  const contact = await trx
    .selectFrom('contact')
    .innerJoin('account', 'account.id', 'contact.account_id')
    .where('account_id', '=', accountId)
    .where('active', '=', true)
    .where(sql<boolean>`coalesce(contact.email, contact.phone) is not null`)
    .orderBy((eb) => eb('contact.id', 'is distinct from', contactId))
    .orderBy('contact.id')
    .select(['contact.id', 'contact.language', invitationChannel(mobile_channel).as('channel')])
    .limit(1)
    .forUpdate('contact')
    .executeTakeFirst()
  if (!contact) return null
  // Who was spoken with is asked, or nobody: another one was not there.
  if (talkId !== null && contactId !== null && contact.id !== contactId) return null
  const { rows } = await sql`select where exists (select from survey_opt_out where contact_id = ${contact.id})
    or exists (select from survey_invitation where contact_id = ${contact.id}
      and queued_at > ${engine.now()} - make_interval(days => ${quiet_days}))
    or exists (select from survey_invitation where contact_id = ${contact.id} and contact_type = ${contactType}
      and case_id is not distinct from ${caseId}::uuid and queued_at > ${engine.now()} - make_interval(days => ${againAfterDays}))
    or exists (select from survey_invitation where talk_id = ${talkId}::uuid)`.execute(trx)
  return rows.length === 0 ? contact : null
}
