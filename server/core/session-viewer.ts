/** Says who sends a request: one statement reads session, person, roles and positions, so that a revoked one counts at once. */
import type { IncomingHttpHeaders } from 'node:http'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../../schema/database.ts'
import { readCustomerLink } from './customer-link.ts'
import type { Engine } from './engine.ts'
import { isLabelLanguage } from './label-language.ts'
import { type CookieSettings, sessionToken } from './session-cookie.ts'
import type { ContactViewer, Grant, PersonViewer } from './viewer.ts'

export type ViewerReader = (headers: IncomingHttpHeaders) => Promise<PersonViewer | ContactViewer | null>

/**
 * `Authorization: CustomerLink <secret>` stands for a customer's contact, the session cookie for a person; a request with both is the
 * contact's. Null: nobody that we know, or no longer.
 */
export function createViewerReader({ db, now }: Pick<Engine, 'db' | 'now'>, settings: CookieSettings): ViewerReader {
  return async ({ authorization, cookie }) => {
    const [scheme, secret = ''] = authorization?.split(' ') ?? []
    if (scheme?.toLowerCase() === 'customerlink') return await readCustomerLink(db, secret, now())
    const token = sessionToken(cookie, settings)
    return token === null ? null : await viewerOfSession(db, token)
  }
}

async function viewerOfSession(db: Kysely<Database>, token: string): Promise<PersonViewer | null> {
  const row = await db
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .select(['person.id', 'person.name', 'person.language', 'person.time_zone', grants, positions, managed])
    .where('session.token', '=', token)
    .where('session.expires_at', '>', sql<Date>`now()`)
    .where('person.active', '=', true)
    .executeTakeFirst()
  if (!row) return null
  return {
    kind: 'person',
    id: row.id,
    name: row.name,
    language: isLabelLanguage(row.language) ? row.language : 'en',
    timeZone: row.time_zone,
    grants: row.grants,
    positions: row.positions,
    managedAccountIds: row.managed,
    backDates: false,
  }
}

const grants = sql<Grant[]>`(
  select coalesce(json_agg(json_build_object(
           'role', g.role, 'departmentId', g.department_id, 'office', d.office,
           'regionId', g.region_id, 'accountId', g.account_id
         ) order by g.granted_at, g.id), '[]')
    from role_grant g left join department d on d.id = g.department_id
   where g.person_id = person.id)`.as('grants')

const positions = sql<PersonViewer['positions']>`array(
  select p.position from person_position p where p.person_id = person.id order by p.position)`.as('positions')

const managed = sql<string[]>`array(
  select a.id from account a where a.manager_id = person.id order by a.id)`.as('managed')
