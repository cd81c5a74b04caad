/** Says who sends a request: one statement reads session, person, roles and positions, so that a revoked one counts at once. */
import type { IncomingHttpHeaders } from 'node:http'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { GrantableRole } from '../../schema/vocabulary.ts'
import { boundedCache } from './bounded-cache.ts'
import { readCustomerLink } from './customer-link.ts'
import type { Engine } from './engine.ts'
import { isLabelLanguage } from './label-language.ts'
import { readRows } from './read-lanes.ts'
import { type CookieSettings, sessionToken } from './session-cookie.ts'
import type { ContactViewer, PersonViewer } from './viewer.ts'

export type ViewerSettings = CookieSettings & { readonly secondFactorRoles?: readonly GrantableRole[] }

export type ViewerReader = (headers: IncomingHttpHeaders) => Promise<PersonViewer | ContactViewer | null>

/**
 * `Authorization: CustomerLink <secret>` stands for a customer's contact, the session cookie for a person; a request with both is the
 * contact's. Null: nobody that we know, or no longer. A person about whom nothing has changed is the same object again.
 */
export function createViewerReader({ db, now }: Pick<Engine, 'db' | 'now'>, settings: ViewerSettings): ViewerReader {
  const ofSession = sessionReader(db, settings.secondFactorRoles ?? [])
  return async ({ authorization, cookie }) => {
    const [scheme, secret = ''] = authorization?.split(' ') ?? []
    if (scheme?.toLowerCase() === 'customerlink') return await readCustomerLink(db, secret, now())
    const token = sessionToken(cookie, settings)
    return token === null ? null : await ofSession(token)
  }
}

const KEPT_VIEWERS = 1_000

/** Sessions asked for in one turn of the event loop are read by one statement, which is sent after the last of them was asked for. */
function sessionReader(
  db: Kysely<Database>,
  secondFactorRoles: readonly GrantableRole[],
): (token: string) => Promise<PersonViewer | null> {
  const viewers = boundedCache<string, PersonViewer>(KEPT_VIEWERS)
  let tokens = new Set<string>()
  let answer: Promise<ReadonlyMap<string, PersonViewer>> | null = null

  async function readAsked(): Promise<ReadonlyMap<string, PersonViewer>> {
    await endOfTurn()
    const asked = [...tokens]
    tokens = new Set()
    answer = null
    const rows = await readRows(db, sessions(asked))
    return new Map(rows.map(({ token, person, ...one }) => [token, dutiful(viewerOf(person), one)]))
  }

  /** Who owes something is few and so for a moment: not kept. */
  function dutiful(viewer: PersonViewer, { given, factored }: SignInState): PersonViewer {
    if (given) return { ...viewer, owes: 'password' }
    const asked = !factored && viewer.grants.some(({ role }) => secondFactorRoles.includes(role))
    return asked ? { ...viewer, owes: 'secondFactor' } : viewer
  }

  function viewerOf(person: string): PersonViewer {
    const known = viewers.get(person)
    if (known) return known
    const viewer = parsed(person)
    viewers.set(person, viewer)
    return viewer
  }

  return async (token) => {
    tokens.add(token)
    answer ??= readAsked()
    return (await answer).get(token) ?? null
  }
}

/** The person himself, for work that goes on after his request; null: nobody, or no longer. */
export async function readPersonViewer(db: Kysely<Database>, personId: string): Promise<PersonViewer | null> {
  const { rows } = await sql<{ person: string }>`
    select ${personJson} as person from person p where p.id = ${personId} and p.active`.execute(db)
  return rows[0] ? parsed(rows[0].person) : null
}

function parsed(person: string): PersonViewer {
  const { language, ...rest } = JSON.parse(person) as SessionOwner
  return { kind: 'person', ...rest, language: isLabelLanguage(language) ? language : 'en', backDates: false }
}

function endOfTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}

/** `given`: the password was set by somebody else; `factored`: sign-in asks for a code. */
type SignInState = { given: boolean; factored: boolean }

type SessionOwner = Omit<PersonViewer, 'kind' | 'language' | 'backDates'> & { language: string }

const personJson = sql.raw(`
      json_build_object(
        'id', p.id, 'name', p.name, 'language', p.language, 'timeZone', p.time_zone,
        'grants', (
          select coalesce(json_agg(json_build_object(
                   'role', g.role, 'departmentId', g.department_id, 'office', d.office,
                   'regionId', g.region_id, 'accountId', g.account_id
                 ) order by g.granted_at, g.id), '[]')
            from role_grant g left join department d on d.id = g.department_id
           where g.person_id = p.id),
        'positions', array(select q.position from person_position q where q.person_id = p.id order by q.position),
        'managedAccountIds', array(select a.id from account a where a.manager_id = p.id order by a.id))::text`)

function sessions(tokens: readonly string[]) {
  return sql<{ token: string; person: string } & SignInState>`
    select s.token, ${personJson} as person,
           exists (select from credential c where c.person_id = p.id and not c.chosen) as given, p.second_factor as factored
      from session s join person p on p.id = s.person_id
     where s.token = any(${tokens}) and s.expires_at > now() and p.active`
}
