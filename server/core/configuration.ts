/** The server's configuration, read once from the environment; all faults are told together. */
import { randomBytes } from 'node:crypto'
import { isIPv6 } from 'node:net'
import { join } from 'node:path'
import type { z } from 'zod'
import type { GrantableRole } from '../../schema/vocabulary.ts'
import type { WebhookSettings } from './message-webhook.ts'
import { privateFile } from './private-file.ts'
import type { S3Settings } from './s3-blobs.ts'
import { settings } from './settings.ts'
import type { ScannerAddress } from './virus-scanner.ts'

export type Environment = Readonly<Record<string, string | undefined>>

export type Configuration = {
  readonly production: boolean
  /** Undefined: the embedded server under the data directory. */
  readonly databaseUrl: string | undefined
  /** The role that migrates, where it differs from the one in `databaseUrl`. */
  readonly databaseOwnerUrl: string | undefined
  /** Run beside another server process on the same embedded database. */
  readonly attach: boolean
  readonly poolSize: number
  readonly port: number
  readonly host: string
  /** Origin that people's browsers see, without a slash at its end. */
  readonly publicUrl: string
  readonly authSecret: string
  /** Absolute path. */
  readonly dataDirectory: string
  /** Longest attached file in bytes, and how many a case takes. */
  readonly attachmentLimits: { readonly mostBytes: number; readonly mostPerCase: number }
  /** Where uploaded files are looked at for viruses; undefined: nowhere. */
  readonly virusScanner: ScannerAddress | undefined
  /** The bucket for files; undefined: the data directory. */
  readonly s3: S3Settings | undefined
  /** How mail leaves; without a URL it is put into the folder `outbox` of the data directory. */
  readonly mail: { readonly smtpUrl: string | undefined; readonly from: string }
  /** The gateway for SMS and messengers; undefined: they cannot be sent. */
  readonly webhook: WebhookSettings | undefined
  readonly logLevel: Settings['LOG_LEVEL']
  /** Addresses and networks whose forwarded-for header is believed. */
  readonly trustedProxies: readonly string[]
  readonly certificateSchemaDirectory: string | undefined
  /** File of the client's own documents, `{ sha256: text }`. */
  readonly persistedDocuments: string | undefined
  /** The browser that prints; undefined: looked for in the usual places. */
  readonly chromiumPath: string | undefined
  /** Roles whose people do nothing before they have set up a second factor. */
  readonly secondFactorRoles: readonly GrantableRole[]
  /** Made administrator when there is none, outside the demo. */
  readonly administratorEmail: string | undefined
  /** Make the demo world when the database is empty. */
  readonly demo: boolean
  readonly introspection: boolean
  /** Where Prometheus reads figures; undefined: nowhere, and nothing is measured. */
  readonly metrics: { readonly port: number; readonly host: string } | undefined
  /** The collector that traces are sent to; undefined: none are made. */
  readonly tracing: { readonly endpoint: string; readonly serviceName: string } | undefined
}

export type ConfigurationFault = { readonly setting: string; readonly message: string }

export class ConfigurationError extends Error {
  override name = 'ConfigurationError'
  readonly faults: readonly ConfigurationFault[]

  constructor(faults: readonly ConfigurationFault[]) {
    const lines = faults.map(({ setting, message }) => `  ${setting} ${message}`)
    super(['These settings are wrong:', ...lines].join('\n'))
    this.faults = faults
  }
}

type Settings = z.output<typeof settings>

/**
 * Reads the configuration. An empty setting counts as absent. Outside production a missing AUTH_SECRET is made once and kept in the
 * data directory.
 * @throws ConfigurationError with every fault; values of settings are not repeated in it.
 */
