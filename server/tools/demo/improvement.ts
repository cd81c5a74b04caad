// The 8D of a claim, told beside its handling from the conclusion on.
import type { Branch } from './branch.ts'
import { aLead } from './intake.ts'
import { measures, prevention, thanks } from './phrases.ts'
import { day } from './work-line.ts'

const order = ['required', 'rootCause', 'actionsChosen', 'effectivenessCheck', 'prevention'] as const

/** Goes through the 8D as far as the scenario says, or as time allows; many are waived for an 8D that runs already. */
export async function improve(branch: Branch): Promise<void> {
  const { claim, random } = branch
  const { cast, line } = claim.world
  const { improvement: stop, ends } = claim.plan.scenario
  const analyst = cast.is('analyst')
  const reached = (state: (typeof order)[number]) => stop === state
  await branch.wait(random.whole(60, 480))
  await branch.look()
  if (claim.states[2] === 'notRequired' && (stop !== undefined || random.chance(0.03)))
    await branch.send('requireImprovement', { reason: 'The customer asks for it' }, aLead(branch))
  if (claim.states[2] !== 'required' || reached('required')) return
  if (stop === undefined && (ends === 'cut' ? random.chance(0.3) : random.chance(0.6))) {
    const waiver = claim.context?.severity === 'critical' ? cast.is('headOfQuality') : aLead(branch)
    return branch.send('waiveImprovement', { reason: 'Covered by the 8D of an earlier claim' }, waiver)
  }
  const start = {
    team: 'Analyst, shift foreman, laboratory',
    description: 'The defect, where and since when',
    containment: 'Sister coils held until they were sorted',
    ownerId: analyst.id,
    dueAt: line.dayAfter(branch.minute(), 20).toISOString(),
  }
  await branch.send('startImprovement', start, analyst)
  if (reached('rootCause')) return
  await branch.wait(day * random.whole(2, 5))
  await chooseActions(branch)
  if (reached('actionsChosen')) return
  await branch.wait(day * random.whole(6, 12))
  await implementActions(branch)
  if (reached('effectivenessCheck')) return
  await branch.wait(day * random.whole(38, 46))
  if (stop === 'notEffective') return branch.send('judgeNotEffective', { reason: 'Seen again on two coils' }, analyst)
  const figures = { before: period(branch, 120, 61, 6), after: period(branch, 60, 1, random.whole(0, 1)) }
  if (random.chance(0.1)) {
    await branch.send('judgeNotEffective', { ...figures, reason: 'One more case' }, analyst)
    await branch.wait(day * 4)
    await implementActions(branch)
    await branch.wait(day * 40)
  }
  await branch.send('judgeEffective', figures, analyst)
  if (reached('prevention')) return
  await branch.wait(day * random.whole(2, 6))
  await branch.send('completeImprovement', { prevention, thanks }, aLead(branch))
}

async function chooseActions(branch: Branch): Promise<void> {
  const { claim, random } = branch
  const { cast, line } = claim.world
  const owners = [cast.is('rollingHead'), cast.is('headOfQuality')]
  const actions = owners.slice(0, random.whole(1, 2)).map(({ id }) => ({
    description: random.pick(measures),
    ownerId: id,
    dueOn: dayOf(line.dayAfter(branch.minute(), 10)),
  }))
  const evidence = {
    occurrenceEvidence: 'Records of the line and a trial with new rolls',
    escapeEvidence: 'The camera was off in that shift',
  }
  await branch.send('chooseActions', { ...evidence, actions }, cast.is('analyst'))
}

async function implementActions(branch: Branch): Promise<void> {
  const { positions } = await branch.read('actions', async (trx, caseId) => {
    const rows = await trx
      .selectFrom('improvement_action')
      .where('case_id', '=', caseId)
      .orderBy('position')
      .select('position')
      .execute()
    return { positions: rows.map(({ position }) => position) }
  })
  const implementedOn = dayOf(new Date(branch.now().getTime() - 86_400_000))
  const actions = positions.map((position) => ({ position, implementedOn, evidence: 'Signed by the shift foreman' }))
  await branch.send('implementActions', { actions }, branch.claim.world.cast.is('analyst'))
}

function period(branch: Branch, from: number, to: number, count: number) {
  const ago = (days: number) => dayOf(new Date(branch.now().getTime() - days * 86_400_000))
  return { from: ago(from), to: ago(to), count }
}

function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10)
}
