// The steps of a trial batch, each in the session of the person who takes it.
import { offeredRevision } from './claim-step.ts'
import type { Certificate, Customer, Sessions } from './intake.ts'
import type { Session } from './session.ts'

const DAY_MS = 86_400_000
const from = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString()

export interface TrialState {
  id: string
  number: string
  state: string
  iteration: number
  result: { yield: string; consumption: string } | null
  groups: { verdict: string }[]
  recommendations: { indicator: string; problem: string; target: string }[]
}
const fields = `... on TrialMoved { trialBatch {
  id number state iteration result { yield consumption } groups { verdict } recommendations { indicator problem target } } }`

export async function step(
  session: Session,
  id: string,
  event: string,
  mutation: string,
  input: object = {},
): Promise<TrialState> {
  const revision = await offeredRevision(session, 'trialBatch', id, event)
  const moved = await session.send<{ trialBatch: TrialState }>(mutation, { id, revision, ...input }, fields)
  return moved.trialBatch
}

/** Asked for because of the claim. */
export async function request(session: Session, customer: Customer, claimId: string): Promise<TrialState> {
  const { products } = await session.ask<{ products: { nodes: { id: string }[] } }>(
    '{ products(first: 1) { nodes { id } } }',
  )
  const input = {
    accountId: customer.id,
    productId: products.nodes[0]?.id,
    aim: 'Sharper corners that fit into the frame',
    reason: 'claim',
    claimId,
  }
  const moved = await session.send<{ trialBatch: TrialState }>('requestTrial', input, fields)
  return moved.trialBatch
}

/** The six groups; chemistry with the limits that the certificate keeps to, the others measured by hand. */
export async function submit(sessions: Sessions, id: string, certificate: Certificate): Promise<void> {
  const { departments } = await sessions.frontOffice.ask<{ departments: { id: string; code: string }[] }>(
    '{ departments { id code } }',
  )
  const tasks = ['orderManagement', 'rollingMill', 'laboratory'].map((code) => ({
    departmentId: departments.find((department) => department.code === code)?.id,
    question: 'Can it be made as the customer asks?',
    dueAt: from(4),
  }))
  const chemistry = await chemistryOf(sessions.frontOffice, certificate.id)
  const requirements = [chemistry, ...byHand.map(({ value: _, ...requirement }) => requirement)]
  await step(sessions.frontOffice, id, 'submit', 'submitTrialRequirements', { requirements, tasks })
  for (const session of [sessions.orderManagement, sessions.rollingMill, sessions.laboratory]) await answer(session, id)
}

const byHand = [
  { group: 'mechanicalProperties', indicator: 'Yield strength', unit: 'MPa', min: '235', value: '262' },
  { group: 'surface', indicator: 'Surface rejects', unit: '%', max: '2', value: '1.2' },
  { group: 'geometry', indicator: 'Corner radius', unit: 'mm', max: '2', value: '1.7' },
  { group: 'tolerances', indicator: 'Wall thickness', unit: 'mm', min: '1.86', max: '2.14', value: '2.11' },
  { group: 'flatness', indicator: 'Flatness', unit: 'mm', max: '8', value: '6' },
]

/** An element of the certificate; its highest value is the limit. */
async function chemistryOf(session: Session, id: string) {
  const { node } = await session.ask<{
    node: { values: { group: string; code: string; number: string | null; unit: string | null }[] }
  }>('query($id: ID!) { node(id: $id) { ... on Certificate { values { group code number unit } } } }', { id })
  const values = node.values.filter(
    ({ group, number, unit }) => group === 'chemistry' && number !== null && unit !== null,
  )
  const [first] = values
  if (!first) throw new Error('The certificate holds no chemistry')
  const numbers = values.filter(({ code }) => code === first.code).map(({ number }) => Number(number))
  const { code, unit } = first
  return { group: 'chemicalComposition', indicator: code, unit, max: String(Math.max(...numbers)), property: code }
}

/** Accepts and answers the tasks of the person's department, as those wait for him. */
async function answer(session: Session, id: string): Promise<void> {
  const { trialBatch } = await session.ask<{
    trialBatch: { tasks: { id: string; revision: number; state: string; actions: { event: string }[] }[] }
  }>('query($id: ID!) { trialBatch(id: $id) { tasks { id revision state actions { event } } } }', { id })
  for (const task of trialBatch.tasks) {
    if (!task.actions.some(({ event }) => event === 'accept')) continue
    const moved = '... on TaskMoved { revision }'
    const { revision } = await session.send<{ revision: number }>(
      'acceptTask',
      { id: task.id, revision: task.revision },
      moved,
    )
    await session.send('answerTask', { id: task.id, revision, text: 'It can be made' }, moved)
  }
}

/** From the slot to the customer's gate. */
export async function make(sessions: Sessions, id: string, certificate: Certificate): Promise<void> {
  const { orderManagement, rollingMill, laboratory, frontOffice } = sessions
  const planned = { slotAt: from(30), tonnage: '20.000', plannedHeats: 1 }
  await step(orderManagement, id, 'reschedule', 'rescheduleTrial', planned)
  await step(orderManagement, id, 'start', 'startTrialProduction')
  await step(rollingMill, id, 'produced', 'recordTrialProduction', {
    heats: certificate.heats.map((heat) => ({ heatId: heat.id, variant: `Heat ${heat.number}` })),
    pieceIds: certificate.pieces.nodes.map((piece) => piece.id),
    cardChanges: [{ parameter: 'Roll grinding interval', before: '14 days', after: '10 days' }],
  })
  const { trialBatch } = await laboratory.ask<{
    trialBatch: {
      iteration: number
      requirements: { id: string; iteration: number; indicator: string; unit: string }[]
    }
  }>('query($id: ID!) { trialBatch(id: $id) { iteration requirements { id iteration indicator unit } } }', { id })
  const measurements = trialBatch.requirements.flatMap(({ id: requirementId, iteration, indicator, unit }) => {
    const measured = byHand.find((requirement) => requirement.indicator === indicator)
    return measured && iteration === trialBatch.iteration ? [{ requirementId, value: measured.value, unit }] : []
  })
  await step(laboratory, id, 'pass', 'passTrialInspection', { certificateId: certificate.id, measurements })
  const stages = ['craneTransport', 'marking', 'loading', 'rail', 'unloading'].map((stage) => ({ stage, at: from(0) }))
  await step(frontOffice, id, 'received', 'recordTrialReceipt', { receivedAt: from(0), stages })
}

/** Attended by our engineer; the competitor's product beside ours. */
export async function process(session: Session, id: string, goodMass: string): Promise<TrialState> {
  const { id: productId } = await session.send<{ id: string }>(
    'setCompetitorProduct',
    { competitor: 'Fictional Rival Works', name: 'Rival section' },
    '... on CompetitorProduct { id }',
  )
  const begun = { startedAt: from(0), place: 'Frame line', attended: true }
  await step(session, id, 'startProcessing', 'startTrialProcessing', begun)
  const rejects = { indicator: 'Surface rejects', unit: '%', direction: 'lower', ours: '1.2', theirs: '1.6' }
  return step(session, id, 'recordProcessing', 'recordTrialProcessing', {
    lines: [{ inputMass: '20.000', goodMass, stops: 2, pieces: 5, rating: 3 }],
    competitors: [
      { productId, measure: 'yield', theirs: '95.5' },
      { productId, ...rejects },
    ],
  })
}
