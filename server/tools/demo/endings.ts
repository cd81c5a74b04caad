// The ends of a claim that are no settlement, and the ways back from them.
import { type Branch, caseIdOf } from './branch.ts'
import { sendTask } from './department-tasks.ts'
import { accept, aLead, owner } from './intake.ts'
import { day } from './work-line.ts'

export async function withdraw(branch: Branch, length: number): Promise<void> {
  if (branch.random.chance(0.5)) await sendTask(branch, day * 2, 0)
  await branch.wait(length)
  await branch.send('withdraw', { letter: 'We found the cause in our own line, sorry.' }, owner(branch))
}

/** Merges into the claim that the customer sent before for the same material; half of them with a task under way. */
export async function merge(branch: Branch, length: number): Promise<void> {
  const { claim, random } = branch
  const { target } = claim.plan
  const other = target ? claim.others.get(target.index) : undefined
  if (!other) throw new Error('The claim to merge into is not part of the world')
  if (random.chance(0.5)) {
    await accept(branch, length * 0.4)
    await sendTask(branch, day * 2, 0)
  }
  await branch.wait(length * 0.6)
  await branch.join([other.registered.promise])
  await branch.send('merge', { targetId: caseIdOf(other), reason: 'The same delivery' }, aLead(branch))
}

export async function unmerge(branch: Branch, length: number): Promise<void> {
  await branch.wait(length)
  await branch.send('unmerge', { reason: 'Another defect after all' }, aLead(branch))
}

export async function revive(branch: Branch, length: number): Promise<void> {
  await branch.wait(length)
  await branch.send('revive', { reason: 'The customer asks to go on' }, aLead(branch))
}
