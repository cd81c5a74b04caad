// `npm run backup` while clients write, `npm run restore` into an empty database: one whole moment, and no secret of a session.
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../../../schema/database.ts'
import { tableDigests } from '../../table-digests.ts'
import { cloneTemplate } from '../../template.ts'
import { urlOf } from '../database-url.ts'
import { check } from '../fault-checker.ts'
import type { Delivered } from '../fault-client.ts'
import { type FaultPlace, type FaultRow, type Figure, none, told } from '../fault-row.ts'
import { openScene, startLoad } from '../fault-scene.ts'
import { COMPILED } from '../server-process.ts'

const CLIENTS = 16
const PER_SECOND = 60
const TOOLS = join(import.meta.dirname, '../../../server/tools')
const run = promisify(execFile)

export const backup: FaultRow = {
  name: 'backup',
  fault: 'backup under load, restore to an empty database',
  size: { unit: 'rounds', short: 1, long: 3 },
  run: restored,
}

async function restored(place: FaultPlace, rounds: number): Promise<Figure[]> {
  const scene = await openScene(place, { servers: 1, clients: CLIENTS, overdue: 20 })
  const { owner } = scene.database
  try {
    const load = startLoad(scene.clients, scene.world, PER_SECOND)
    const figures: Figure[] = []
    for (let round = 0; round < rounds; round++) {
      await load.more(CLIENTS * 4)
      const before = [...load.delivered()]
      const file = join(place.folder, `under-load-${round}.jsonl.gz`)
      await runTool('backup', file, scene.environment)
      await load.more(1)
      if (round === rounds - 1) figures.push(...(await underLoad(place, file, owner, before)))
    }
    await load.end()
    await scene.servers[0]?.stop()
    const file = join(place.folder, 'at-rest.jsonl.gz')
    await runTool('backup', file, scene.environment)
    figures.push(...(await inRestored(place, file, (copy) => atRest(owner, copy))))
    const content = gunzipSync(await readFile(file)).toString()
    const secrets = await secretsOf(owner)
    figures.push(
      none(
        `sessions, tokens and keys inside (${secrets.length} looked for)`,
        secrets.filter((secret) => content.includes(secret)),
      ),
      told('answers with an error, sent again', load.failures().length),
    )
    return figures
  } finally {
    await scene.close()
  }
}

/** What was acknowledged before the backup began is in it, whole; what it holds that never changes is as it is in the source. */
async function underLoad(
  place: FaultPlace,
  file: string,
  owner: Kysely<Database>,
  before: readonly Delivered[],
): Promise<Figure[]> {
  return inRestored(place, file, async (copy) => {
    const findings = await check(copy, before)
    return [
      told('commands before the backup began', findings.acknowledged),
      none('of them not in it', findings.lost),
      none('gaps, and states that do not follow from their history', [...findings.gaps, ...findings.replayDifferences]),
      none('lines of history that differ from the source', await differingLines(owner, copy)),
    ]
  })
}

async function atRest(owner: Kysely<Database>, copy: Kysely<Database>): Promise<Figure[]> {
  const [there, here] = [await tableDigests(owner), await tableDigests(copy)]
  const differing = Object.keys(there).filter((table) => there[table] !== here[table])
  return [
    told('tables compared at rest', Object.keys(there).length),
    none('of them with another row count or hash', differing),
  ]
}

async function inRestored(
  place: FaultPlace,
  file: string,
  look: (copy: Kysely<Database>) => Promise<Figure[]>,
): Promise<Figure[]> {
  const empty = await cloneTemplate(place.server)
  try {
    const { app, owner } = empty.connections
    await runTool('restore', file, { DATABASE_URL: urlOf(app), DATABASE_OWNER_URL: urlOf(owner) })
    return await look(empty.owner)
  } finally {
    await empty.drop()
  }
}

async function runTool(
  name: 'backup' | 'restore',
  file: string,
  environment: Readonly<Record<string, string>>,
): Promise<void> {
  await run(process.execPath, [join(TOOLS, `${name}.ts`), file], {
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: COMPILED, ...environment },
  })
}

/** History is append-only: each line of the copy must stand in the source as it is. */
async function differingLines(owner: Kysely<Database>, copy: Kysely<Database>): Promise<string[]> {
  const lines = (db: Kysely<Database>) =>
    sql<{ id: string; hash: string }>`select id, md5(history::text) as hash from history`.execute(db)
  const source = new Map((await lines(owner)).rows.map(({ id, hash }) => [id, hash]))
  return (await lines(copy)).rows.filter(({ id, hash }) => source.get(id) !== hash).map(({ id }) => id)
}

async function secretsOf(owner: Kysely<Database>): Promise<string[]> {
  const { rows } = await sql<{ secret: string }>`
    select token as secret from session union all select key from idempotency_key`.execute(owner)
  // A key of this load stands in a text of its command, which belongs into a backup.
  const texts = await sql<{ text: string }>`select body as text from comment union all select text from promise
    union all select question from task union all select payload::text from history`.execute(owner)
  const all = texts.rows.map(({ text }) => text).join('\n')
  return rows.map(({ secret }) => secret).filter((secret) => !all.includes(secret))
}
