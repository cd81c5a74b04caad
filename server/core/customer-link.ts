/** Links by which a customer's contact reaches one case without an account; only the hash of the secret in them is stored. */
import { createHash, createHmac, randomBytes } from 'node:crypto'
import { type Expression, type Kysely, sql } from 'kysely'
import type { Database } from '../../schema/database.ts'
import { isLabelLanguage } from './label-language.ts'
import type { ContactViewer } from './viewer.ts'

export interface NewCustomerLink {
  contactId: string
  caseId: string
  /** Person who hands it out. */
  createdBy: string
  at: Date
  /** Valid for so many days; default of the product 60. */
  days?: number
}

/**
 * Returns the secret of a new link, 43 characters of base64url (32 random bytes); it cannot be read again later.
 * @throws when the contact does not belong to the case's account.
 */
export async function createCustomerLink(
  trx: Kysely<Database>,
  { contactId, caseId, createdBy, at, days = 60 }: NewCustomerLink,
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await trx
    .selectFrom('contact')
    .innerJoin('service_case', 'service_case.account_id', 'contact.account_id')
    .select('contact.id')
    .where('contact.id', '=', contactId)
    .where('service_case.id', '=', caseId)
    .executeTakeFirstOrThrow(() => new Error('A customer link is for a contact of the account of the case.'))
  await trx
    .insertInto('customer_link')
    .values({
      token_hash: hashOf(token),
      contact_id: contactId,
      case_id: caseId,
      created_by: createdBy,
      created_at: at,
      expires_at: new Date(at.getTime() + days * DAY),
    })
    .execute()
  return token
}

export interface LetterLink {
  letterId: string
  contactId: string
  caseId: string
}

/**
 * The secret of the link in a letter, made from the letter under the key of the installation: the same on every try. Null where it was
 * taken back. Valid for 60 days from its first try.
 */
export async function letterLink(
  db: Kysely<Database>,
  { authSecret, now }: { authSecret: string; now: Expression<Date> },
  { letterId, contactId, caseId }: LetterLink,
): Promise<string | null> {
  const token = createHmac('sha256', authSecret).update(`claim letter ${letterId}`).digest('base64url')
  await db
    .insertInto('customer_link')
    .values({
      token_hash: hashOf(token),
      contact_id: contactId,
      case_id: caseId,
      letter_id: letterId,
      created_at: now,
      expires_at: sql<Date>`${now} + interval '60 days'`,
    })
    .onConflict((conflict) => conflict.column('letter_id').doNothing())
    .execute()
  const kept = await db
    .selectFrom('customer_link')
    .where('letter_id', '=', letterId)
    .where('revoked_at', 'is', null)
    .select('id')
    .executeTakeFirst()
  return kept ? token : null
}

export interface RevokedLinks {
  caseId: string
  linkIds: readonly string[]
  by: string
  at: Date
}

/** Ends links of a case, from the next request on; those that ended before stay as they were. */
export async function revokeCustomerLinks(
  trx: Kysely<Database>,
  { caseId, linkIds, by, at }: RevokedLinks,
): Promise<void> {
  if (linkIds.length === 0) return
  await trx
    .updateTable('customer_link')
    .set({ revoked_at: at, revoked_by: by })
    .where('case_id', '=', caseId)
    .where('id', 'in', linkIds)
    .where('revoked_at', 'is', null)
    .execute()
}

/** Notes that a page was opened by the link, for who gave it. */
export async function noteLinkOpened(db: Kysely<Database>, token: string, at: Expression<Date>): Promise<void> {
  await db.updateTable('customer_link').set({ last_opened_at: at }).where('token_hash', '=', hashOf(token)).execute()
}

/** Whom a link's secret stands for at that time; null when it is unknown, expired, revoked, or its contact is no longer active. */
export async function readCustomerLink(
  db: Kysely<Database>,
  token: string,
  at: Expression<Date>,
): Promise<ContactViewer | null> {
  if (!/^[A-Za-z0-9_-]{43}$/.test(token)) return null
  const row = await db
    .selectFrom('customer_link as link')
    .innerJoin('contact', 'contact.id', 'link.contact_id')
    .innerJoin('account', 'account.id', 'contact.account_id')
    .innerJoin('service_case', (join) =>
      join
        .onRef('service_case.id', '=', 'link.case_id')
        // A case that was moved to another account is no longer this contact's.
        .onRef('service_case.account_id', '=', 'contact.account_id'),
    )
    .select([
      'contact.id',
      'contact.name',
      'contact.language',
      'contact.account_id',
      'account.time_zone',
      'link.case_id',
    ])
    .where('link.token_hash', '=', hashOf(token))
    .where('link.expires_at', '>', at)
    .where('link.revoked_at', 'is', null)
    .where('contact.active', '=', true)
    .executeTakeFirst()
  if (!row) return null
  return {
    kind: 'contact',
    id: row.id,
    name: row.name,
    language: isLabelLanguage(row.language) ? row.language : 'en',
    timeZone: row.time_zone,
    accountId: row.account_id,
    caseId: row.case_id,
  }
}

const DAY = 86_400_000

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
