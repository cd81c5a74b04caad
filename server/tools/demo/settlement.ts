// The phases from the offer to the closing, and the ways back.
import { keepPromise } from '../../cases/commands.ts'
import { type Branch, caseIdOf } from './branch.ts'
import { aLead, comment, owner } from './intake.ts'
import { disputes } from './phrases.ts'
import { contactViewer } from './world.ts'

/** The customer accepts, through the signed link or by letter to the engineer. */
export async function answer(branch: Branch, length: number): Promise<void> {
  await branch.wait(length)
  await accept(branch)
}

export async function dispute(branch: Branch, length: number): Promise<void> {
  await branch.wait(length)
  await branch.send('customerDisputes', { reason: branch.random.pick(disputes) }, customer(branch))
}

/** The customer says nothing; silence accepts where the contract says so, elsewhere he is asked once more. */
export async function silence(branch: Branch, length: number): Promise<void> {
  await branch.wait(length)
  await branch.look()
  if (branch.claim.states[0] === 'offered') {
    await branch.wait(length * 0.3)
    await accept(branch)
  }
  await settle(branch, length * 0.2)
  await close(branch, length * 0.05)
}

export async function settle(branch: Branch, length: number): Promise<void> {
  const { claim, random } = branch
  const lines = await linesLeft(branch)
  for (const [index, { id, departmentId }] of lines.entries()) {
    await branch.wait(length / lines.length)
    const byDepartment = departmentId !== null && random.chance(0.6)
    const viewer = byDepartment ? claim.world.cast.ofDepartment(departmentId) : aLead(branch)
    const documentNumber = `DOC-${String(claim.plan.index).padStart(3, '0')}-${index + 1}`
    await branch.send('executeLine', { lineId: id, documentNumber }, viewer)
  }
}

/** A part is executed, then the settlement is decided anew. */
export async function reviseSettlement(branch: Branch, length: number): Promise<void> {
  await branch.wait(length)
  await branch.send('reviseSettlement', { reason: 'The second line cannot be executed as agreed' }, aLead(branch))
}

export async function close(branch: Branch, length: number): Promise<void> {
  await branch.wait(length)
  await keepPromises(branch)
  const { random } = branch
  const yes = () => random.chance(0.9)
  const selfCheck = {
    answeredInTime: yes(),
    promisesKept: true,
    causeExplained: yes(),
    documentsComplete: true,
    lessonShared: yes(),
  }
  await branch.send('close', { selfCheck, apologySent: true }, owner(branch))
  if (random.chance(0.1)) await comment(branch, owner(branch))
}

export async function reopen(branch: Branch, length: number): Promise<void> {
  await branch.wait(length)
  await branch.send('reopen', { reason: 'A third coil shows the same' }, aLead(branch))
}

export async function reviseOffer(branch: Branch, length: number): Promise<void> {
  await branch.wait(length)
  await branch.send('reviseOffer', { reason: 'New figures of the customer' }, aLead(branch))
}

export async function reinvestigate(branch: Branch, length: number): Promise<void> {
  await branch.wait(length)
  await branch.send('reinvestigate', { reason: 'The laboratories disagree' }, aLead(branch))
}

export async function closeDisputed(branch: Branch, length: number): Promise<void> {
  await branch.wait(length)
  const { claim } = branch
  const until = claim.context?.offerStands ? claim.world.line.dayAfter(branch.minute(), 40).toISOString() : null
  const director = claim.world.cast.is('commercialDirector')
  await branch.send('closeDisputed', { reason: 'No agreement after two talks', offerOpenUntil: until }, director)
}

async function accept(branch: Branch): Promise<void> {
  const acceptedAt = new Date(branch.now().getTime() - branch.random.whole(1, 40) * 60_000).toISOString()
  await branch.send('customerAccepts', { acceptedAt, letter: 'We accept your offer.' }, customer(branch))
}

function customer(branch: Branch) {
  return branch.random.chance(0.5) ? contactViewer(branch.claim.plan.account, caseIdOf(branch.claim)) : owner(branch)
}

async function linesLeft(branch: Branch) {
  const { lines } = await branch.read('lines', async (trx, caseId) => {
    const rows = await trx
      .selectFrom('settlement_line')
      .innerJoin('proposal', 'proposal.id', 'settlement_line.proposal_id')
      .where('settlement_line.case_id', '=', caseId)
      .where('proposal.state', '=', 'approved')
      .where('settlement_line.executed_at', 'is', null)
      .where('settlement_line.kind', '<>', 'none')
      .orderBy('proposal.number')
      .orderBy('settlement_line.position')
      .select(['settlement_line.id', 'settlement_line.department_id as departmentId'])
      .execute()
    return { lines: rows }
  })
  return lines
}

async function keepPromises(branch: Branch): Promise<void> {
  const viewer = owner(branch)
  for (const promiseId of branch.claim.promises.splice(0))
    await branch.step('keepPromise', (engine, work) => keepPromise(engine, work, viewer, { promiseId }))
}
