// A thread of a claim's story: it waits in working time, lets clocks pass meanwhile, and does what its people do.
import type { Transaction } from 'kysely'
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
  registered: PromiseWithResolvers<string>
  caseId: string | null
  ownerId: string | null
  states: string[]
  context: ClaimContext | null
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
  /** Waits for what another thread brings about. */
  join(events: Promise<unknown>): Promise<void>
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
      await fireDue(engineAt(alarm), sendAlarm, { limit: 20, caseId: claim.caseId })
    }
    now = at
    await timeline.until(key, at.getTime())
  }

  async function nextAlarm(): Promise<Date | null> {
    if (claim.caseId === null) return null
    const row = await world.db
      .selectFrom('deadline')
      .where('case_id', '=', claim.caseId)
      .where('stopped_at', 'is', null)
      .select((eb) => eb.fn.min('next_at').as('at'))
      .executeTakeFirst()
    return row?.at ?? null
  }

  const branch: Branch = {
    claim,
    random,
    now: () => now,
    minute: () => minute,
    wait: (minutes) => until(minute + minutes),
    async join(events) {
      await timeline.meanwhile(key, events, () => now.getTime())
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
      const body = { ...payload } as JsonObject
      const answer = await branch.once(event, viewer, body, async (engine, work) => {
        const order = { caseId: caseIdOf(claim), revision: null, event, payload, viewer, at: null }
        await sendClaimEvent(engine, work, order)
        return stateOf(work.trx, caseIdOf(claim))
      })
      learn(claim, answer)
    },
    read: (what, query) =>
      branch.once(`read ${what}`, world.cast.is('administrator'), {}, (_, work) => query(work.trx, caseIdOf(claim))),
    async look() {
      learn(claim, await branch.read('state', stateOf))
    },
    fork(child, story) {
      const path = `${name}.${child}.${++forks}`
      timeline.start(key, now.getTime(), () => story(openBranch(claim, path, minute)))
    },
  }
  return branch
}

export function caseIdOf({ caseId }: Telling): string {
  if (caseId === null) throw new Error('The claim of the demo world is not registered yet')
  return caseId
}

/** The states and what the chart remembers, as an answer that can be kept. */
export async function stateOf(trx: Transaction<Database>, caseId: string): Promise<JsonObject> {
  const row = await trx
    .selectFrom('service_case')
    .where('id', '=', caseId)
    .select(['state', 'waiting', 'improvement', 'snapshot', 'owner_id'])
    .executeTakeFirstOrThrow()
  const { state, waiting, improvement, snapshot, owner_id } = row
  return { states: [state, waiting, improvement], context: snapshot.context ?? {}, ownerId: owner_id }
}

export function learn(claim: Telling, answer: JsonObject): void {
  claim.states = answer.states as string[]
  claim.context = answer.context as unknown as ClaimContext
  claim.ownerId = answer.ownerId as string | null
}
