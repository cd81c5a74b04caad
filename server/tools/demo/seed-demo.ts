// Fills a fresh product with a demo world: people, customers, material, and two years of claims made by the real engine.
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { fireDue } from '../../core/deadline-poll.ts'
import type { Engine } from '../../core/engine.ts'
import { plantCalendar } from '../../core/plant-calendar.ts'
import { transact } from '../../core/transaction.ts'
import { systemViewer } from '../../core/viewer.ts'
import { sendAlarm } from '../../effects.ts'
import { installReference } from '../reference-data.ts'
import { insertAccounts } from './accounts.ts'
import { loadCast } from './cast.ts'
import { datedEngine, sendPastLetters } from './dated-engine.ts'
import { insertKeyAccounts } from './key-accounts.ts'
import { insertMaterials } from './materials.ts'
import { readPastNotifications } from './past-notifications.ts'
import { callOffPastVisits } from './past-visits.ts'
import { insertPeople } from './people.ts'
import { planClaims } from './plan.ts'
import { tellProductCosts } from './product-costs.ts'
import { createRandom } from './random.ts'
import { tellStories } from './story.ts'
import { insertSurvey } from './survey.ts'
import { createTimeline } from './timeline.ts'
import { tellTrials } from './trials.ts'
import { tellVisits } from './visits.ts'
import { createWorkLine } from './work-line.ts'
import { readAccounts, type World } from './world.ts'

export interface DemoSize {
  claims: number
  heats: number
  pieces: number
}

export const fullDemo: DemoSize = { claims: 250, heats: 400, pieces: 3_000 }

const begun = 'demo-world-begun'
const surveyed = 'demo-survey-answered'
const finished = 'demo-world-finished'
const seedLock = 7_203_304
const dayLength = 86_400_000

/** `left`: the database has accounts that are none of ours. `made` and `finished` tell whether an earlier start broke off. */
export type DemoOutcome = 'made' | 'finished' | 'present' | 'left'

/**
 * Makes the demo world in a database without accounts, and finishes one whose making broke off: every step is
 * kept under its key, so that telling all stories again does only what is missing. Keys are kept for seven days.
 * Of several servers one makes it, the others wait. Nothing else may write meanwhile.
 */
export async function seedDemo(
  engine: Engine,
  tell: (message: string) => void,
  size: DemoSize = fullDemo,
): Promise<DemoOutcome> {
  return alone(engine, async () => {
    await installReference(engine.db)
    if (await known(engine, finished)) return 'present'
    const broken = await known(engine, begun)
    if (!broken && (await engine.db.selectFrom('account').select('id').limit(1).executeTakeFirst())) return 'left'
    tell(broken ? 'Finishing the demo world …' : 'Making the demo world …')
    const world = await openWorld(engine, await insertWorld(engine, size), broken)
    tellStories(planClaims(size.claims, world.accounts, world.line, world.end, createRandom('demo world')), world)
    await world.timeline.finished
    await callOffPastVisits(world)
    await tellTrials(world)
    await tellProductCosts(world)
    await tellVisits(world)
    for (let more = 1; more > 0; ) more = await fireDue(world.engineAt(world.end), sendAlarm)
    await sendPastLetters(engine.db)
    await readPastNotifications(engine.db, world.end)
    await transact(engine, request(surveyed), async (work) => {
      await insertSurvey(work, world.end)
      return { surveyed: true }
    })
    await transact(engine, request(finished), async () => ({ finished: true }))
    return broken ? 'finished' : 'made'
  })
}

async function alone<T>({ db }: Engine, work: () => Promise<T>): Promise<T> {
  return db.connection().execute(async (held) => {
    const lock = sql<{ held: boolean }>`select pg_try_advisory_lock(${seedLock}) as held`
    while (!(await lock.execute(held)).rows[0]?.held) await sleep(500)
    try {
      return await work()
    } finally {
      await sql`select pg_advisory_unlock(${seedLock})`.execute(held)
    }
  })
}

/** People, customers and material in one transaction; answers the present of the world. */
async function insertWorld(engine: Engine, size: DemoSize): Promise<Date> {
  const random = createRandom('demo material')
  const answer = await transact(engine, request(begun), async ({ trx }) => {
    const { now } = await trx.selectNoFrom(engine.now().as('now')).executeTakeFirstOrThrow()
    const people = await insertPeople(trx)
    await insertAccounts(trx, people, random)
    await insertKeyAccounts(trx, now)
    await insertMaterials(trx, size, now, random)
    return { end: now.toISOString() }
  })
  return new Date(answer.end)
}

async function openWorld(engine: Engine, end: Date, again: boolean): Promise<World> {
  const { db } = engine
  const { working } = await plantCalendar(db)
  const departments = await db.selectFrom('department').select(['id', 'code']).execute()
  const rules = await db.selectFrom('routing_rule').select(['subject', 'stage', 'department_id']).execute()
  return {
    engineAt: datedEngine(engine),
    db,
    cast: await loadCast(db),
    line: createWorkLine(working, new Date(end.getTime() - 760 * dayLength), new Date(end.getTime() + 120 * dayLength)),
    timeline: createTimeline({ end: end.getTime(), atOnce: 8, lead: 3 * dayLength }),
    accounts: await readAccounts(db),
    departments: new Map(departments.map(({ id, code }) => [code, id])),
    routing: new Map(rules.map(({ subject, stage, department_id }) => [`${subject} ${stage}`, department_id])),
    end,
    again,
  }
}

async function known({ db }: Engine, key: string): Promise<boolean> {
  return (await db.selectFrom('idempotency_key').where('key', '=', key).select('key').executeTakeFirst()) !== undefined
}

function request(key: string) {
  return { viewer: systemViewer, name: key, key, body: {} }
}
