// What a client does all day: registers, amends, comments, promises, acknowledges, screens, asks departments and answers for them.
import { setTimeout as wait } from 'node:timers/promises'
import type { ClaimSeen, FaultClient } from './fault-client.ts'
import type { FaultWorld } from './fault-world.ts'

export interface Pace {
  /** A command is begun so often, or at once where the last one took longer. */
  everyMs: number
  stopped(): boolean
}

/** More claims than this are not registered: a case is worked on, not only opened. */
const OWN_CLAIMS = 25

/** Goes on until `stopped`; what is under way is delivered first. */
export async function work(client: FaultClient, world: FaultWorld, { everyMs, stopped }: Pace): Promise<void> {
  const own: ClaimSeen[] = []
  for (let next = performance.now(); !stopped(); next = Math.max(next + everyMs, performance.now())) {
    await wait(Math.max(0, next - performance.now()))
    const drawn = Math.random()
    const index = Math.floor(Math.random() * own.length)
    const claim = own[index]
    if (!claim || (drawn < 0.15 && own.length < OWN_CLAIMS)) own.push(await register(client, world))
    else if (drawn < 0.45) await client.deliver('addComment', 'case', (key) => ({ id: claim.id, body: key }))
    else if (drawn < 0.55) {
      const dueAt = inDays(5)
      await client.deliver('recordPromise', 'case', (key) => ({ id: claim.id, text: key, dueAt }))
    } else own[index] = await step(client, world, claim)
  }
}

async function register(client: FaultClient, { accountIds }: FaultWorld): Promise<ClaimSeen> {
  const accountId = accountIds[Math.floor(Math.random() * accountIds.length)]
  const items = [{ unidentifiedReason: 'Label was lost', defect: 'rust', claimedMass: '1.000' }]
  const { claim } = await client.deliver('registerClaim', 'claim', (key) => ({
    accountId,
    whatHappened: key,
    receivedAt: new Date(Date.now() - 3_600_000).toISOString(),
    remedySought: 'explanation',
    items,
  }))
  if (!claim) throw new Error('A registration was refused')
  return claim
}

/** One step on an own claim, by its state; after a refusal the claim is read anew. */
async function step(client: FaultClient, world: FaultWorld, claim: ClaimSeen): Promise<ClaimSeen> {
  const { id, revision } = claim
  const waiting = claim.tasks.find(({ state }) => state === 'open' || state === 'inProgress')
  if (waiting && Math.random() < 0.6) {
    const address = { id: waiting.id, revision: waiting.revision }
    if (waiting.state === 'open') await client.deliver('acceptTask', 'task', () => address)
    else await client.deliver('answerTask', 'task', (text) => ({ ...address, text, causeCode: 'rollWear' }))
    return client.look(id)
  }
  const { claim: moved } = await client.deliver(...orderFor(world, claim, { id, revision }))
  return moved ?? client.look(id)
}

type Order = Parameters<FaultClient['deliver']>

function orderFor(world: FaultWorld, { state }: ClaimSeen, address: { id: string; revision: number }): Order {
  const amend: Order = ['amendClaim', 'claim', (whatHappened) => ({ ...address, whatHappened })]
  if (state === 'registered' && Math.random() < 0.5) {
    const promisedAnswerAt = nextWednesday()
    return ['acknowledgeClaim', 'claim', (letter) => ({ ...address, promisedAnswerAt, letter })]
  }
  if (state === 'screening' && Math.random() < 0.5) {
    const { analystId } = world
    return ['acceptClaimForInvestigation', 'claim', () => ({ ...address, analystId, severity: 'minor' })]
  }
  if (state === 'collecting' && Math.random() < 0.6) {
    const { departmentId } = world
    const dueAt = inDays(3)
    return ['sendInvestigationTask', 'claim', (question) => ({ ...address, departmentId, question, dueAt })]
  }
  return amend
}

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString()
}

/** A day of work in every week that is not a holiday of the plant; a holiday only turns the step into a refusal. */
export function nextWednesday(): string {
  const day = new Date(Date.now() + 86_400_000)
  while (day.getUTCDay() !== 3) day.setUTCDate(day.getUTCDate() + 1)
  day.setUTCHours(8, 0, 0, 0)
  return day.toISOString()
}
