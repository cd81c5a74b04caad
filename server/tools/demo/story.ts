// Tells the story of a claim: phase after phase of its scenario's path.
import { type Branch, openBranch, type Telling } from './branch.ts'
import * as decision from './decision.ts'
import * as endings from './endings.ts'
import * as intake from './intake.ts'
import * as investigation from './investigation.ts'
import type { ClaimPlan } from './plan.ts'
import type { Phase } from './scenarios.ts'
import * as settlement from './settlement.ts'
import type { World } from './world.ts'

const phases: Record<Phase, (branch: Branch, length: number) => Promise<void>> = {
  acknowledge: intake.acknowledge,
  accept: intake.accept,
  information: intake.askCustomer,
  sample: intake.awaitSample,
  waitForCustomer: intake.waitForCustomer,
  waitForSample: intake.awaitSample,
  investigate: investigation.investigate,
  conclude: investigation.conclude,
  propose: decision.propose,
  approve: decision.approve,
  sendBack: decision.sendBack,
  withdrawProposal: decision.withdrawProposal,
  returnToInvestigation: decision.returnToInvestigation,
  answer: settlement.answer,
  silence: settlement.silence,
  dispute: settlement.dispute,
  reviseOffer: settlement.reviseOffer,
  reinvestigate: settlement.reinvestigate,
  withdrawOffer: decision.withdrawOffer,
  settle: settlement.settle,
  reviseSettlement: settlement.reviseSettlement,
  close: settlement.close,
  reopen: settlement.reopen,
  decline: decision.decline,
  disputeRefusal: settlement.dispute,
  closeDisputed: settlement.closeDisputed,
  acceptLate: settlement.answer,
  withdraw: endings.withdraw,
  merge: endings.merge,
  unmerge: endings.unmerge,
  revive: endings.revive,
}

const intakeKey = 'intake'

/** Tells the stories of all plans, which stand in order of time: their numbers are given in that order. */
export function tellStories(plans: readonly ClaimPlan[], world: World): void {
  const claims = new Map<number, Telling>()
  const targets = new Set(plans.map(({ target }) => target))
  for (const plan of plans) {
    const merging = plan.target !== null || targets.has(plan)
    claims.set(plan.index, { ...telling(plan, world, claims), merging })
  }
  world.timeline.start(intakeKey, 0, async () => {
    for (const claim of claims.values()) {
      const branch = openBranch(claim, 'story', claim.plan.start)
      await world.timeline.until(intakeKey, branch.now().getTime())
      await intake.register(branch)
      world.timeline.start(claim.key, branch.now().getTime(), () => tell(branch))
    }
  })
}

async function tell(branch: Branch): Promise<void> {
  const { scenario, durations } = branch.claim.plan
  await intake.complete(branch)
  for (const [index, phase] of scenario.path.entries()) await phases[phase](branch, durations[index] ?? 0)
  // Stays until the end, so that its clocks go on.
  await branch.wait(Number.MAX_SAFE_INTEGER)
}

function telling(plan: ClaimPlan, world: World, others: ReadonlyMap<number, Telling>): Omit<Telling, 'merging'> {
  return {
    plan,
    world,
    others,
    key: `claim ${(plan.target ?? plan).index}`,
    registered: Promise.withResolvers<number>(),
    caseId: null,
    ownerId: null,
    states: [],
    context: null,
    alarm: undefined,
    promises: [],
  }
}
