// The steps of a visit, each in the session of the person who takes it.
import { offeredRevision } from './claim-step.ts'
import type { Customer, Sessions } from './intake.ts'
import { openLink, type Session } from './session.ts'

const DAY_MS = 86_400_000
const from = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString()

export interface VisitState {
  id: string
  number: string
  state: string
  completeness: number | null
  findings: { id: string; text: string; outcomes: { kindLabel: string; task: { number: string } | null }[] }[]
}
const visitFields = 'id number state completeness findings { id text outcomes { kindLabel task { number } } }'

export async function step(
  session: Session,
  id: string,
  event: string,
  mutation: string,
  input: object = {},
): Promise<VisitState> {
  const revision = await offeredRevision(session, 'visit', id, event)
  const fields = `... on VisitMoved { visit { ${visitFields} } }`
  const moved = await session.send<{ visit: VisitState }>(mutation, { id, revision, ...input }, fields)
  return moved.visit
}

/** The contact's own session on one case, by its signed link. */
export async function linked(sessions: Sessions, address: string, id: string, customer: Customer): Promise<Session> {
  const [contact] = customer.contacts
  const { token } = await sessions.frontOffice.send<{ token: string }>(
    'linkCustomer',
    { id, contactId: contact?.id },
    '... on CustomerLinked { token }',
  )
  return openLink(address, contact?.name ?? 'the customer', token)
}

/** Asked for by the customer himself; he sees the visit once he has its own link. */
export async function request(customerSession: Session, office: Session, customer: Customer): Promise<string> {
  const input = { accountId: customer.id, reason: 'Corners are too round: please see it at our line' }
  await customerSession.send('requestVisit', input, '... on VisitMoved { revision }')
  const { visits } = await office.ask<{ visits: { nodes: { id: string }[] } }>(
    'query($id: ID!) { visits(first: 1, filter: { accountId: $id, states: [requested] }) { nodes { id } } }',
    { id: customer.id },
  )
  const [visit] = visits.nodes
  if (!visit) throw new Error('The visit that was asked for is not there')
  return visit.id
}

/** Sorted, dated, confirmed by the customer through his link, prepared and held. */
export async function hold(sessions: Sessions, address: string, id: string, customer: Customer): Promise<void> {
  const { frontOffice, lead } = sessions
  const { people } = await lead.ask<{ people: { nodes: { id: string; name: string }[] } }>(
    '{ people(first: 100) { nodes { id name } } }',
  )
  const engineerId = people.nodes.find(({ name }) => name === 'Ainur Anvil')?.id
  await step(lead, id, 'triage', 'triageVisit', {
    purpose: 'claim',
    engineerId,
    aheadReason: 'The line of the customer stands still',
  })
  await step(frontOffice, id, 'propose', 'proposeVisitDate', {
    startsAt: from(4),
    endsAt: from(4.2),
    place: `Works of ${customer.name}`,
    teamIds: [],
  })
  await step(await linked(sessions, address, id, customer), id, 'confirm', 'confirmVisit')
  await step(frontOffice, id, 'prepare', 'prepareVisit')
  await step(frontOffice, id, 'begin', 'beginVisit')
  await step(frontOffice, id, 'finish', 'finishVisit')
}

const blocks = [
  ['claims', 'The open claim was looked at on the line'],
  ['delivery', 'Straps of two bundles were loose'],
  ['processing', 'Yield 93 %, two stops in five bundles'],
  ['competitors', 'Buys a fifth elsewhere, with sharper corners'],
  ['needs', 'Could use 40 × 40 × 1.5 mm, 300 t a year'],
  ['customerPlans', 'A second welding line next year'],
  ['ourPlans', 'Told of the new sizing stand'],
  ['offer', 'A trial batch with corners of 1.6 mm'],
  ['knowledge', 'Decides on price per frame, not per tonne'],
  ['promises', 'An answer on the straps within a week'],
] as const

/** Block by block as on a tablet, then submitted with three findings. */
export async function report(session: Session, id: string): Promise<VisitState> {
  for (const [block, text] of blocks)
    await session.send('writeVisitBlock', { id, block, text }, '... on Visit { completeness }')
  return step(session, id, 'submitReport', 'submitVisitReport', {
    blocks: [],
    findings: [
      { block: 'delivery', text: 'Straps come loose on the way' },
      { block: 'processing', text: 'Corners are too round for the frame' },
      { block: 'needs', text: 'Could use 40 × 40 × 1.5 mm, 300 t a year' },
    ],
  })
}

/** The first two become tasks, the third a need; the customer confirms all of them. */
export async function followUp(session: Session, { id, findings }: VisitState): Promise<VisitState> {
  const { departments } = await session.ask<{ departments: { id: string; code: string }[] }>(
    '{ departments { id code } }',
  )
  for (const [index, finding] of findings.entries()) {
    const code = index === 0 ? 'logistics' : 'rollingMill'
    const departmentId = departments.find((department) => department.code === code)?.id
    const into = index < 2 ? { kind: 'task', departmentId, dueAt: from(7) } : { kind: 'need' }
    await session.send('turnVisitFinding', { id: finding.id, note: finding.text, ...into }, '... on Visit { id }')
    const confirmed = { findingId: finding.id, confirmedOn: new Date().toISOString().slice(0, 10) }
    await step(session, id, 'confirmFinding', 'confirmVisitFinding', confirmed)
  }
  return step(session, id, 'close', 'closeVisit')
}
