/** The routes of sign-in and sessions: the few of better-auth that the product uses, with the limit of tries before them. */
import type { Request as ExpressRequest, Response as ExpressResponse, RequestHandler } from 'express'
import type { Logger } from 'pino'
import type { SignInDuty } from '../schema/sign-in-vocabulary.ts'
import { ADDRESS_HEADER, type Authentication } from './core/authentication.ts'
import type { Engine } from './core/engine.ts'
import { isGuessable } from './core/guessable.ts'
import { type CookieSettings, sessionToken } from './core/session-cookie.ts'
import type { ViewerReader } from './core/session-viewer.ts'
import { noteSignInChange } from './core/sign-in-changes.ts'
import { FAILED_TRIES, type SignInLimiter, WINDOW_MINUTES } from './core/sign-in-limiter.ts'
import { type JsonObjectBody, readJsonObject } from './http-body.ts'
import { owing } from './http-owing.ts'
import { HttpRefusal } from './http-refusal.ts'
import { requestId } from './http-request-id.ts'
import { TRY_BACKUP_CODE, TRY_CODE, tryCode } from './http-second-factor.ts'

const SIGN_IN = 'POST /sign-in/email'
const CHANGE_PASSWORD = 'POST /change-password'

const SET_UP = 'POST /two-factor/enable'
const TAKE_AWAY = 'POST /two-factor/disable'
const NEW_BACKUP_CODES = 'POST /two-factor/generate-backup-codes'

const OPEN_ROUTES = new Set([
  SET_UP,
  TAKE_AWAY,
  NEW_BACKUP_CODES,
  TRY_CODE,
  TRY_BACKUP_CODE,
  SIGN_IN,
  CHANGE_PASSWORD,
  'POST /sign-out',
  'GET /get-session',
  'GET /list-sessions',
  'POST /revoke-session',
  'POST /revoke-other-sessions',
  'POST /revoke-sessions',
])

/** What a session may ask before it has done what it owes. */
const OPEN_WHILE_OWING = {
  password: new Set([SIGN_IN, CHANGE_PASSWORD, 'POST /sign-out', 'GET /get-session']),
  secondFactor: new Set([SIGN_IN, CHANGE_PASSWORD, 'POST /sign-out', 'GET /get-session', SET_UP, TRY_CODE]),
} as const satisfies Record<SignInDuty, ReadonlySet<string>>

const BODY_LIMIT = 16 * 1024
const LONGEST_EMAIL = 254

export interface AuthRoutes {
  engine: Pick<Engine, 'db' | 'now'>
  auth: Authentication
  limiter: SignInLimiter
  viewerOf: ViewerReader
  settings: CookieSettings
  /** Told of every try to sign in, out or to change a password, without saying whose. */
  logger: Pick<Logger, 'info'>
}

/** Answers everything under `/auth`; other routes of better-auth do not exist here. */
export function authRoutes(routes: AuthRoutes): RequestHandler {
  return async (request, response) => {
    const route = `${request.method} ${request.path}`
    if (!OPEN_ROUTES.has(route)) throw new HttpRefusal(404, 'NOT_FOUND', 'There is no such route.')
    const body = request.method === 'POST' && hasBody(request) ? await readJsonObject(request, BODY_LIMIT) : {}
    response.setHeader('Cache-Control', 'no-store')
    if (route !== SIGN_IN) await refuseOwing(routes, route, request)
    const answered = await answer(routes, route, request, body).catch((error: unknown) => {
      told(routes, response, route, error instanceof HttpRefusal ? error.code : 'FAILED')
      throw error
    })
    told(routes, response, route, answered.ok ? 'DONE' : 'REFUSED')
    await send(response, answered)
  }
}

/** Reads of the session are no event. */
function told({ logger }: AuthRoutes, response: ExpressResponse, route: string, outcome: string): void {
  if (route.startsWith('POST'))
    logger.info({ requestId: requestId(response), event: route.slice(6), outcome }, 'authentication')
}

async function refuseOwing({ viewerOf }: AuthRoutes, route: string, { headers: { cookie } }: ExpressRequest) {
  const viewer = await viewerOf(cookie === undefined ? {} : { cookie })
  const duty = viewer?.kind === 'person' && viewer.owes
  if (duty && !OPEN_WHILE_OWING[duty].has(route)) throw owing(duty)
}

