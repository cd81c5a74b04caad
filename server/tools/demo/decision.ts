// The phases of the decision: proposing, approving and what can come between.

import type { SettlementKind } from '../../../schema/claim-vocabulary.ts'
import type { LineInput } from '../../workflows/claim-payloads.ts'
import type { Branch } from './branch.ts'
import { aLead } from './intake.ts'

interface Item {
  id: string
  mass: string
  price: number
}

/** Which department carries a kind out, and the share of the material's value it costs. */
type Kind = readonly [SettlementKind, string | null, number]
const dearest: Kind = ['creditNoteFull', 'finance', 1]
const kinds: readonly Kind[] = [
  dearest,
  ['priceAllowance', 'finance', 0.12],
  ['priceAllowance', 'finance', 0.25],
  ['priceAllowance', null, 0.08],
  ['replacement', 'orderManagement', 0.35],
  ['returnAndRefund', 'logistics', 1.05],
  ['reworkAtCustomer', null, 0.15],
  ['scrapAtCustomer', 'finance', 0.7],
  ['regrade', 'orderManagement', 0.2],
  ['useAsIs', null, 0],
  ['goodwill', 'finance', 0.05],
]

export async function propose(branch: Branch, length: number): Promise<void> {
  await branch.wait(length)
  await branch.send('propose', { lines: await linesOf(branch), letter: null }, proposer(branch))
}

/** The approvers of each step one after the other, within the length. */
export async function approve(branch: Branch, length: number): Promise<void> {
  const { claim } = branch
  const needed = claim.context?.proposal?.route.reduce((sum, step) => sum + step.needed, 0) ?? 0
  for (let nth = 0; nth < needed; nth++) {
    await branch.wait(length / needed)
    const pending = claim.context?.proposal
    const viewer = anApprover(branch)
    if (!pending) return
    await branch.send('approve', { number: pending.number, hash: pending.hash }, viewer)
  }
}

/** An approver wants something else; where the amount asks for none, a lead takes the offer back. */
export async function sendBack(branch: Branch, length: number): Promise<void> {
  await branch.wait(length)
  if (branch.claim.states[0] === 'offered') return withdrawOffer(branch, 0)
  const advice = branch.random.pick(['revise', 'investigate'] as const)
  await branch.send('sendBack', { reason: 'Too much for this grade', advice }, anApprover(branch))
}

export async function withdrawProposal(branch: Branch, length: number): Promise<void> {
  await branch.wait(length)
  const { claim } = branch
  const by = claim.context?.proposal?.proposedBy
  if (!by) return withdrawOffer(branch, 0)
  await branch.send('withdrawProposal', { reason: 'The customer sent new figures' }, claim.world.cast.byId(by))
}

export async function withdrawOffer(branch: Branch, length: number): Promise<void> {
  await branch.wait(length)
  const letter = 'We withdraw our offer and will send a new one.'
  await branch.send('withdrawOffer', { reason: 'Amount in the wrong currency', letter }, aLead(branch))
}

export async function returnToInvestigation(branch: Branch, length: number): Promise<void> {
  await branch.wait(length)
  await branch.send('returnToInvestigation', { reason: 'The second coil was not looked at' }, aLead(branch))
}

/** Refuses formally; whoever has to approve approves. */
export async function decline(branch: Branch, length: number): Promise<void> {
  await branch.wait(length * 0.5)
  const payload = {
    ground: branch.random.pick(['withinTolerance', 'tooLate', 'processingFault', 'storageFault', 'notProven']),
    goodwillReview: 'Goodwill was considered; the customer had it twice this year',
    letter: 'After our investigation we cannot accept this claim.',
  }
  await branch.send('declineFormally', payload, aLead(branch))
  await approve(branch, length * 0.5)
}

/** Whoever proposed before proposes again: a second lead that proposed could no longer approve. */
function proposer(branch: Branch) {
  const { cast } = branch.claim.world
  const [before] = branch.claim.context?.proposers ?? []
  if (before) return cast.byId(before)
  const manager = cast.managerOf(branch.claim.plan.account.id)
  return manager && branch.random.chance(0.3) ? manager : aLead(branch)
}

/** Somebody entitled to the pending step who has neither proposed nor approved. */
function anApprover(branch: Branch) {
  const { claim } = branch
  const pending = claim.context?.proposal
  const step = pending?.route[pending.step]
  if (!pending || !step) throw new Error('No proposal waits for its approvers')
  const counted = [...(claim.context?.proposers ?? []), ...pending.approvals.map(({ by }) => by)]
  const free = claim.world.cast.holding(step.of).filter(({ id }) => !counted.includes(id))
  return branch.random.pick(free)
}

/** Lines over the whole claimed mass of every item; sometimes a part is refused, sometimes transport is paid besides. */
async function linesOf(branch: Branch): Promise<LineInput[]> {
  const { claim, random } = branch
  const { account, scenario } = claim.plan
  const { departments } = claim.world
  const items = await unsettledItems(branch)
  const rounded = (amount: number) => Math.max(amount, 1).toFixed(2)
  // What waits for its approvers today has to cost enough to need some.
  const [kind, department, share] = scenario.name === 'approval' ? dearest : random.pick(kinds)
  const departmentId = department ? (departments.get(department) ?? null) : null
  const lines = items.flatMap(({ id, mass, price }): LineInput[] => {
    const refused = random.chance(0.12) ? (Number(mass) * 0.3).toFixed(3) : null
    const settled = refused ? (Number(mass) - Number(refused)).toFixed(3) : mass
    const amount = kind === 'useAsIs' ? '0' : rounded(Number(settled) * price * share)
    return [
      { itemId: id, kind, mass: settled, amount, currency: account.currency, departmentId },
      ...(refused ? [{ itemId: id, kind: 'none' as const, mass: refused, ground: 'withinTolerance' }] : []),
    ]
  })
  if (!random.chance(0.15)) return lines
  const price = items[0]?.price ?? 500
  return [
    ...lines,
    {
      kind: 'transportCost',
      amount: rounded(price * 0.8),
      currency: account.currency,
      departmentId: departments.get('logistics') ?? null,
    },
  ]
}

/** Items with the mass that no executed line covers yet. */
async function unsettledItems(branch: Branch): Promise<Item[]> {
  const { claim } = branch
  const [first] = claim.plan.pieces
  const { items } = await branch.read('items', async (trx, caseId) => {
    const rows = await trx
      .selectFrom('claim_item')
      .leftJoin('piece', 'piece.id', 'claim_item.piece_id')
      .leftJoin('customer_order', 'customer_order.id', 'piece.order_id')
      .where('claim_item.case_id', '=', caseId)
      .orderBy('claim_item.position')
      .select(['claim_item.id', 'claim_item.claimed_mass', 'customer_order.price_per_tonne'])
      .select((eb) =>
        eb
          .selectFrom('settlement_line')
          .whereRef('settlement_line.item_id', '=', 'claim_item.id')
          .where('settlement_line.executed_at', 'is not', null)
          .select((sum) => sum.fn.sum<string | null>('settlement_line.mass').as('mass'))
          .as('executed'),
      )
      .execute()
    const left = rows.map((row) => ({
      id: row.id,
      mass: (Number(row.claimed_mass) - Number(row.executed ?? 0)).toFixed(3),
      price: Number(row.price_per_tonne ?? first?.price ?? 500),
    }))
    return { items: left.filter(({ mass }) => Number(mass) > 0) }
  })
  return items
}
