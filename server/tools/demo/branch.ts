// A thread of a claim's story: it waits in working time, lets clocks pass meanwhile, and does what its people do.
import { sql, type Transaction } from 'kysely'
import type { ClaimEvent } from '../../../schema/claim-vocabulary.ts'
import type { Database } from '../../../schema/database.ts'
import type { JsonObject } from '../../../schema/json.ts'
import { sendClaimEvent } from '../../claims/commands.ts'
import { fireDue } from '../../core/deadline-poll.ts'
import type { Engine } from '../../core/engine.ts'
import { transact } from '../../core/transaction.ts'
import type { Viewer } from '../../core/viewer.ts'
import type { Work } from '../../core/work.ts'
import { sendAlarm } from '../../effects.ts'
import type { ClaimContext } from '../../workflows/claim-context.ts'
import type { ClaimPayloads } from '../../workflows/claim-payloads.ts'
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

export interface Branch {
  readonly claim: Telling
  readonly random: Random
  now(): Date
  minute(): number
  /** Waits so many working minutes. What lies after the end of the world's time never comes. */
  wait(minutes: number): Promise<void>
  /** Waits for what other threads bring about; each tells the working minute in which it happened. */
  join(events: readonly Promise<number>[]): Promise<void>
  /** Does it once, however often the story is told: a world half made is finished by telling it again. */
  once<T extends JsonObject>(
    name: string,
    viewer: Viewer,
    body: JsonObject,
    work: (engine: Engine, work: Work) => Promise<T>,
  ): Promise<T>
  send<E extends Exclude<ClaimEvent, 'register' | 'discard'>>(
    event: E,
    payload: ClaimPayloads[E],
    viewer: Viewer,
  ): Promise<void>
  /** Does something else to the case and learns how it stands then. */
  also<T extends JsonObject>(
    name: string,
    viewer: Viewer,
    body: JsonObject,
    work: (engine: Engine, work: Work) => Promise<T>,
  ): Promise<T>
  /** What a query says at this point of the story. */
  read<T extends JsonObject>(
    name: string,
    query: (trx: Transaction<Database>, caseId: string) => Promise<T>,
  ): Promise<T>
  /** Reads the states anew, where a clock may have moved the claim. */
  look(): Promise<void>
  /** Another thread of the same claim, from now on. */
  fork(name: string, story: (branch: Branch) => Promise<void>): void
}

export function openBranch(claim: Telling, name: string, start: number): Branch {
  const { world, key } = claim
  const { line, timeline, engineAt, end } = world
  const random = claim.plan.random.fork(name)
  let minute = start
  let now = line.momentOf(start)
  let step = 0
  let forks = 0

  async function until(target: number): Promise<void> {
    minute = target
    const at = new Date(line.momentOf(target).getTime() + random.whole(0, 59) * 1_000)
    for (let alarm = await nextAlarm(); alarm !== null && alarm <= at && alarm <= end; alarm = await nextAlarm()) {
      await timeline.until(key, alarm.getTime())
      // Another thread of the claim may have had its turn first.
      if ((await nextAlarm())?.getTime() !== alarm.getTime()) continue
      await fireDue(engineAt(alarm), sendAlarm, { limit: 1, caseId: claim.caseId })
      claim.alarm = undefined
    }
    now = at
    await timeline.until(key, at.getTime())
  }

  async function nextAlarm(): Promise<Date | null> {
    if (claim.caseId === null) return null
    if (claim.alarm !== undefined && !claim.merging) return claim.alarm
    const { at } = await world.db.selectNoFrom(alarmOf(claim.caseId).as('at')).executeTakeFirstOrThrow()
    claim.alarm = at
    return at
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
    once(what, viewer, body, work) {
      const engine = engineAt(now)
      const request = { viewer, name: what, key: `demo-${claim.plan.index}-${name}-${++step}`, body }
      return transact(engine, request, (opened) => work(engine, opened)).catch((cause) => {
        const story = `The claim ${claim.plan.index} of the demo world (${claim.plan.scenario.name})`
        throw new Error(`${story} cannot go on with ${what}, last seen in ${claim.states}`, { cause })
      })
    },
    async send(event, payload, viewer) {
      const order = { caseId: caseIdOf(claim), revision: null, event, payload, viewer, at: null }
      await branch.also(event, viewer, { ...payload } as JsonObject, async (engine, work) => {
        await sendClaimEvent(engine, work, order)
        return {}
      })
    },
    async also(what, viewer, body, work) {
      claim.alarm = undefined
      const answer = await branch.once(what, viewer, body, async (engine, opened) => {
        const told = await work(engine, opened)
        return { told, ...(await stateOf(opened.trx, claim, caseIdOf(claim))) }
      })
      learn(claim, answer)
      return answer.told
    },
    read: (what, query) =>
      branch.once(`read ${what}`, world.cast.is('administrator'), {}, (_, work) => query(work.trx, caseIdOf(claim))),
    async look() {
      learn(claim, await branch.read('state', (trx, caseId) => stateOf(trx, claim, caseId)))
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

/** The states and what the chart remembers, as an answer that can be kept; the next alarm is noted besides. */
export async function stateOf(trx: Transaction<Database>, claim: Telling, caseId: string): Promise<JsonObject> {
  const row = await trx
    .selectFrom('service_case')
    .where('id', '=', caseId)
    .select(['state', 'waiting', 'improvement', 'snapshot', 'owner_id', alarmOf(caseId).as('alarm')])
    .executeTakeFirstOrThrow()
  claim.alarm = row.alarm
  const { state, waiting, improvement, snapshot, owner_id } = row
  return { states: [state, waiting, improvement], context: snapshot.context ?? {}, ownerId: owner_id }
}

function alarmOf(caseId: string) {
  return sql<Date | null>`(select min(next_at) from deadline where case_id = ${caseId} and stopped_at is null)`
}

export function learn(claim: Telling, answer: JsonObject): void {
  claim.states = answer.states as string[]
  claim.context = answer.context as unknown as ClaimContext
  claim.ownerId = answer.ownerId as string | null
}