async function answer(
  { engine, auth, limiter, settings }: AuthRoutes,
  route: string,
  request: ExpressRequest,
  body: JsonObjectBody,
): Promise<Response> {
  const token = sessionToken(request.headers.cookie, settings)
  switch (route) {
    case SIGN_IN: {
      const response = await provePassword(limiter, body.email, () => auth.handler(webRequest(request, body, settings)))
      // A browser that signs in anew leaves no older session behind.
      if (response.ok && token) await engine.db.deleteFrom('session').where('token', '=', token).execute()
      return response
    }
    case CHANGE_PASSWORD: {
      if (typeof body.newPassword === 'string' && isGuessable(body.newPassword)) {
        throw new HttpRefusal(400, 'PASSWORD_GUESSABLE', 'That password is easily guessed: take words of your own.')
      }
      if (typeof body.newPassword === 'string' && body.newPassword === body.currentPassword) {
        throw new HttpRefusal(400, 'PASSWORD_UNCHANGED', 'That is the password of before: choose another.')
      }
      const changed = { ...body, revokeOtherSessions: true }
      const person = await personOfSession(engine, token)
      return await provePassword(limiter, person?.email, () => auth.handler(webRequest(request, changed, settings)))
    }
    case TRY_CODE:
    case TRY_BACKUP_CODE: {
      const prove = (email: string, ask: () => Promise<Response>) => provePassword(limiter, email, ask)
      const ask = (sent: JsonObjectBody) => auth.handler(webRequest(request, sent, settings))
      return await tryCode({ engine, settings, prove, ask }, route, request, body)
    }
    case SET_UP:
    case TAKE_AWAY:
    case NEW_BACKUP_CODES: {
      const person = await personOfSession(engine, token)
      const sent = { password: body.password }
      const response = await provePassword(limiter, person?.email, () =>
        auth.handler(webRequest(request, sent, settings)),
      )
      const kind = notedAs[route]
      if (response.ok && person && kind)
        await noteSignInChange(engine.db, { personId: person.id, kind, byId: person.id })
      return response
    }
    default:
      return await auth.handler(webRequest(request, body, settings))
  }
}

/** Without a plausible account there is nothing to prove; better-auth refuses such a request by itself. */
async function provePassword(
  limiter: SignInLimiter,
  email: unknown,
  prove: () => Promise<Response>,
): Promise<Response> {
  if (typeof email !== 'string' || email.length > LONGEST_EMAIL || email.includes('\0')) return await prove()
  const attempt = await limiter.begin(email)
  if (!attempt.allowed) {
    const message = `More than ${FAILED_TRIES} failed tries in ${WINDOW_MINUTES} minutes. Try again later.`
    throw new HttpRefusal(429, 'TOO_MANY_TRIES', message, { 'Retry-After': String(attempt.retryAfterSeconds) })
  }
  const response = await prove()
  if (response.ok) await attempt.succeed()
  return response
}

/** Setting up is noted when the first code was right. */
const notedAs = { [SET_UP]: null, [TAKE_AWAY]: 'secondFactorOff', [NEW_BACKUP_CODES]: 'backupCodesMade' } as const

async function personOfSession({ db }: Pick<Engine, 'db'>, token: string | null) {
  return await db
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .select(['person.id', 'person.email'])
    .where('session.token', '=', token ?? '')
    .executeTakeFirst()
}

function hasBody({ headers }: ExpressRequest): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}

/** The address comes from the settings, not from the Host header. */
function webRequest({ method, originalUrl, headers }: ExpressRequest, body: JsonObjectBody, settings: CookieSettings) {
  const passed = new Headers({ 'content-type': 'application/json' })
  for (const name of ['cookie', 'origin', 'referer', 'user-agent', ADDRESS_HEADER]) {
    const value = headers[name]
    if (typeof value === 'string') passed.set(name, value)
  }
  return new Request(new URL(originalUrl, settings.publicUrl), {
    method,
    headers: passed,
    ...(method === 'POST' && { body: JSON.stringify(body) }),
  })
}

async function send(response: ExpressResponse, answered: Response): Promise<void> {
  response.status(answered.status)
  const cookies = answered.headers.getSetCookie()
  if (cookies.length > 0) response.setHeader('Set-Cookie', cookies)
  response.type('application/json').send((await answered.text()) || 'null')
}
