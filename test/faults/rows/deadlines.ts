// Clocks come due one after the other while three pollers fire them and one of these is killed every 0.7 s; some states are left and re-entered meanwhile.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { registerClaim, sendClaimEvent } from '../../../server/claims/commands.ts'
import type { RoleConnection } from '../../../server/core/connection.ts'
import { Refused } from '../../../server/core/refusal.ts'
import { transact } from '../../../server/core/transaction.ts'
import { engineOn, type OpenedEngine } from '../../../server/open-engine.ts'
import { cloneTemplate, type TestDatabase } from '../../template.ts'
import { bundled } from '../bundled.ts'
import { copyDueClaims } from '../due-clocks.ts'
import { percentile, soundness } from '../fault-figures.ts'
import { nextWednesday } from '../fault-load.ts'
import { all, atMost, type FaultPlace, type FaultRow, type Figure, none, told } from '../fault-row.ts'
import { type FaultWorld, seedFaultWorld } from '../fault-world.ts'
import { COMPILED } from '../server-process.ts'

const POLLERS = 3
const KILL_EVERY_MS = 700
const PER_SECOND = 60
const LEAD_SECONDS = 5
/** One claim in so many waits for its customer, and the waiting is ended and begun anew about when it would have been given up. */
const ONE_REENTERS = 20
const LATE_SECONDS = 2
/** What is not fired so long after its time counts as never fired. */
const PATIENCE_SECONDS = 60
/** The copies share their texts, so that of all that is looked for these tell something. */
const SOUND = /^history gaps|^clocks fired twice|^differences/
const PROGRAM = join(import.meta.dirname, '../fault-poller.ts')

export const deadlines: FaultRow = {
  name: 'deadlines',
  fault: `due deadlines, ${POLLERS} pollers, a kill each ${KILL_EVERY_MS / 1_000} s`,
  size: { unit: 'deadlines', short: 60, long: 10_000 },
  run: fired,
}

async function fired(place: FaultPlace, size: number): Promise<Figure[]> {
  const database = await cloneTemplate(place.server)
  const opened = await engineOn(database.connections.app, 4, () => undefined)
  const world = await seedFaultWorld(opened.engine, 1, 0)
  const pollers = await startPollers(await bundled(PROGRAM), database.connections.app)
  try {
    const waiting = Math.ceil(size / ONE_REENTERS)
    const registered = {
      clock: 'acknowledge',
      copies: size - waiting,
      perSecond: PER_SECOND,
      lead: LEAD_SECONDS,
    } as const
    const perSecond = (PER_SECOND * waiting) / size
    const templates = { registered: await claimIn(opened, world, []), waiting: await claimIn(opened, world, WAITING) }
    await copyDueClaims(database.owner, { ...registered, template: templates.registered })
    const reentering = await copyDueClaims(database.owner, {
      ...registered,
      clock: 'customerInformation',
      template: templates.waiting,
      copies: waiting,
      perSecond,
    })
    const reentered = reenter(opened, world, reentering, perSecond)
    const kills = await pollers.killUntil(
      async () => (await leftIn(database)) === 0,
      size / PER_SECOND + PATIENCE_SECONDS,
    )
    const again = await reentered
    place.tell(`all fired, ${kills} pollers killed`)
    const lines = await firings(database)
    const once = new Set(lines.map(({ id, generation }) => `${id} ${generation}`))
    const late = lines.map(({ late }) => late)
    const undisturbed = lines.filter(({ clock }) => clock === 'acknowledge')
    return [
      told('pollers killed', kills),
      all('fired', new Set(undisturbed.map(({ id }) => id)).size, size - waiting),
      {
        what: 'fired more than once',
        measured: String(lines.length - once.size),
        bar: '0',
        met: lines.length === once.size,
      },
      none(
        'early',
        lines.filter(({ late }) => late < 0).map(({ id, late }) => `${id} by ${-late} s`),
      ),
      told('states left and re-entered about their due time', again),
      none(
        'fired after their state was left',
        lines.filter(({ stale }) => stale).map(({ id }) => id),
      ),
      atMost('late, median', percentile(late, 0.5), LATE_SECONDS, 's'),
      atMost('late, 99 of 100 within', percentile(late, 0.99), LATE_SECONDS, 's'),
      told('late, latest', `${Math.max(...late).toFixed(2)} s`),
      ...(await soundness(database.owner, [])).filter(({ what }) => SOUND.test(what)),
    ]
  } finally {
    await pollers.end()
    await opened.close()
    await database.drop()
  }
}

type Step = Parameters<typeof sendClaimEvent>[2]['event']

