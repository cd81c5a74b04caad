// Cuts each command of a claim's course off after each of its statements: all of it happens, or nothing.
import { type Kysely, type KyselyPlugin, sql } from 'kysely'
import type { Database } from '../../../schema/database.ts'
import type { JsonObject } from '../../../schema/json.ts'
import { sendTaskEvent } from '../../../server/cases/task-commands.ts'
import { registerClaim, sendClaimEvent } from '../../../server/claims/commands.ts'
import type { Advanced } from '../../../server/core/advance.ts'
import { fireDue } from '../../../server/core/deadline-poll.ts'
import type { Engine } from '../../../server/core/engine.ts'
import { transact } from '../../../server/core/transaction.ts'
import type { PersonViewer } from '../../../server/core/viewer.ts'
import type { Work } from '../../../server/core/work.ts'
import { sendAlarm } from '../../../server/effects.ts'
import { givenAccount, givenCoils, givenPerson, givenReference } from '../../given.ts'
import { cloneTemplate } from '../../template.ts'
import { type TestEngine, timedEngine } from '../../timed-engine.ts'
import { all, type FaultPlace, type FaultRow, type Figure, told } from '../fault-row.ts'

class Cut extends Error {}

export const statements: FaultRow = {
  name: 'statements',
  fault: 'failure after each statement of a command',
  size: null,
  run: cutOff,
}

const COMMANDS = 15

async function cutOff(place: FaultPlace): Promise<Figure[]> {
  const world = await timedEngine(await cloneTemplate(place.server), new Date('2026-11-02T05:00:00Z'))
  try {
    const { cuts, whole } = await walk(world)
    const commands = cuts.size
    const made = [...cuts.values()].reduce((sum, count) => sum + count, 0)
    return [
      all('commands of the course tried', commands, COMMANDS),
      told('statements in them', made),
      all('cuts that left nothing behind', whole.count, made),
    ]
  } finally {
    await world.close()
  }
}

interface Trial {
  world: TestEngine
  /** Statements of each command, every one of which was a place to cut. */
  cuts: Map<string, number>
  whole: { count: number }
}

/** A claim from its registration to its closing; each step is cut off everywhere before it is let through. */
async function walk(world: TestEngine): Promise<Trial> {
  const trial: Trial = { world, cuts: new Map(), whole: { count: 0 } }
  const cutEverywhere = (name: string, viewer: PersonViewer, command: Command) =>
    cutCommand(trial, name, viewer, command)
  const { engine, database } = world
  const { departments, regions } = await givenReference(database.app)
  const mill = departments.rollingMill ?? ''
  const engineer = await givenPerson(database.app, { name: 'Front Person', role: 'csEngineer' })
  const lead = await givenPerson(database.app, { name: 'Lead Person', role: 'csLead' })
  const analyst = await givenPerson(database.app, { name: 'Analyst Person', role: 'analyst' })
  const roller = await givenPerson(database.app, {
    name: 'Mill Person',
    role: 'departmentResponder',
    departmentId: mill,
  })
  const quality = await givenPerson(database.app, {
    name: 'Quality Head',
    role: 'management',
    positions: ['headOfQuality'],
  })
  const account = await givenAccount(database.app, { name: 'Paper Otter Pipes', regionId: regions.europe ?? '' })
  const { coils } = await givenCoils(database.app, account.id, '71001', ['1', '2'])
  const [coil = '', sister = ''] = coils

  const registered = await cutEverywhere('register', engineer, (cut, work) =>
    registerClaim(cut, work, engineer, {
      accountId: account.id,
      whatHappened: 'Wavy edges on a coil',
      receivedAt: '2026-11-02T04:50:00.000Z',
      items: [{ pieceId: coil, defect: 'wavyEdge', claimedMass: '8.420' }],
      remedySought: 'priceAllowance',
    } as never),
  )
  const { caseId } = registered.subject
  const step = (event: string, viewer: PersonViewer, payload: JsonObject) =>
    cutEverywhere(event, viewer, (cut, work) =>
      sendClaimEvent(cut, work, {
        caseId,
        revision: null,
        event: event as never,
        payload: payload as never,
        viewer,
        at: null,
      }),
    )
  await step('amend', engineer, { whatHappened: 'Wavy edges on one coil', stage: 'processing' })
  await step('acknowledge', engineer, { promisedAnswerAt: '2026-11-12T10:00:00.000Z', letter: 'We look into it.' })
  await step('acceptForInvestigation', lead, { analystId: analyst.id, severity: 'major' })
  await step('recordContainment', analyst, { pieces: [{ pieceId: sister, outcome: 'held' }] })
  await step('sendTask', analyst, {
    departmentId: mill,
    question: 'Flatness record?',
    dueAt: '2026-11-05T10:00:00.000Z',
  })
  const task = await database.app.selectFrom('task').select('id').executeTakeFirstOrThrow()
  const answer = (event: string, payload: JsonObject) =>
    cutEverywhere(`task ${event}`, roller, (cut, work) =>
      sendTaskEvent(cut, work, {
        taskId: task.id,
        revision: null,
        event: event as never,
        payload: payload as never,
        viewer: roller,
        at: null,
      }),
    )
  await answer('accept', {})
  await answer('answer', { text: 'Set-point was late', causeCode: 'wrongSetting' })
  await step('conclude', analyst, {
    occurrenceCause: 'wrongSetting',
    escapeCause: 'sampling',
    systemCause: 'training',
    qualityLayer: 'standard',
    chainStage: 'loading',
    ourFault: true,
    shares: [{ departmentId: mill, percent: '100' }],
  })
  const item = await database.app.selectFrom('claim_item').select('id').executeTakeFirstOrThrow()
  await step('propose', lead, {
    lines: [{ itemId: item.id, kind: 'priceAllowance', mass: '8.420', amount: '15000.00', currency: 'USD' }],
  })
  const { number, hash } = await database.app
    .selectFrom('proposal')
    .select(['number', 'hash'])
    .executeTakeFirstOrThrow()
  await step('approve', quality, { number, hash })
  await step('customerAccepts', engineer, { acceptedAt: '2026-11-02T05:00:00.000Z', letter: 'We agree.' })
  await timer()
  const line = await database.app.selectFrom('settlement_line').select('id').executeTakeFirstOrThrow()
  await step('executeLine', lead, { lineId: line.id, documentNumber: 'CN-1' })
  await step('close', engineer, {
    selfCheck: {
      answeredInTime: true,
      promisesKept: true,
      causeExplained: true,
      documentsComplete: true,
      lessonShared: true,
    },
    apologySent: true,
  })
  return trial

  /** A due clock, fired without anybody's doing. */
  async function timer(): Promise<void> {
    world.setTime(new Date('2026-11-30T12:00:00Z'))
    const before = await hashOf(database.owner)
    for (let after = 1; ; after++) {
      const cut = cutting(engine, after)
      const fired = await fireDue(cut.engine, sendAlarm, { limit: 1 }).catch(asCut)
      const unchanged = (await hashOf(database.owner)) === before
      if (!cut.wasCut()) {
        if (fired !== 1 || unchanged) throw new Error('No clock was fired')
        trial.cuts.set('timer', after - 1)
        return
      }
      if (unchanged) trial.whole.count++
    }
  }
}