export function readConfiguration(env: Environment): Configuration {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()))
  const parsed = settings.safeParse(given)
  const faults = [...(parsed.error?.issues ?? []).map(faultOf), ...faultsBetween(given)]
  if (!parsed.success || faults.length > 0) throw new ConfigurationError(faults)
  const { data } = parsed
  const production = data.NODE_ENV === 'production'
  return {
    production,
    databaseUrl: data.DATABASE_URL,
    databaseOwnerUrl: data.DATABASE_OWNER_URL,
    attach: data.ATTACH,
    poolSize: data.POOL_SIZE,
    port: data.PORT,
    host: data.HOST,
    publicUrl: data.PUBLIC_URL ? new URL(data.PUBLIC_URL).origin : localUrl(data.HOST, data.PORT),
    authSecret: data.AUTH_SECRET ?? privateFile(join(data.DATA_DIRECTORY, 'secret'), newSecret),
    dataDirectory: data.DATA_DIRECTORY,
    attachmentLimits: { mostBytes: data.ATTACHMENT_MEGABYTES * 1_048_576, mostPerCase: data.ATTACHMENTS_PER_CASE },
    virusScanner: data.CLAMD_ADDRESS,
    s3: s3Of(data),
    mail: { smtpUrl: data.SMTP_URL, from: data.MAIL_FROM },
    webhook:
      data.MESSAGE_WEBHOOK_URL && data.MESSAGE_WEBHOOK_SECRET
        ? { url: data.MESSAGE_WEBHOOK_URL, secret: data.MESSAGE_WEBHOOK_SECRET }
        : undefined,
    logLevel: data.LOG_LEVEL,
    trustedProxies: data.TRUSTED_PROXY,
    certificateSchemaDirectory: data.CERTIFICATE_SCHEMA_DIRECTORY,
    persistedDocuments: data.PERSISTED_DOCUMENTS,
    chromiumPath: data.CHROMIUM_PATH,
    secondFactorRoles: data.SECOND_FACTOR_ROLES,
    administratorEmail: data.ADMINISTRATOR_EMAIL,
    demo: data.DEMO ?? !production,
    introspection: data.INTROSPECTION ?? !production,
    metrics: data.METRICS_PORT === undefined ? undefined : { port: data.METRICS_PORT, host: data.METRICS_HOST },
    tracing: data.OTEL_EXPORTER_OTLP_ENDPOINT
      ? { endpoint: data.OTEL_EXPORTER_OTLP_ENDPOINT, serviceName: data.OTEL_SERVICE_NAME }
      : undefined,
  }
}

function faultOf({ path, message }: z.core.$ZodIssue): ConfigurationFault {
  return { setting: path.join('.'), message }
}

function faultsBetween(given: Environment): ConfigurationFault[] {
  const faults: ConfigurationFault[] = []
  if (given.NODE_ENV === 'production' && !given.AUTH_SECRET) {
    faults.push({ setting: 'AUTH_SECRET', message: 'is required in production' })
  }
  if (given.DATABASE_OWNER_URL && !given.DATABASE_URL) {
    faults.push({ setting: 'DATABASE_OWNER_URL', message: 'needs DATABASE_URL beside it' })
  }
  if (given.NODE_ENV === 'production') {
    for (const setting of ['DATABASE_URL', 'DATABASE_OWNER_URL'] as const) {
      if (given[setting] && !saysHowItIsReached(given[setting])) faults.push({ setting, message: UNSAID })
    }
  }
  if (given.MESSAGE_WEBHOOK_URL && !given.MESSAGE_WEBHOOK_SECRET) {
    faults.push({ setting: 'MESSAGE_WEBHOOK_SECRET', message: 'is required beside MESSAGE_WEBHOOK_URL' })
  }
  if (given.SMTP_URL && !given.MAIL_FROM) {
    faults.push({ setting: 'MAIL_FROM', message: 'is required beside SMTP_URL' })
  }
  const bucket = BUCKET.filter((setting) => given[setting])
  if (bucket.length > 0) {
    for (const setting of BUCKET) {
      if (!given[setting]) faults.push({ setting, message: `is required beside ${bucket[0]}` })
    }
  }
  return faults
}

const UNSAID = 'must say sslmode=verify-full, or sslmode=disable where the network to the database is nobody else’s'
const SSL_MODES = ['verify-full', 'verify-ca', 'disable']

/** Passwords and rows do not cross a network in the clear because a word was forgotten. A malformed address is another fault. */
function saysHowItIsReached(url: string): boolean {
  if (!url.startsWith('postgres') || !URL.canParse(url)) return true
  const { hostname, searchParams } = new URL(url)
  const host = searchParams.get('host') ?? decodeURIComponent(hostname)
  const here = host === '' || host.startsWith('/') || ['localhost', '127.0.0.1', '[::1]'].includes(host)
  return here || SSL_MODES.includes(searchParams.get('sslmode') ?? '')
}

const BUCKET = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const

function s3Of(data: Settings): S3Settings | undefined {
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_REGION: region } = data
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = data
  if (!endpoint || !bucket || !accessKeyId || !secretAccessKey) return undefined
  return { endpoint, bucket, region, accessKeyId, secretAccessKey }
}

function localUrl(host: string, port: number): string {
  if (host === '0.0.0.0' || host === '::') return `http://localhost:${port}`
  return `http://${isIPv6(host) ? `[${host}]` : host}:${port}`
}

function newSecret(): string {
  return randomBytes(32).toString('hex')
}