const WAITING: readonly [Step, object][] = [
  ['acknowledge', { promisedAnswerAt: nextWednesday() }],
  ['requestInformation', { questions: ['Which coil?'] }],
]

/** A claim that has taken these steps. */
async function claimIn({ engine }: OpenedEngine, world: FaultWorld, steps: typeof WAITING): Promise<string> {
  const { viewer } = world
  const [accountId = ''] = world.accountKeys
  const payload = { accountId, whatHappened: 'Copied', receivedAt: new Date(Date.now() - 3_600_000).toISOString() }
  const { id } = await transact(engine, { viewer, name: 'seed', key: null, body: {} }, async (work) => ({
    id: (await registerClaim(engine, work, viewer, payload as never)).subject.caseId,
  }))
  for (const [event, payload] of steps) await step({ engine }, world, id, event, payload)
  return id
}

/** Ends the waiting of each claim about when it is due, and begins it anew; returns how many were not given up before. */
async function reenter(
  opened: OpenedEngine,
  world: FaultWorld,
  ids: readonly string[],
  perSecond: number,
): Promise<number> {
  let again = 0
  await wait(LEAD_SECONDS * 1_000)
  for (const id of ids) {
    await wait(1_000 / perSecond)
    try {
      await step(opened, world, id, 'stopWaiting', { reason: 'We know by now' })
      await step(opened, world, id, 'requestInformation', { questions: ['Which coil?'] })
      again++
    } catch (error) {
      if (!(error instanceof Refused)) throw error
    }
  }
  return again
}

async function step(
  { engine }: Pick<OpenedEngine, 'engine'>,
  { viewer }: FaultWorld,
  caseId: string,
  event: Step,
  payload: object,
): Promise<void> {
  await transact(engine, { viewer, name: event, key: null, body: {} }, async (work) => {
    await sendClaimEvent(engine, work, { caseId, revision: null, event, payload: payload as never, viewer, at: null })
    return {}
  })
}

async function leftIn({ owner }: TestDatabase): Promise<number> {
  const { rows } = await sql<{ left: number }>`select count(*)::int as left from deadline
    where next_at is not null and not_after is not null and breached_at is null`.execute(owner)
  return rows[0]?.left ?? 0
}

interface Firing {
  id: string
  clock: string
  generation: number
  /** Seconds after the due time. */
  late: number
  /** The state it was for had been left. */
  stale: boolean
}

async function firings({ owner }: TestDatabase): Promise<Firing[]> {
  const { rows } = await sql<Firing>`
    select d.case_id as id, d.clock, d.generation, extract(epoch from h.at - d.due_at)::float8 as late,
      coalesce(d.stopped_at < h.at, false) as stale
    from history h join deadline d on d.case_id = h.case_id and d.task_id is not distinct from h.task_id
      and d.clock = h.payload->>'clock' and d.generation = (h.payload->>'generation')::int
    where h.event = 'deadlinePassed'`.execute(owner)
  return rows
}

interface Pollers {
  /** Kills the one that worked longest, each 0.7 s, until there is nothing left or the time is over; returns how many were killed. */
  killUntil(done: () => Promise<boolean>, withinSeconds: number): Promise<number>
  end(): Promise<void>
}

/** Another one stands by for each that is killed, from compiled code: what is tried is the firing, not the start of a process. */
async function startPollers(program: string, connection: RoleConnection): Promise<Pollers> {
  const children = new Set<ChildProcess>()
  const begin = async () => {
    const child = spawn(process.execPath, [program, JSON.stringify(connection)], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: COMPILED },
    })
    children.add(child)
    await once(child.stdout, 'data')
    return child
  }
  const kill = async (child: ChildProcess | undefined) => {
    if (!child) return
    const exit = once(child, 'exit')
    child.kill('SIGKILL')
    await exit
    children.delete(child)
  }
  const standby = await Promise.all(Array.from({ length: POLLERS * 2 }, begin))
  return {
    async killUntil(done, withinSeconds) {
      const until = performance.now() + withinSeconds * 1_000
      const starting = new Set<Promise<unknown>>()
      const working = standby.splice(0, POLLERS)
      for (const child of working) child.stdin?.write('go\n')
      let kills = 0
      while (performance.now() < until && !(await done())) {
        await wait(KILL_EVERY_MS)
        const next = standby.shift()
        if (!next) continue
        await kill(working.shift())
        kills++
        next.stdin?.write('go\n')
        working.push(next)
        const started = begin().then((child) => standby.push(child))
        starting.add(started)
      }
      await Promise.all(starting)
      return kills
    },
    async end() {
      await Promise.all([...children].map(kill))
    },
  }
}
