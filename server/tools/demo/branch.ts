// A thread of a claim's story: it waits in working time, lets clocks pass meanwhile, and does what its people do.
import type { Transaction } from 'kysely'
import type { ClaimEvent } from '../../../schema/claim-vocabulary.ts'
import type { Database } from '../../../schema/database.ts'
import type { JsonObject } from '../../../schema/json.ts'
import { sendClaimEvent } from '../../claims/commands.ts'
import { fireDue } from '../../core/deadline-poll.ts'
import type { Engine } from '../../core/engine.ts'
import type { Viewer } from '../../core/viewer.ts'
import type { Work } from '../../core/work.ts'
import { sendAlarm } from '../../effects.ts'
import type { ClaimContext } from '../../workflows/claim-context.ts'
import type { ClaimPayloads } from '../../workflows/claim-payloads.ts'
import { keepStep, nextAlarm } from './kept-steps.ts'
import type { ClaimPlan } from './plan.ts'
import type { Random } from './random.ts'
import type { World } from './world.ts'

/** What the threads of one claim know of it in common. */
export interface Telling {
  plan: ClaimPlan
  world: World
  /** Stories with one key take turns. */
  key: string
  /** The working minute in which it was registered */
  registered: PromiseWithResolvers<number>
  caseId: string | null
  ownerId: string | null
  states: string[]
  context: ClaimContext | null
  /** When the next clock of the case warns or passes; undefined while that is not known. */
  alarm: Date | null | undefined
  /** Another claim is merged into this one or this one into another: their clocks move. */
  merging: boolean
  /** Promises to the customer that are not kept yet */
  promises: string[]
  /** Claims of the same world by the index of their plans */
  others: ReadonlyMap<number, Telling>
}

type Doing<T> = (engine: Engine, work: Work) => Promise<T>

export interface Branch {
  readonly claim: Telling
  readonly random: Random
  now(): Date
  minute(): number
  /** Waits so many working minutes. What lies after the end of the world's time never comes. */
  wait(minutes: number): Promise<void>
  /** Waits for what other threads bring about; each tells the working minute in which it happened. */
  join(events: readonly Promise<number>[]): Promise<void>
  /** Brings the case into being. */
  begin(name: string, work: Doing<string>): Promise<void>
  /** Does something to the case, once however often the story is told, and learns how the case stands then. */
  step<T extends JsonObject>(name: string, work: Doing<T>): Promise<T>
  send<E extends Exclude<ClaimEvent, 'register' | 'discard'>>(
    event: E,
    payload: ClaimPayloads[E],
    viewer: Viewer,
  ): Promise<void>
  /** What a query says at this point of the story. */
  read<T extends JsonObject>(
    name: string,
    query: (trx: Transaction<Database>, caseId: string) => Promise<T>,
  ): Promise<T>
  /** Learns how the case stands, where a clock or another claim may have moved it. */
  look(): Promise<void>
  /** Another thread of the same claim, from now on. */
  fork(name: string, story: (branch: Branch) => Promise<void>): void
}

export function openBranch(claim: Telling, name: string, start: number): Branch {
  const { world, key, plan } = claim
  const { line, timeline, engineAt, end, again } = world
  const random = plan.random.fork(name)
  let minute = start
  let now = line.momentOf(start)
  let steps = 0
  let forks = 0

  async function until(target: number): Promise<void> {
    minute = target
    const at = new Date(line.momentOf(target).getTime() + random.whole(0, 59) * 1_000)
    for (let alarm = await alarmAhead(); alarm !== null && alarm <= at && alarm <= end; alarm = await alarmAhead()) {
      await timeline.until(key, alarm.getTime())
      // Another thread of the claim may have had its turn first.
      if ((await alarmAhead())?.getTime() !== alarm.getTime()) continue
      await fireDue(engineAt(alarm), sendAlarm, { limit: 1, caseId: claim.caseId })
      claim.alarm = undefined
    }
    now = at
    await timeline.until(key, at.getTime())
  }

  async function alarmAhead(): Promise<Date | null> {
    if (claim.caseId === null) return null
    if (claim.alarm !== undefined && !claim.merging) return claim.alarm
    const { at } = await world.db.selectNoFrom(nextAlarm(claim.caseId).as('at')).executeTakeFirstOrThrow()
    claim.alarm = at
    return at
  }

  async function take<T extends JsonObject>(what: string, work: Doing<{ caseId: string; told: T }>): Promise<T> {
    const engine = engineAt(now)
    const step = { key: `demo-${plan.index}-${name}-${++steps}`, again, work: (opened: Work) => work(engine, opened) }
    const { standing, alarm } = await keepStep(engine, step).catch((cause) => {
      const story = `The claim ${plan.index} of the demo world (${plan.scenario.name})`
      throw new Error(`${story} cannot go on with ${what}, last seen in ${claim.states}`, { cause })
    })
    const { told, caseId, ownerId, states, context } = standing
    Object.assign(claim, { caseId, ownerId, states, context, alarm })
    return told
  }

  const branch: Branch = {
    claim,
    random,
    now: () => now,
    minute: () => minute,
    wait: (minutes) => until(minute + minutes),
    async join(events) {
      const last = Promise.all(events).then((minutes) => Math.max(minute, ...minutes))
      await timeline.meanwhile(
        key,
        last.then((at) => line.momentOf(at).getTime()),
      )
      await until(await last)
    },
    async begin(what, work) {
      await take(what, async (engine, opened) => ({ caseId: await work(engine, opened), told: {} }))
    },
    step: (what, work) =>
      take(what, async (engine, opened) => ({ told: await work(engine, opened), caseId: caseIdOf(claim) })),
    async send(event, payload, viewer) {
      const order = { caseId: caseIdOf(claim), revision: null, event, payload, viewer, at: null }
      await branch.step(event, async (engine, work) => {
        await sendClaimEvent(engine, work, order)
        return {}
      })
    },
    read: (what, query) => branch.step(what, (_, { trx }) => query(trx, caseIdOf(claim))),
    async look() {
      await branch.step('look', async () => ({}))
    },
    fork(child, story) {
      const path = `${name}.${child}.${++forks}`
      const from = minute
      timeline.start(key, now.getTime(), () => story(openBranch(claim, path, from)))
    },
  }
  return branch
}

export function caseIdOf({ caseId }: Telling): string {
  if (caseId === null) throw new Error('The claim of the demo world is not registered yet')
  return caseId
}
