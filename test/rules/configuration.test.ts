import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ConfigurationError, type Environment, readConfiguration } from '../../server/core/configuration.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'csg-configuration-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const SECRET = 'x'.repeat(32)
const read = (env: Environment) => readConfiguration({ DATA_DIRECTORY: folder, ...env })

function faultsOf(env: Environment): string[] {
  try {
    read(env)
  } catch (error) {
    if (error instanceof ConfigurationError) return error.faults.map(({ setting, message }) => `${setting} ${message}`)
    throw error
  }
  return []
}

describe('defaults', () => {
  it('start a server for one machine with the demo world', () => {
    expect(read({})).toMatchObject({
      production: false,
      databaseUrl: undefined,
      attach: false,
      poolSize: 10,
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://127.0.0.1:3000',
      dataDirectory: folder,
      logLevel: 'info',
      trustedProxies: [],
      demo: true,
      introspection: true,
      metrics: undefined,
      tracing: undefined,
    })
  })

  it('show nothing of themselves in production', () => {
    expect(read({ NODE_ENV: 'production', AUTH_SECRET: SECRET })).toMatchObject({
      production: true,
      authSecret: SECRET,
      demo: false,
      introspection: false,
    })
  })

  it('count an empty setting as absent, as compose files pass it', () => {
    expect(read({ DATABASE_URL: '', PORT: ' ', LOG_LEVEL: '' })).toMatchObject({ port: 3000, logLevel: 'info' })
  })
})

describe('the secret', () => {
  it('is made once outside production, for the eyes of its user only', () => {
    const { authSecret } = read({})
    expect(authSecret).toMatch(/^[0-9a-f]{64}$/)
    expect(read({}).authSecret).toBe(authSecret)
    const file = join(folder, 'secret')
    expect(readFileSync(file, 'utf8')).toBe(authSecret)
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('is required in production', () => {
    expect(faultsOf({ NODE_ENV: 'production' })).toEqual(['AUTH_SECRET is required in production'])
  })
})

describe('the way to the database in production', () => {
  const faultsWith = (url: string) =>
    faultsOf({ NODE_ENV: 'production', AUTH_SECRET: SECRET, DATABASE_URL: url, DATABASE_OWNER_URL: url }).length

  it.each([
    ['postgres://app:word@db.example.com/csg', 2],
    ['postgres://app:word@db.example.com/csg?sslmode=prefer', 2],
    ['postgres://app:word@db.example.com/csg?sslmode=verify-full', 0],
    ['postgres://app:word@db/csg?sslmode=disable', 0],
    ['postgres://app:word@127.0.0.1:5432/csg', 0],
    ['postgres://app:word@%2Frun%2Fpostgresql/csg', 0],
  ])('%s', (url, faults) => expect(faultsWith(url)).toBe(faults))
})

describe('faults', () => {
  it('are all told at once, without the values', () => {
    const wrong = {
      NODE_ENV: 'production',
      DATABASE_URL: 'mysql://root:hunter2@db/csg',
      DATABASE_OWNER_URL: 'nonsense',
      PORT: '70000',
      PUBLIC_URL: 'https://service.example.com/app',
      LOG_LEVEL: 'loud',
      POOL_SIZE: '1.5',
      TRUSTED_PROXY: '10.0.0.1, 10.0.0.0/40',
      CERTIFICATE_SCHEMA_DIRECTORY: join(folder, 'nowhere'),
      ATTACH: 'maybe',
      DEMO: '2',
      INTROSPECTION: 'ja',
    }
    const faults = faultsOf(wrong)
    const expected = Object.keys(wrong).filter((setting) => setting !== 'NODE_ENV')
    expect(faults.map((fault) => fault.split(' ')[0]).sort()).toEqual([...expected, 'AUTH_SECRET'].sort())
    expect(faults.join()).not.toContain('hunter2')
    expect(() => read(wrong)).toThrow(/PORT must be a whole number from 0 to 65535\n/)
  })

  it.each([
    [{ AUTH_SECRET: 'short' }, 'AUTH_SECRET must have at least 32 characters'],
    [{ DATABASE_OWNER_URL: 'postgres://o@db/csg' }, 'DATABASE_OWNER_URL needs DATABASE_URL beside it'],
    [{ PUBLIC_URL: 'ftp://example.com' }, 'PUBLIC_URL must look like https://service.example.com'],
    [{ PORT: '-1' }, 'PORT must be a whole number from 0 to 65535'],
    [{ POOL_SIZE: '1' }, 'POOL_SIZE must be a whole number from 2 to 100'],
  ])('%o', (env, fault) => expect(faultsOf(env)).toEqual([fault]))
})

describe('forms', () => {
  it.each([
    [
      { HOST: '0.0.0.0', PORT: '8080' },
      { publicUrl: 'http://localhost:8080', port: 8080 },
    ],
    [{ HOST: '::1' }, { publicUrl: 'http://[::1]:3000' }],
    [{ PUBLIC_URL: 'https://service.example.com/' }, { publicUrl: 'https://service.example.com' }],
    [{ TRUSTED_PROXY: 'loopback, 10.1.0.0/16,fd00::/8' }, { trustedProxies: ['loopback', '10.1.0.0/16', 'fd00::/8'] }],
    [
      { DEMO: 'no', INTROSPECTION: 'off', ATTACH: '1' },
      { demo: false, introspection: false, attach: true },
    ],
  ])('%o', (env, expected) => expect(read(env)).toMatchObject(expected))
})
