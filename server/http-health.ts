/** Says whether this process lives, and whether it can work: the database answers and has our migrations. Tells how late the queues are. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { RequestHandler } from 'express'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema/database.ts'
import type { VirusScanner } from './core/virus-scanner.ts'
import { readQueueLag } from './core/work-figures.ts'

const MIGRATIONS = join(import.meta.dirname, '../migrations')
const PATIENCE_MS = 2_000

export const live: RequestHandler = (_request, response) => {
  response.json({ status: 'ok' })
}

/**
 * 503 with what is missing; `closing` is asked first, so that a balancer sends nothing more to a process that ends. Late queues
 * are told, in seconds, and refuse nothing: taking servers away would make them later.
 */
export function ready(db: Kysely<Database>, closing: () => boolean, scanner?: VirusScanner): RequestHandler {
  return async (_request, response) => {
    const found = closing() ? { missing: 'closing' } : await Promise.race([stateOf(db), wait(PATIENCE_MS, DOWN)])
    response.setHeader('Cache-Control', 'no-store')
    if ('missing' in found) response.status(503).json({ status: 'unavailable', missing: found.missing })
    else response.json({ status: 'ok', queueLagSeconds: found.queueLagSeconds, ...(await scannerState(scanner)) })
  }
}

/** A scanner that is away refuses uploads alone: the rest is served. */
async function scannerState(scanner?: VirusScanner): Promise<{ virusScanner?: 'ok' | 'away' }> {
  return scanner ? { virusScanner: (await scanner.answers()) ? 'ok' : 'away' } : {}
}

const DOWN = { missing: 'database' } as const

async function stateOf(db: Kysely<Database>): Promise<{ missing: string } | { queueLagSeconds: number }> {
  try {
    const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db)
    const applied = new Set(rows.map(({ name }) => name))
    const known = (await readdir(MIGRATIONS)).map((file) => file.replace(/\.ts$/, ''))
    if (!known.every((name) => applied.has(name))) return { missing: 'migrations' }
    const lags = (await readQueueLag(db)).map(({ lagSeconds }) => lagSeconds)
    return { queueLagSeconds: Math.max(0, ...lags.map(Math.round)) }
  } catch {
    return DOWN
  }
}
