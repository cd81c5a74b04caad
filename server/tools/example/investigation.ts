// The investigation: sister pieces held, two departments asked and answering, the cause concluded.
import { takeStep } from './claim-step.ts'
import type { Certificate, Piece, Sessions } from './intake.ts'
import type { Session } from './session.ts'

const HOUR_MS = 3_600_000

interface Task {
  id: string
  number: string
  state: string
  revision: number
  department: { code: string }
}

/** Every other piece of the claimed heat is held, sorted or released; without one the reason is recorded. */
export async function contain(session: Session, claimId: string, certificate: Certificate, claimed?: Piece) {
  const heatId = await claimedHeat(session, claimId)
  const pieces = heatId ? await piecesOfHeat(session, heatId) : []
  const sisters = pieces.filter(({ id }) => id !== claimed?.id)
  const outcomes = ['held', 'held', 'sorted', 'released']
  const recorded =
    sisters.length > 0
      ? { pieces: sisters.map(({ id }, index) => ({ pieceId: id, outcome: outcomes[index % outcomes.length] })) }
      : { none: `Certificate ${certificate.number} names no other piece of the heat` }
  return takeStep(session, claimId, 'recordContainment', 'recordContainment', recorded)
}

async function claimedHeat(session: Session, claimId: string): Promise<string | undefined> {
  const { claim } = await session.ask<{
    claim: { items: { heat: { id: string } | null; piece: { heat: { id: string } } | null }[] }
  }>('query($id: ID!) { claim(id: $id) { items { heat { id } piece { heat { id } } } } }', { id: claimId })
  const [item] = claim.items
  return item?.piece?.heat.id ?? item?.heat?.id
}

async function piecesOfHeat(session: Session, heatId: string): Promise<Piece[]> {
  const found: Piece[] = []
  for (let after: string | null = null; ; ) {
    const { node }: { node: { pieces: { nodes: Piece[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } } =
      await session.ask(
        `query($id: ID!, $after: String) { node(id: $id) { ... on Heat {
          pieces(first: 100, after: $after) { nodes { id number mass } pageInfo { hasNextPage endCursor } } } } }`,
        { id: heatId, after },
      )
    found.push(...node.pieces.nodes)
    if (!node.pieces.pageInfo.hasNextPage) return found
    after = node.pieces.pageInfo.endCursor
  }
}

/** Sends the two tasks, and has each answered in its department. */
export async function askDepartments(sessions: Sessions, claimId: string): Promise<void> {
  const { departments } = await sessions.analyst.ask<{ departments: { id: string; code: string }[] }>(
    '{ departments { id code } }',
  )
  const questions = [
    { code: 'rollingMill', question: 'Which rolls ran on this order, and when were they last ground?' },
    { code: 'laboratory', question: 'Which corner radius was measured on the retained sample?' },
  ]
  for (const { code, question } of questions) {
    await takeStep(sessions.analyst, claimId, 'sendTask', 'sendInvestigationTask', {
      departmentId: departments.find((department) => department.code === code)?.id,
      question,
      dueAt: new Date(Date.now() + 72 * HOUR_MS).toISOString(),
    })
  }
  await answerTask(sessions.rollingMill, claimId, 'rollingMill', {
    text: 'The finishing rolls were two days over their grinding interval.',
    causeCode: 'rollWear',
    proposedMeasure: 'Stop the line when the interval is over',
  })
  await answerTask(sessions.laboratory, claimId, 'laboratory', {
    text: 'The radius of the retained sample is above the tolerance of the order.',
    causeCode: 'wrongSetting',
    values: [{ name: 'Corner radius', text: '1.9', number: '1.9', unit: 'mm' }],
  })
}

async function answerTask(session: Session, claimId: string, department: string, answer: object): Promise<void> {
  const task = await taskOf(session, claimId, department)
  const accepted = await moveTask(session, 'acceptTask', task)
  await moveTask(session, 'answerTask', accepted, answer)
}

/** The analyst accepts both answers and rates them. */
export async function verifyAnswers(session: Session, claimId: string): Promise<void> {
  for (const department of ['rollingMill', 'laboratory']) {
    await moveTask(session, 'verifyTaskAnswer', await taskOf(session, claimId, department), { rating: 5 })
  }
}

async function taskOf(session: Session, claimId: string, department: string): Promise<Task> {
  const { claim } = await session.ask<{ claim: { tasks: Task[] } | null }>(
    'query($id: ID!) { claim(id: $id) { tasks { id number state revision department { code } } } }',
    { id: claimId },
  )
  const task = claim?.tasks.find((one) => one.department.code === department)
  if (!task) throw new Error(`${session.who} sees no task of ${department}`)
  return task
}

async function moveTask(session: Session, mutation: string, task: Task, input: object = {}): Promise<Task> {
  const moved = await session.send<{ task: Task }>(
    mutation,
    { id: task.id, revision: task.revision, ...input },
    '... on TaskMoved { task { id number state revision department { code } } }',
  )
  return moved.task
}

export async function conclude(session: Session, claimId: string) {
  const { departments } = await session.ask<{ departments: { id: string; code: string }[] }>(
    '{ departments { id code } }',
  )
  const departmentId = (code: string) => departments.find((department) => department.code === code)?.id
  return takeStep(session, claimId, 'conclude', 'concludeClaim', {
    occurrenceCause: 'rollWear',
    escapeCause: 'sampling',
    systemCause: 'standardNotKept',
    qualityLayer: 'standard',
    chainStage: 'additionalRequirements',
    ourFault: true,
    shares: [
      { departmentId: departmentId('rollingMill'), percent: '80' },
      { departmentId: departmentId('laboratory'), percent: '20' },
    ],
  })
}
