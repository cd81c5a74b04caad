// The phases from the call to the investigation: registering, acknowledging, waiting for the customer, accepting.

import { setWatching } from '../../cases/commands.ts'
import { addComment } from '../../cases/comments.ts'
import { registerClaim } from '../../claims/commands.ts'
import type { Viewer } from '../../core/viewer.ts'
import type { ItemInput } from '../../workflows/claim-payloads.ts'
import { type Branch, caseIdOf } from './branch.ts'
import { complaintOf } from './complaints.ts'
import { comments, information } from './phrases.ts'
import type { ClaimPlan } from './plan.ts'
import { contactViewer } from './world.ts'

const channels = ['phone', 'email', 'email', 'message', 'online', 'visit'] as const
const remedies = ['replacement', 'priceAllowance', 'priceAllowance', 'creditOrRefund', 'rework', 'explanation'] as const
const stages = ['production', 'production', 'delivery', 'processing'] as const

/** Logs the claim; some are logged as one line while the customer still speaks. */
export async function register(branch: Branch): Promise<void> {
  const { claim, random } = branch
  const { account, pieces, defect, severity } = claim.plan
  const [piece] = pieces
  const engineer = random.chance(0.6) ? 'engineer' : 'engineerSouth'
  const manager = random.chance(0.5) ? claim.world.cast.managerOf(account.id) : null
  const viewer = manager ?? claim.world.cast.is(engineer)
  const payload = {
    accountId: account.id,
    whatHappened: complaintOf(defect, piece?.number ?? 'the material', account.language),
    receivedAt: new Date(branch.now().getTime() - random.whole(2, 50) * 60_000).toISOString(),
    channel: random.pick(channels),
    contactId: account.contacts[0]?.id ?? null,
    severity: severity === 'critical' ? severity : null,
    ...(isLoggedInFull(claim.plan) ? details(branch) : {}),
  }
  await branch.begin('register', async (engine, work) => {
    const { subject } = await registerClaim(engine, work, viewer, payload)
    return subject.caseId
  })
  claim.registered.resolve(branch.minute())
}

/** Completes what was logged as one line. */
export async function complete(branch: Branch): Promise<void> {
  if (isLoggedInFull(branch.claim.plan)) return
  await branch.wait(branch.random.whole(3, 14))
  await branch.send('amend', details(branch), owner(branch))
}

export async function acknowledge(branch: Branch, length: number): Promise<void> {
  await branch.wait(length)
  const { random, claim } = branch
  const promised = claim.world.line.dayAfter(branch.minute(), random.whole(9, 13))
  await branch.send('acknowledge', { promisedAnswerAt: promised.toISOString() }, owner(branch))
  if (random.chance(0.3)) await comment(branch, owner(branch))
}

export async function accept(branch: Branch, length: number): Promise<void> {
  const { random, claim } = branch
  const lead = aLead(branch)
  await branch.wait(length * 0.9)
  if (random.chance(0.06)) {
    const next = claim.world.cast.is(random.pick(['engineer', 'engineerSouth'] as const))
    await branch.send('reassign', { seat: 'owner', personId: next.id, reason: 'Nearer to the customer' }, lead)
  }
  await branch.wait(length * 0.1)
  const analyst = claim.world.cast.is('analyst')
  await branch.send('acceptForInvestigation', { analystId: analyst.id, severity: claim.plan.severity }, lead)
  if (random.chance(0.1)) await watch(branch, lead)
}

/** Asks the customer and gets the answer, through the customer's link or by telephone. */
export async function askCustomer(branch: Branch, length: number): Promise<void> {
  const { random, claim } = branch
  await branch.wait(length * 0.15)
  await branch.send('requestInformation', { questions: random.pick(information) }, owner(branch))
  await branch.wait(length * 0.85)
  const viewer = random.chance(0.5) ? contactViewer(claim.plan.account, caseIdOf(claim)) : owner(branch)
  await branch.send('provideInformation', { whatCame: 'All that was asked for, with pictures' }, viewer)
}

/** Asks the customer, who does not answer. */
export async function waitForCustomer(branch: Branch, length: number): Promise<void> {
  await branch.wait(branch.random.whole(30, 200))
  await branch.send('requestInformation', { questions: branch.random.pick(information) }, owner(branch))
  await branch.wait(length)
}

export async function awaitSample(branch: Branch, length: number): Promise<void> {
  const { random, claim } = branch
  const analyst = claim.world.cast.is('analyst')
  await branch.wait(random.whole(20, 120))
  await branch.send('awaitSample', { trackingNumber: `TR${random.whole(100_000, 999_999)}` }, analyst)
  await branch.wait(length)
  if (random.chance(0.2)) await branch.send('stopWaiting', { reason: 'The pictures are enough' }, analyst)
  else await branch.send('receiveSample', { note: 'Two pieces, 30 × 30 cm' }, analyst)
}

export async function comment(branch: Branch, viewer: Viewer): Promise<void> {
  const body = branch.random.pick(comments)
  const order = { caseId: caseIdOf(branch.claim), ...body }
  await branch.step('comment', (engine, work) => addComment(engine, work, viewer, order))
}

export function owner({ claim }: Branch) {
  return claim.world.cast.byId(claim.ownerId ?? '')
}

export function aLead({ claim, random }: Branch) {
  return claim.world.cast.is(random.chance(0.65) ? 'lead' : 'secondLead')
}

async function watch(branch: Branch, viewer: Viewer): Promise<void> {
  const order = { caseId: caseIdOf(branch.claim), watching: true }
  await branch.step('watch', (engine, work) => setWatching(engine, work, viewer, order))
}

function details({ claim, random }: Branch) {
  return { items: itemsOf(claim.plan, random), remedySought: random.pick(remedies), stage: random.pick(stages) }
}

function itemsOf({ pieces, defect, unidentified }: ClaimPlan, random: Branch['random']): ItemInput[] {
  return pieces.map((piece, index) => {
    const mass = (piece.mass * random.pick([0.15, 0.4, 0.7, 1, 1])).toFixed(3)
    const known = index > 0 || !unidentified
    return {
      ...(known ? { pieceId: piece.id } : { unidentifiedReason: 'The label was torn off before it was read' }),
      defect,
      claimedMass: mass,
      ...(random.chance(0.4) ? { inspectedMass: (Number(mass) * 0.9).toFixed(3) } : {}),
    }
  })
}

function isLoggedInFull({ index, target }: ClaimPlan): boolean {
  return target !== null || index % 2 === 0
}
