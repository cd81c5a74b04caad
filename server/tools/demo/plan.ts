// Plans the claims of the demo world before the first is told: when each begins, whose it is, what it is about.
import type { Severity } from '../../../schema/vocabulary.ts'
import type { Random } from './random.ts'
import { type Phase, type Scenario, shareOut } from './scenarios.ts'
import { day, type WorkLine } from './work-line.ts'
import type { DemoAccount, DemoPiece } from './world.ts'

export interface ClaimPlan {
  /** Place in the plan; with it the keys of the claim's commands */
  index: number
  scenario: Scenario
  account: DemoAccount
  pieces: DemoPiece[]
  /** Nobody could read the label of the first piece. */
  unidentified: boolean
  defect: string
  severity: Severity
  /** Working minute of the line */
  start: number
  /** Working minutes of each phase of the path */
  durations: number[]
  /** The claim it will be merged into; they share their turns in time */
  target: ClaimPlan | null
  random: Random
}

/** Working days, from and to. */
const lengths: Record<Phase, readonly [number, number]> = {
  acknowledge: [0.05, 0.8],
  accept: [0.3, 1.7],
  information: [1.5, 6],
  sample: [3, 9],
  waitForCustomer: [23, 24],
  waitForSample: [12, 14],
  investigate: [1.5, 4.5],
  conclude: [0.2, 1.2],
  propose: [0.2, 1.2],
  approve: [0.4, 1.5],
  sendBack: [0.2, 1],
  withdrawProposal: [0.1, 0.5],
  returnToInvestigation: [0.3, 1],
  answer: [1, 12],
  silence: [24, 26],
  dispute: [1, 8],
  reviseOffer: [0.3, 1.5],
  reinvestigate: [0.3, 1.5],
  withdrawOffer: [0.2, 2],
  settle: [1.5, 8],
  reviseSettlement: [0.6, 2],
  close: [0.2, 3],
  reopen: [5, 35],
  decline: [0.5, 1.5],
  disputeRefusal: [2, 15],
  closeDisputed: [1, 4],
  acceptLate: [3, 12],
  withdraw: [0.5, 3],
  merge: [0.2, 0.7],
  unmerge: [0.5, 1.5],
  revive: [2, 8],
}

export function planClaims(
  claims: number,
  accounts: DemoAccount[],
  line: WorkLine,
  end: Date,
  random: Random,
): ClaimPlan[] {
  const plans: ClaimPlan[] = []
  const shared = shareOut(claims).sort((a, b) => Number(a.path.includes('merge')) - Number(b.path.includes('merge')))
  for (const [index, scenario] of shared.entries()) {
    plans.push(planClaim(index, scenario, plans, accounts, line, line.minuteOf(end), random.fork(`claim ${index}`)))
  }
  return plans.sort((a, b) => a.start - b.start)
}

function planClaim(
  index: number,
  scenario: Scenario,
  planned: readonly ClaimPlan[],
  accounts: readonly DemoAccount[],
  line: WorkLine,
  end: number,
  random: Random,
): ClaimPlan {
  const durations = scenario.path.map((phase) => durationOf(phase, random))
  const overdue = scenario.ends === 'cut' && random.chance(0.12)
  if (overdue) durations.push((durations.pop() ?? 0) + 2 * day)
  const length = durations.reduce((sum, duration) => sum + duration, 0)
  const wanted =
    scenario.ends === 'cut'
      ? cutAt(end, durations, overdue ? 0.85 : random.next() * 0.85)
      : endedAt(end, scenario, random) - length
  // Not before the first deliveries have arrived.
  const alone = Math.max(wanted, day * (32 + random.next() * 20))
  const target = scenario.path.includes('merge') ? targetOf(scenario, planned) : null
  const start = target && scenario.ends === 'past' ? target.start + day * (0.2 + random.next() * 0.6) : alone
  const account = target?.account ?? accountFor(scenario, accounts, line.momentOf(start), random)
  const pieces = target ? target.pieces.slice(0, 1) : piecesOf(account, line.momentOf(start), scenario, random)
  const defect = target?.defect ?? random.pick(pieces[0]?.defects ?? ['rust'])
  const severity = scenario.improvement ? 'major' : severityOf(random)
  const unidentified = target === null && random.chance(0.05)
  return { index, scenario, account, pieces, unidentified, defect, severity, start, durations, target, random }
}

function durationOf(phase: Phase, random: Random): number {
  const [from, to] = lengths[phase]
  const late = (phase === 'acknowledge' || phase === 'accept') && random.chance(0.05) ? 1 : 0
  return day * (from + late + random.next() * (to - from))
}

/** Begins so that today a share of the last phase is over. */
function cutAt(end: number, durations: readonly number[], share: number): number {
  const before = durations.slice(0, -1).reduce((sum, duration) => sum + duration, 0)
  return end - before - share * (durations.at(-1) ?? 0)
}

function endedAt(end: number, { ends }: Scenario, random: Random): number {
  if (ends === 'recent') return end - day * (4 + random.next() * 18)
  if (ends === 'quarter') return end - day * (50 + random.next() * 15)
  return end - day * (3 + random.next() * 450)
}

/** A claim that is open while the other one is merged into it. */
function targetOf({ ends }: Scenario, planned: readonly ClaimPlan[]): ClaimPlan {
  const taken = new Set(planned.map(({ target }) => target))
  const open = ends === 'cut' ? ['collecting', 'concluding', 'decision', 'approval', 'offered'] : ['closed']
  const fitting = planned.filter((plan) => open.includes(plan.scenario.name) && !taken.has(plan))
  const [target] = ends === 'cut' ? fitting.sort((a, b) => a.start - b.start) : fitting
  if (!target) throw new Error('No claim of the demo world is left to merge into')
  return target
}

function accountFor(scenario: Scenario, accounts: readonly DemoAccount[], at: Date, random: Random): DemoAccount {
  const supplied = accounts.filter(({ pieces }) => pieces.some(({ arrived }) => arrived < at.getTime()))
  const silent = scenario.path.includes('silence') && random.chance(0.6)
  const wanted = silent ? supplied.filter(({ silenceAccepts }) => silenceAccepts) : supplied
  const fitting = wanted.length > 0 ? wanted : supplied
  return random.pick(fitting.flatMap((account) => (account.key ? [account, account] : [account])))
}

/** Pieces that lie at the customer by then, mostly of the last delivery. */
function piecesOf({ pieces }: DemoAccount, at: Date, scenario: Scenario, random: Random): DemoPiece[] {
  const there = pieces.filter(({ arrived }) => arrived < at.getTime())
  const count = random.chance(scenario.name === 'approval' ? 0.6 : 0.06)
    ? random.whole(5, 8)
    : random.pick([1, 1, 1, 1, 2, 2, 3])
  const last = Math.max(there.length - random.whole(0, 12), 1)
  return there.slice(Math.max(last - count, 0), last)
}

function severityOf(random: Random): Severity {
  const drawn = random.next()
  if (drawn < 0.06) return 'critical'
  if (drawn < 0.34) return 'major'
  return drawn < 0.94 ? 'minor' : 'irritation'
}
