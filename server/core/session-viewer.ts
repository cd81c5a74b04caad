/** Says who sends a request: one statement reads session, person, roles and positions, so that a revoked one counts at once. */
import type { IncomingHttpHeaders } from 'node:http'
import { CompiledQuery, type Kysely } from 'kysely'
import type { Database } from '../../schema/database.ts'
import { readCustomerLink } from './customer-link.ts'
import type { Engine } from './engine.ts'
import { isLabelLanguage } from './label-language.ts'
import { type CookieSettings, sessionToken } from './session-cookie.ts'
import type { ContactViewer, PersonViewer } from './viewer.ts'

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
  const { rows } = await db.executeQuery(CompiledQuery.raw(SESSION, [token]))
  const [row] = rows as SessionOwner[]
  if (!row) return null
  const { language, ...person } = row
  return { kind: 'person', ...person, language: isLabelLanguage(language) ? language : 'en', backDates: false }
}

type SessionOwner = Omit<PersonViewer, 'kind' | 'language' | 'backDates'> & { language: string }

/** Written out, since it runs before every request: building it anew cost more than the rest of the check. */
const SESSION = `
select p.id, p.name, p.language, p.time_zone as "timeZone",
       (select coalesce(json_agg(json_build_object(
                 'role', g.role, 'departmentId', g.department_id, 'office', d.office,
                 'regionId', g.region_id, 'accountId', g.account_id
               ) order by g.granted_at, g.id), '[]')
          from role_grant g left join department d on d.id = g.department_id
         where g.person_id = p.id) as grants,
       array(select q.position from person_position q where q.person_id = p.id order by q.position) as positions,
       array(select a.id from account a where a.manager_id = p.id order by a.id) as "managedAccountIds"
  from session s join person p on p.id = s.person_id
 where s.token = $1 and s.expires_at > now() and p.active`