type Command = (engine: Engine, work: Work) => Promise<Advanced>

/** Sends the command again and again, each time one statement further; returns what it answers once nothing cuts it. */
async function cutCommand(
  { world, cuts, whole }: Trial,
  name: string,
  viewer: PersonViewer,
  command: Command,
): Promise<Advanced> {
  const { owner } = world.database
  const before = await hashOf(owner)
  for (let after = 1; ; after++) {
    const cut = cutting(world.engine, after)
    let advanced: Advanced | undefined
    // The key stays the same: what was cut off has left nothing that would answer in its place.
    await transact(cut.engine, { viewer, name, key: `key of ${name}`, body: {} }, async (work) => {
      advanced = await command(cut.engine, work)
      return {}
    }).catch(asCut)
    const unchanged = (await hashOf(owner)) === before
    if (!cut.wasCut()) {
      if (!advanced || unchanged) throw new Error(`${name} did nothing`)
      cuts.set(name, after - 1)
      return advanced
    }
    if (unchanged) whole.count++
  }
}

/** An engine whose work is cut off once so many statements have been carried out. */
function cutting(engine: Engine, after: number): { engine: Engine; wasCut: () => boolean } {
  let done = 0
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      done++
      if (done === after) throw new Cut()
      return result
    },
  }
  return { engine: { ...engine, db: engine.db.withPlugin(plugin) }, wasCut: () => done >= after }
}

function asCut(error: unknown): number {
  if (error instanceof Cut) return 0
  throw error
}

/** Of every row of every table of ours, and of the queued jobs. Numbers drawn from sequences may be left out, as is their way. */
async function hashOf(db: Kysely<Database>): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname = 'public' and tablename not like 'kysely%' order by 1`.execute(db)
  const parts = ['jobs.job', ...tables.map(({ name }) => name)].map(
    (name) => `select '${name}' as name, coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as hash
      from ${name} t`,
  )
  const { rows } = await sql<{ hash: string }>`
    select md5(string_agg(name || hash, '|' order by name)) as hash
    from (${sql.raw(parts.join(' union all '))}) as hashed`.execute(db)
  return rows[0]?.hash ?? ''
}
