/** Says whether this process lives, and whether it can work: the database answers and has our migrations. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { RequestHandler } from 'express'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema/database.ts'

const MIGRATIONS = join(import.meta.dirname, '../migrations')
const PATIENCE_MS = 2_000

export const live: RequestHandler = (_request, response) => {
  response.json({ status: 'ok' })
}

/** 503 with what is missing; `closing` is asked first, so that a balancer sends nothing more to a process that ends. */
export function ready(db: Kysely<Database>, closing: () => boolean): RequestHandler {
  return async (_request, response) => {
    const missing = closing() ? 'closing' : await Promise.race([missingIn(db), wait(PATIENCE_MS, 'database')])
    response.setHeader('Cache-Control', 'no-store')
    response.status(missing ? 503 : 200).json(missing ? { status: 'unavailable', missing } : { status: 'ok' })
  }
}

async function missingIn(db: Kysely<Database>): Promise<'database' | 'migrations' | null> {
  try {
    const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db)
    const applied = new Set(rows.map(({ name }) => name))
    const known = (await readdir(MIGRATIONS)).map((file) => file.replace(/\.ts$/, ''))
    return known.every((name) => applied.has(name)) ? null : 'migrations'
  } catch {
    return 'database'
  }
}
