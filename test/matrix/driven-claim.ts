// A claim that its people took to the investigation, with a task for each department and a visit asked for.
import type { Engine } from '../../server/core/engine.ts'
import type { PersonViewer } from '../../server/core/viewer.ts'
import { ask, globalId, send } from '../graph.ts'
import type { Customer } from './customers.ts'

export interface DrivenClaim {
  id: string
  number: string
  departmentIds: string[]
  /** In the order of the departments. */
  taskIds: string[]
  itemId: string
  customer: Customer
}

export async function drivenClaim(
  engine: Engine,
  { E, L, A }: Record<'E' | 'L' | 'A', PersonViewer>,
  customer: Customer,
  name: string,
  departmentIds: string[],
): Promise<DrivenClaim> {
  let revision = 0
  let id = ''
  let number = ''
  const step = async (viewer: PersonViewer, mutation: string, input: object) => {
    const addressed = id === '' ? input : { id, revision, ...input }
    const answer = await send(engine, viewer, mutation, addressed as never)
    if (!answer.claim) throw new Error(`${mutation}: ${JSON.stringify(answer)}`)
    revision = answer.claim.revision
    id = answer.claim.id
    number = answer.claim.number
  }
  const [first = '', second = ''] = customer.coils
  await step(E, 'registerClaim', {
    accountId: globalId('Account', customer.id),
    whatHappened: `Wavy edges, ${name}`,
    receivedAt: '2026-11-02T04:50:00Z',
    channel: 'phone',
    stage: 'processing',
    remedySought: 'priceAllowance',
    contactId: globalId('Contact', customer.callerId),
    items: [{ pieceId: globalId('Piece', first), defect: 'wavyEdge', claimedMass: '2.000', note: `Note ${name}` }],
  })
  await step(E, 'acknowledgeClaim', { promisedAnswerAt: '2026-11-12T10:00:00Z' })
  await step(L, 'acceptClaimForInvestigation', { analystId: globalId('Person', A.id), severity: 'major' })
  await step(A, 'recordContainment', { pieces: [{ pieceId: globalId('Piece', second), outcome: 'held' }] })
  for (const departmentId of departmentIds)
    await step(A, 'sendInvestigationTask', {
      departmentId: globalId('Department', departmentId),
      question: `What happened? ${name}`,
      dueAt: '2026-11-05T10:00:00Z',
    })
  await step(A, 'requestClaimVisit', { reason: `See it at the line, ${name}` })
  const { claim } = await ask<{
    claim: { items: { id: string }[]; tasks: { id: string; department: { id: string } }[] }
  }>(engine, A, 'query($id: ID!) { claim(id: $id) { items { id } tasks { id department { id } } } }', { id })
  const taskIds = departmentIds.map((departmentId) => {
    const task = claim.tasks.find(({ department }) => department.id === globalId('Department', departmentId))
    return keyOf(task?.id)
  })
  return { id: keyOf(id), number, departmentIds, taskIds, itemId: keyOf(claim.items[0]?.id), customer }
}

/** The key in an id of the graph. */
export function keyOf(id: string | undefined): string {
  return (
    Buffer.from(id ?? '', 'base64url')
      .toString()
      .split(':')[1] ?? ''
  )
}
