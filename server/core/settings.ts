/** How each setting is written in the environment: its form, its default, and what is said when it is wrong. */
import { existsSync, statSync } from 'node:fs'
import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'
import { type GrantableRole, roles, words } from '../../schema/vocabulary.ts'
import type { ScannerAddress } from './virus-scanner.ts'

/** Relative paths start at the project's root, wherever the server was started from. */
export const PROJECT_ROOT = resolve(import.meta.dirname, '../..')

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
const PROXY_WORDS = ['loopback', 'linklocal', 'uniquelocal']
const TRUE = ['1', 'true', 'yes', 'on'] as const
const FALSE = ['0', 'false', 'no', 'off'] as const

const flag = z.enum([...TRUE, ...FALSE], 'must be true or false').transform((word) => TRUE.some((yes) => yes === word))

const path = z.string().transform((text) => resolve(PROJECT_ROOT, text))

const existingFolder = path.refine((folder) => isFolder(folder), 'is not a folder')

const postgresUrl = z
  .string()
  .refine(
    (text) => schemeOf(text, ['postgres:', 'postgresql:']),
    'must look like postgres://user:password@host:5432/database',
  )

const origin = z
  .string()
  .refine((text) => schemeOf(text, ['http:', 'https:']), 'must look like https://service.example.com')
  .refine((text) => !URL.canParse(text) || new URL(text).pathname === '/', 'must have no path')

const proxies = z
  .string()
  .transform((list) => list.split(',').flatMap((item) => item.trim() || []))
  .refine((list) => list.every(isProxy), 'must list addresses or networks, like 10.0.0.1, 10.1.0.0/16')

/** The path of a socket, or host and port. */
const scannerAddress = z.string().transform((text, context): ScannerAddress => {
  const path = text.replace(/^unix:/, '')
  if (path.startsWith('/')) return { path }
  const [, bracketed, name, port] = /^(?:\[([^\]]+)\]|([^\s:/]+)):(\d{1,5})$/.exec(text) ?? []
  const host = bracketed ?? name
  if (host && Number(port) >= 1 && Number(port) <= 65_535) return { host, port: Number(port) }
  context.addIssue({ code: 'custom', message: 'must look like clamd:3310 or /run/clamav/clamd.sock' })
  return z.NEVER
})

const grantable: readonly string[] = words(roles).filter((role) => role !== 'customerContact')

const roleList = z
  .string()
  .transform((list) => list.split(',').flatMap((item) => item.trim() || []))
  .refine((list) => list.every((role) => grantable.includes(role)), `must list roles, of ${grantable.join(', ')}`)
  .transform((list) => list as GrantableRole[])

export const settings = z.object({
  NODE_ENV: z.string().default(''),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_OWNER_URL: postgresUrl.optional(),
  PORT: wholeNumber(0, 65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: origin.optional(),
  AUTH_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  DATA_DIRECTORY: path.default(resolve(PROJECT_ROOT, '.data')),
  LOG_LEVEL: z.enum(LEVELS, `must be one of ${LEVELS.join(', ')}`).default('info'),
  POOL_SIZE: wholeNumber(2, 100).default(10),
  TRUSTED_PROXY: proxies.default([]),
  ATTACHMENT_MEGABYTES: wholeNumber(1, 2_000).default(50),
  ATTACHMENTS_PER_CASE: wholeNumber(1, 10_000).default(200),
  CLAMD_ADDRESS: scannerAddress.optional(),
  S3_ENDPOINT: origin.optional(),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,62}$/, 'must be the name of a bucket')
    .optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  SMTP_URL: z
    .string()
    .refine((text) => schemeOf(text, ['smtp:', 'smtps:']), 'must look like smtp://user:password@mail.example.com:587')
    .optional(),
  MAIL_FROM: z.string().default('Customer service <no-reply@localhost>'),
  MESSAGE_WEBHOOK_URL: z
    .string()
    .refine((text) => schemeOf(text, ['http:', 'https:']), 'must look like https://gateway.example.com/send')
    .optional(),
  MESSAGE_WEBHOOK_SECRET: z.string().min(16, 'must have at least 16 characters').optional(),
  CERTIFICATE_SCHEMA_DIRECTORY: existingFolder.optional(),
  PERSISTED_DOCUMENTS: path.optional(),
  CHROMIUM_PATH: z.string().refine(existsSync, 'is not a file').optional(),
  ATTACH: flag.default(false),
  SECOND_FACTOR_ROLES: roleList.default([]),
  ADMINISTRATOR_EMAIL: z.email('must be an e-mail address').optional(),
  DEMO: flag.optional(),
  INTROSPECTION: flag.optional(),
  METRICS_PORT: wholeNumber(0, 65_535).optional(),
  METRICS_HOST: z.string().default('127.0.0.1'),
  OTEL_EXPORTER_OTLP_ENDPOINT: origin.optional(),
  OTEL_SERVICE_NAME: z.string().default('customer-service-group'),
})

function wholeNumber(from: number, to: number) {
  const message = `must be a whole number from ${from} to ${to}`
  return z
    .string()
    .refine((text) => /^\d{1,9}$/.test(text) && Number(text) >= from && Number(text) <= to, message)
    .transform(Number)
}

function isFolder(text: string): boolean {
  return statSync(text, { throwIfNoEntry: false })?.isDirectory() === true
}

function schemeOf(text: string, schemes: readonly string[]): boolean {
  return URL.canParse(text) && schemes.includes(new URL(text).protocol)
}

function isProxy(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  if (PROXY_WORDS.includes(text)) return true
  const family = isIP(address)
  if (family === 0 || more.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
}
