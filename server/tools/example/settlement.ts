// The settlement: proposed above the proposer's limit, approved, accepted by the customer, carried out, closed.
import { offers, takeStep } from './claim-step.ts'
import type { Customer, Sessions } from './intake.ts'
import { openLink, type Session } from './session.ts'

const AMOUNT = '60000.00'

interface Proposal {
  number: number
  hash: string
  totalUsd: string
  route: { needed: number; labels: string[] }[]
}

/** A price allowance for the mass, and the certificate issued anew by the laboratory. */
export async function propose(session: Session, claimId: string) {
  const { claim, departments } = await session.ask<{
    claim: { items: { id: string; claimedMass: string }[] }
    departments: { id: string; code: string }[]
  }>('query($id: ID!) { claim(id: $id) { items { id claimedMass } } departments { id code } }', { id: claimId })
  const [item] = claim.items
  const departmentId = (code: string) => departments.find((department) => department.code === code)?.id
  return takeStep(session, claimId, 'propose', 'proposeSettlement', {
    lines: [
      {
        itemId: item?.id,
        kind: 'priceAllowance',
        mass: item?.claimedMass,
        amount: AMOUNT,
        currency: 'USD',
        departmentId: departmentId('finance'),
      },
      { kind: 'documentReissue', amount: '0.00', currency: 'USD', departmentId: departmentId('laboratory') },
    ],
  })
}

/** Whoever the API offers the approval to gives it, until the route is through. Returns the route and who approved. */
export async function approve(sessions: Sessions, claimId: string): Promise<{ proposal: Proposal; by: string[] }> {
  const { claim } = await sessions.lead.ask<{ claim: { proposals: Proposal[] } }>(
    'query($id: ID!) { claim(id: $id) { proposals { number hash totalUsd route { needed labels } } } }',
    { id: claimId },
  )
  const [proposal] = claim.proposals
  if (!proposal) throw new Error('There is no proposal')
  if (await offers(sessions.lead, claimId, 'approve')) throw new Error('The proposer may not approve, but is asked to')
  const approvers = [sessions.secondLead, sessions.headOfQuality, sessions.commercialDirector, sessions.finance]
  const by: string[] = []
  // Nobody counts twice in a step, but may in the next one.
  for (let round = 0; round < proposal.route.length; round++) {
    for (const approver of approvers) {
      if (!(await offers(approver, claimId, 'approve'))) continue
      const { number, hash } = proposal
      const { state } = await takeStep(approver, claimId, 'approve', 'approveProposal', { number, hash })
      by.push(approver.who)
      if (state === 'offered') return { proposal, by }
    }
  }
  throw new Error(`Nobody is left to approve after ${by.join(', ')}`)
}

/** The contact opens the link that the front office sends, and accepts there. */
export async function accept(sessions: Sessions, address: string, claimId: string, customer: Customer) {
  const [contact] = customer.contacts
  const { token } = await sessions.frontOffice.send<{ token: string }>(
    'linkCustomer',
    { id: claimId, contactId: contact?.id },
    '... on CustomerLinked { token }',
  )
  const session = openLink(address, contact?.name ?? 'the customer', token)
  return takeStep(session, claimId, 'customerAccepts', 'acceptOffer', {
    acceptedAt: new Date().toISOString(),
    letter: 'We accept your offer.',
  })
}

/** Each line by who carries it out: the laboratory its certificate, the lead the credit note. */
export async function settle(sessions: Sessions, claimId: string) {
  const laboratory = await linesOf(sessions.laboratory, claimId)
  if (laboratory.some(({ kind }) => kind !== 'documentReissue')) {
    throw new Error('The laboratory sees a line that is not its own')
  }
  const reissue = laboratory[0]?.id
  await executeLine(sessions.laboratory, claimId, reissue, '1866645/001-R')
  const allowance = (await linesOf(sessions.lead, claimId)).find(({ kind }) => kind === 'priceAllowance')?.id
  return executeLine(sessions.lead, claimId, allowance, 'CN-0001')
}

async function linesOf(session: Session, claimId: string): Promise<{ id: string; kind: string }[]> {
  const { claim } = await session.ask<{ claim: { settlementLines: { id: string; kind: string }[] } }>(
    'query($id: ID!) { claim(id: $id) { settlementLines { id kind } } }',
    { id: claimId },
  )
  return claim.settlementLines
}

function executeLine(session: Session, claimId: string, lineId: string | undefined, documentNumber: string) {
  return takeStep(session, claimId, 'executeLine', 'executeSettlementLine', { lineId, documentNumber })
}

export async function close(session: Session, claimId: string) {
  return takeStep(session, claimId, 'close', 'closeClaim', {
    selfCheck: {
      answeredInTime: true,
      promisesKept: true,
      causeExplained: true,
      documentsComplete: true,
      lessonShared: true,
    },
    apologySent: true,
  })
}

/** The 8D goes on after the claim is closed. */
export async function startImprovement(session: Session, claimId: string) {
  const { me } = await session.ask<{ me: { person: { id: string } } }>('{ me { person { id } } }')
  return takeStep(session, claimId, 'startImprovement', 'startImprovement', {
    team: 'Rolling mill, laboratory, analyst',
    description: 'Corner radius of square tubes above the tolerance',
    containment: 'Tubes of the heat are held and sorted',
    ownerId: me.person.id,
    dueAt: new Date(Date.now() + 30 * 86_400_000).toISOString(),
  })
}
