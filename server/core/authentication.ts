/** Sign-in by e-mail, password and, where it was set up, a code: better-auth on our own tables, its doors narrowed to what the product uses. */
import { APIError, type BetterAuthOptions, betterAuth } from 'better-auth'
import { twoFactor } from 'better-auth/plugins/two-factor'
import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import type { Database } from '../../schema/database.ts'
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from './credentials.ts'
import { type CookieSettings, codeCookieName, sessionCookieAttributes, sessionCookieName } from './session-cookie.ts'
import { noteSignInChange } from './sign-in-changes.ts'
import { trustedOrigins } from './trusted-origins.ts'

/** Where the routes stand; `server/http.ts` opens some of them. */
export const AUTH_PATH = '/auth'

/** Written by our server alone, from the socket or a trusted proxy; copies that clients send are dropped. */
export const ADDRESS_HEADER = 'x-csg-address'

/** One working shift with its handover. A session is not prolonged by use: after this, sign in again. */
const SESSION_SECONDS = 12 * 60 * 60

export interface Authentication {
  handler(request: Request): Promise<Response>
}

/** Opens no connection before the first request. Tries are limited before this handler, see sign-in-limiter. */
export function createAuthentication(
  db: Kysely<Database>,
  settings: CookieSettings,
  logger: Pick<Logger, 'error'>,
): Authentication {
  return betterAuth({
    ...tables,
    appName: 'csg',
    baseURL: settings.publicUrl,
    basePath: AUTH_PATH,
    secret: settings.authSecret,
    trustedOrigins: [...trustedOrigins(settings.publicUrl)],
    database: { db, type: 'postgres', transaction: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: MIN_PASSWORD_LENGTH,
      maxPasswordLength: MAX_PASSWORD_LENGTH,
    },
    // Refuses by address alone, which would lock out a whole office behind one router.
    rateLimit: { enabled: false },
    databaseHooks: {
      session: { create: { before: (session) => admit(db, session) } },
      account: {
        // Nothing else changes one here than a person who gives the old password and chooses a new one.
        update: {
          before: async (account) => ({ data: { ...account, chosen: true } }),
          after: ({ userId }) => noteSignInChange(db, { personId: userId, kind: 'passwordChosen', byId: userId }),
        },
      },
    },
    plugins: [
      twoFactor({ issuer: `Customer service (${new URL(settings.publicUrl).hostname})`, schema: secondFactor }),
    ],
    telemetry: { enabled: false },
    logger: { level: 'error', log: (_level, message) => logger.error({ source: 'authentication' }, message) },
    advanced: {
      database: { generateId: false, validateSchema: false },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER], ipv6Subnet: 128 },
      disableCSRFCheck: false,
      disableOriginCheck: false,
      useSecureCookies: false,
      defaultCookieAttributes: sessionCookieAttributes(settings),
      cookies: {
        session_token: { name: sessionCookieName(settings) },
        two_factor: { name: codeCookieName(settings) },
      },
    },
  })
}

/** An inactive person hears what a wrong password hears. Also caps what better-auth would grant to "do not remember me". */
async function admit(db: Kysely<Database>, session: { userId: string; expiresAt: Date }) {
  const person = await db.selectFrom('person').select('active').where('id', '=', session.userId).executeTakeFirst()
  if (!person?.active) {
    throw APIError.from('UNAUTHORIZED', { code: 'INVALID_EMAIL_OR_PASSWORD', message: 'Invalid email or password' })
  }
  const latest = new Date(Date.now() + SESSION_SECONDS * 1000)
  return { data: { expiresAt: session.expiresAt < latest ? session.expiresAt : latest } }
}

const dates = { createdAt: 'created_at', updatedAt: 'updated_at' }

const secondFactor = {
  user: { fields: { twoFactorEnabled: 'second_factor' } },
  twoFactor: {
    modelName: 'second_factor',
    fields: {
      userId: 'person_id',
      backupCodes: 'backup_codes',
      failedVerificationCount: 'failed_count',
      lockedUntil: 'locked_until',
    },
  },
}

const tables = {
  user: { modelName: 'person', fields: { ...dates, emailVerified: 'email_verified' } },
  session: {
    modelName: 'session',
    fields: {
      ...dates,
      userId: 'person_id',
      expiresAt: 'expires_at',
      ipAddress: 'ip_address',
      userAgent: 'user_agent',
    },
    expiresIn: SESSION_SECONDS,
    disableSessionRefresh: true,
    freshAge: 0,
    cookieCache: { enabled: false },
  },
  account: {
    modelName: 'credential',
    additionalFields: { chosen: { type: 'boolean', required: false, input: false, returned: false } },
    fields: {
      ...dates,
      userId: 'person_id',
      accountId: 'account_id',
      providerId: 'provider_id',
      accessToken: 'access_token',
      refreshToken: 'refresh_token',
      idToken: 'id_token',
      accessTokenExpiresAt: 'access_token_expires_at',
      refreshTokenExpiresAt: 'refresh_token_expires_at',
    },
  },
  verification: { modelName: 'verification', fields: { ...dates, expiresAt: 'expires_at' } },
} satisfies BetterAuthOptions
