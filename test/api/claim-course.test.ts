// A claim from the first call to closing, through the graph, each step by the person who does it.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { PersonViewer } from '../../server/core/viewer.ts'
import { type TestEngine, testEngine } from '../engine.ts'
import { givenAccount, givenCoils, givenPerson, givenReference } from '../given.ts'
import { ask, globalId, send, sendTask } from '../graph.ts'

let world: TestEngine
beforeAll(async () => {
  world = await testEngine()
})
afterAll(() => world.close())

it('runs from the first call to closing while the improvement goes on', async () => {
  const { engine, database } = world
  const db = database.app
  const { departments, regions } = await givenReference(db)
  const mill = departments.rollingMill ?? ''
  const finance = departments.finance ?? ''
  const engineer = await givenPerson(db, { name: 'Front Person', role: 'csEngineer' })
  const lead = await givenPerson(db, { name: 'Lead Person', role: 'csLead' })
  const analyst = await givenPerson(db, { name: 'Analyst Person', role: 'analyst' })
  const roller = await givenPerson(db, { name: 'Mill Person', role: 'departmentResponder', departmentId: mill })
  const payer = await givenPerson(db, { name: 'Pay Person', role: 'departmentResponder', departmentId: finance })
  const quality = await givenPerson(db, { name: 'Quality Head', role: 'management', positions: ['headOfQuality'] })
  const account = await givenAccount(db, { name: 'Nordwind Tubes', regionId: regions.europe ?? '' })
  const { coils } = await givenCoils(db, account.id, '71001', ['1', '2'])

  const registered = await send(engine, engineer, 'registerClaim', {
    accountId: globalId('Account', account.id),
    whatHappened: 'Wavy edges on two coils',
    receivedAt: '2026-11-02T04:50:00Z',
  })
  expect(registered).toMatchObject({
    __typename: 'ClaimMoved',
    claim: { state: 'registered', waiting: 'nothing', number: expect.stringMatching(/^C-2026-\d{6}$/) },
  })
  const id = registered.claim?.id ?? ''
  let revision = registered.claim?.revision ?? 0
  const step = async (viewer: PersonViewer, mutation: string, input: Record<string, never> | object, state: string) => {
    const answer = await send(engine, viewer, mutation, { id, revision, ...input })
    expect(answer, mutation).toMatchObject({ __typename: 'ClaimMoved', claim: { state } })
    revision = answer.claim?.revision ?? 0
    return answer
  }

  await step(
    engineer,
    'amendClaim',
    {
      items: [{ pieceId: globalId('Piece', coils[0] ?? ''), defect: 'wavyEdge', claimedMass: '8.420' }],
      remedySought: 'priceAllowance',
    },
    'registered',
  )
  await step(engineer, 'acknowledgeClaim', { promisedAnswerAt: '2026-11-12T10:00:00Z' }, 'screening')
  await step(
    lead,
    'acceptClaimForInvestigation',
    { analystId: globalId('Person', analyst.id), severity: 'major' },
    'collecting',
  )
  await step(
    analyst,
    'recordContainment',
    { pieces: [{ pieceId: globalId('Piece', coils[1] ?? ''), outcome: 'held' }] },
    'collecting',
  )
  await step(
    analyst,
    'sendInvestigationTask',
    { departmentId: globalId('Department', mill), question: 'Flatness record?', dueAt: '2026-11-05T10:00:00Z' },
    'collecting',
  )

  const board = await ask<{
    myTasks: { nodes: { id: string; state: string; revision: number; actions: { event: string }[] }[] }
  }>(engine, roller, '{ myTasks(first: 10) { nodes { id state revision actions { event label ready } } } }')
  const [task] = board.myTasks.nodes
  expect(task).toMatchObject({
    state: 'open',
    actions: expect.arrayContaining([expect.objectContaining({ event: 'accept' })]),
  })
  expect(await sendTask(engine, roller, 'acceptTask', { id: task?.id ?? '', revision: 1 })).toMatchObject({
    task: { state: 'inProgress' },
  })
  expect(
    await sendTask(engine, roller, 'answerTask', {
      id: task?.id ?? '',
      revision: 2,
      text: 'Set-point was late',
      causeCode: await firstCode(db, 'occurrenceCause'),
    }),
  ).toMatchObject({ task: { state: 'answered' } })

  const after = await ask<{ claim: { state: string; revision: number } }>(
    engine,
    analyst,
    'query($id: ID!) { claim(id: $id) { state revision } }',
    { id },
  )
  expect(after.claim.state).toBe('concluding')
  revision = after.claim.revision
  await step(
    analyst,
    'concludeClaim',
    {
      occurrenceCause: await firstCode(db, 'occurrenceCause'),
      escapeCause: await firstCode(db, 'escapeCause'),
      systemCause: await firstCode(db, 'systemCause'),
      qualityLayer: 'standard',
      chainStage: 'loading',
      ourFault: true,
      shares: [{ departmentId: globalId('Department', mill), percent: '100' }],
    },
    'decision',
  )

  const items = await ask<{ claim: { items: { id: string }[] } }>(
    engine,
    lead,
    'query($id: ID!) { claim(id: $id) { items { id } } }',
    { id },
  )
  const line = (mass: string, amount: string) => ({
    itemId: items.claim.items[0]?.id ?? '',
    kind: 'priceAllowance',
    mass,
    amount,
    currency: 'USD',
    departmentId: globalId('Department', finance),
  })
  await step(lead, 'proposeSettlement', { lines: [line('5.000', '9000.00'), line('3.420', '6000.00')] }, 'approval')
  const proposed = await ask<{ claim: { proposals: { number: number; hash: string; totalUsd: string }[] } }>(
    engine,
    quality,
    'query($id: ID!) { claim(id: $id) { proposals { number hash totalUsd route { needed of labels } } } }',
    { id },
  )
  const [proposal] = proposed.claim.proposals
  expect(proposal).toMatchObject({ number: 1, totalUsd: '15000.00' })
  expect(
    await send(engine, lead, 'approveProposal', { id, revision, number: 1, hash: proposal?.hash ?? '' }),
  ).toMatchObject({ __typename: expect.stringMatching(/Invalid|NotAllowed/) })
  await step(quality, 'approveProposal', { number: 1, hash: proposal?.hash ?? '' }, 'offered')
  await step(engineer, 'acceptOffer', { acceptedAt: '2026-11-02T05:00:00Z', letter: 'We agree.' }, 'settlement')
  const lines = await ask<{ claim: { settlementLines: { id: string; amount: string }[]; proposals: unknown[] } }>(
    engine,
    payer,
    'query($id: ID!) { claim(id: $id) { settlementLines { id amount } proposals { number } } }',
    { id },
  )
  expect(lines.claim).toEqual({
    settlementLines: [expect.objectContaining({ amount: '9000.00' }), expect.objectContaining({ amount: '6000.00' })],
    proposals: [],
  })
  await step(
    payer,
    'executeSettlementLine',
    { lineId: lines.claim.settlementLines[0]?.id ?? '', documentNumber: 'CN-1' },
    'settlement',
  )
  await step(
    lead,
    'executeSettlementLine',
    { lineId: lines.claim.settlementLines[1]?.id ?? '', documentNumber: 'CN-2' },
    'closing',
  )
  const closed = await step(
    engineer,
    'closeClaim',
    {
      selfCheck: {
        answeredInTime: true,
        promisesKept: true,
        causeExplained: true,
        documentsComplete: true,
        lessonShared: true,
      },
      apologySent: true,
    },
    'closed',
  )
  expect(closed.claim).toMatchObject({ improvementState: 'required' })

  const running = await db
    .selectFrom('deadline')
    .where('stopped_at', 'is', null)
    .where('task_id', 'is', null)
    .select('clock')
    .execute()
  expect(running).toEqual([])
})

async function firstCode(
  db: TestEngine['engine']['db'],
  catalogue: 'occurrenceCause' | 'escapeCause' | 'systemCause',
): Promise<string> {
  const row = await db
    .selectFrom('catalogue_entry')
    .where('catalogue', '=', catalogue)
    .orderBy('position')
    .select('code')
    .executeTakeFirstOrThrow()
  return row.code
}
