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

/** Starts the stories of all plans; the timeline says when they are told. */
export function tellStories(plans: readonly ClaimPlan[], world: World): void {
  const others = new Map<number, Telling>()
  for (const plan of plans) others.set(plan.index, telling(plan, world, others))
  for (const claim of others.values()) {
    const { start } = claim.plan
    world.timeline.start(claim.key, world.line.momentOf(start).getTime(), () => tell(openBranch(claim, 'story', start)))
  }
}

async function tell(branch: Branch): Promise<void> {
  const { scenario, durations } = branch.claim.plan
  await intake.register(branch)
  for (const [index, phase] of scenario.path.entries()) await phases[phase](branch, durations[index] ?? 0)
  // Stays until the end, so that its clocks go on.
  await branch.wait(Number.MAX_SAFE_INTEGER)
}

function telling(plan: ClaimPlan, world: World, others: ReadonlyMap<number, Telling>): Telling {
  return {
    plan,
    world,
    others,
    key: `claim ${(plan.target ?? plan).index}`,
    registered: Promise.withResolvers<string>(),
    caseId: null,
    ownerId: null,
    states: [],
    context: null,
  }
}
