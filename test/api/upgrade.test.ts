// A database of every earlier release, filled by that release, is upgraded: nothing is lost and the work goes on.
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { migrateToLatest } from '../../server/core/migrate.ts'
import { APP_ROLE } from '../../server/core/postgres-roles.ts'
import { engineOn, installSchema } from '../../server/open-engine.ts'
import { load } from '../../server/tools/backup/load.ts'
import { replayHistory } from '../../server/tools/replay-history.ts'
import { givenPerson } from '../given.ts'
import { globalId, send } from '../graph.ts'
import { freshDatabase } from '../postgres.ts'

/** Each with the last migration it had; its backup was written by that release from its demo world. */
const releases = [{ version: '0.1.0', migration: '007-claims', cases: 40, tasks: 56, lines: 1_163, letters: 140 }]

const MIGRATIONS = join(import.meta.dirname, '../../migrations')

it.each(releases)('release $version becomes the present one', async (release) => {
  const database = await freshDatabase({ empty: true })
  const folder = await mkdtemp(join(tmpdir(), 'csg-upgrade-'))
  try {
    for (const file of await readdir(MIGRATIONS)) {
      if (file.replace(/\.ts$/, '') <= release.migration) await cp(join(MIGRATIONS, file), join(folder, file))
    }
    await migrateToLatest(database.owner, { folder })
    await load(database.owner, join(import.meta.dirname, `../upgrade/${release.version}.backup.gz`), null)
    const before = await rowsOf()
    expect(before).toEqual({
      cases: release.cases,
      tasks: release.tasks,
      lines: release.lines,
      letters: release.letters,
    })

    await installSchema(database.connections.owner, APP_ROLE, fail)

    const { rows: visits } = await sql`select from service_case where kind = 'visit'`.execute(database.owner)
    // Visits had no chart and no history then; each gets the line of its request.
    expect(await rowsOf()).toEqual({ ...before, lines: release.lines + visits.length })
    const replayed = await replayHistory(database.owner)
    expect(replayed.differences).toEqual([])
    expect(replayed.cases).toBe(release.cases)
    expect(await registersAClaim()).toBe('ClaimMoved')
  } finally {
    await database.drop()
    await rm(folder, { recursive: true })
  }

  async function rowsOf() {
    const { rows } = await sql<Record<string, number>>`select
      (select count(*)::int from service_case) as cases, (select count(*)::int from task) as tasks,
      (select count(*)::int from history) as lines, (select count(*)::int from letter) as letters`.execute(
      database.owner,
    )
    return rows[0]
  }

  async function registersAClaim(): Promise<string> {
    const { engine, close } = await engineOn(database.connections.app, 4, fail)
    try {
      const engineer = await givenPerson(database.owner, { name: 'New Hand', role: 'csEngineer' })
      const account = await database.owner.selectFrom('account').select('id').limit(1).executeTakeFirstOrThrow()
      const { __typename } = await send(engine, engineer, 'registerClaim', {
        accountId: globalId('Account', account.id),
        whatHappened: 'Rust on the edges after the upgrade',
        receivedAt: new Date(Date.now() - 60_000).toISOString(),
      })
      return __typename
    } finally {
      await close()
    }
  }
})

it('keeps the migrations of a release as they were', async () => {
  const names = (await readdir(MIGRATIONS)).map((file) => file.replace(/\.ts$/, ''))
  expect(names).toEqual(expect.arrayContaining(releases.map(({ migration }) => migration)))
})

function fail(error: Error): never {
  throw error
}
