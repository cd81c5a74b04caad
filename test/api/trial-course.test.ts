// A trial batch through the graph: its full course, repetition, recommendations with their effect, success by reason, claims on its coils.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { JsonObject } from '../../schema/json.ts'
import { replayHistory } from '../../server/tools/replay-history.ts'
import { DrivenTrial, givenTrialWorld, type TrialWorld } from '../driven-trial.ts'
import { type TestEngine, testEngine } from '../engine.ts'
import { ask, globalId, send } from '../graph.ts'

let test: TestEngine
let world: TrialWorld
beforeAll(async () => {
  test = await testEngine()
  world = await givenTrialWorld(test.engine, test.database.app)
})
afterAll(() => test.close())

const read = `query($id: ID!) { trialBatch(id: $id) {
  number state stateLabel iteration pace groups { group verdict } result { inputMass goodMass yield consumption stops pieces rating }
  verdict followUpOrder { number } certificate { number } attended
  processing { iteration yield consumption } comparisons { indicator ours theirs difference strength }
  requirements { iteration indicator measurements { value conforms ofCertificate } }
  heats { variant heat { number } } coils { number } cardChanges { parameter before after } stages { stage }
  recommendations { id indicator problem target state }
  deadlines { clock state } tasks { purpose state } history(first: 50) { nodes { eventLabel byName } }
} }`

it('TRB-01, TSK-3b, TSK-3c: goes from a claim to regular supply with 20.0 t in, 18.6 t out: 93.0 %, 6 of 6 groups, one order', async () => {
  const { engine, engineer, analyst, account, db } = world
  const claim = await send(engine, engineer, 'registerClaim', {
    accountId: globalId('Account', account.id),
    whatHappened: 'Waves on the tube line',
    receivedAt: '2026-11-02T04:00:00Z',
  })
  const trial = new DrivenTrial(world)
  const fromClaim = { reason: 'claim', claimId: claim.claim?.id ?? '', reasonText: null }
  expect(await trial.request(fromClaim)).toBe('requested')
  expect(await trial.step('engineer', 'agreeTrialRequirements')).toBe('requirements')
  expect(await trial.submit()).toBe('feasibility')
  expect(await trial.step('analyst', 'confirmTrialFeasible', { cost: '8000.00', currency: 'USD' })).toHaveLength(3)
  await trial.answerTasks()
  const dear = { cost: '10000.01', currency: 'USD' }
  expect(await trial.step('analyst', 'confirmTrialFeasible', dear)).toBe('approval')
  expect(await trial.step('manager', 'approveTrialCost')).toBe('scheduled')
  expect(await trial.step('planner', 'startTrialProduction')).toEqual(['Slot in production'])
  expect(await trial.schedule()).toBe('production')
  expect(await trial.produce()).toBe('inspection')
  expect(await trial.pass()).toBe('shipment')
  expect(await trial.receive()).toBe('atCustomer')
  const begun = { startedAt: '2026-11-02T04:30:00Z', place: 'Tube line 2', attended: true }
  expect(await trial.step('engineer', 'startTrialProcessing', begun)).toBe('processing')
  // Attendance was said when processing began.
  expect(await trial.process({ attended: null })).toBe('evaluation')
  const order = await db.selectFrom('customer_order').select('id').executeTakeFirstOrThrow()
  expect(await trial.verdict('adoptTrial', { orderId: globalId('CustomerOrder', order.id) })).toBe('adopted')

  const { trialBatch } = await ask<{ trialBatch: JsonObject }>(engine, analyst, read, { id: trial.id })
  expect(trialBatch).toMatchObject({
    number: expect.stringMatching(/^B-2026-\d{6}$/),
    stateLabel: 'Adopted for supply',
    verdict: 'Approve',
    attended: true,
    certificate: { number: 'Z-71001' },
    followUpOrder: { number: 'O-71001' },
    result: {
      inputMass: '20.000',
      goodMass: '18.600',
      yield: '93.0',
      consumption: '1.0753',
      stops: '2',
      pieces: 5,
      rating: '3.0',
    },
    heats: [{ variant: 'Tension 38 kN', heat: { number: '71001' } }],
    cardChanges: [{ parameter: 'Tension', before: '42 kN', after: '38 kN' }],
    stages: [{ stage: 'loading' }, { stage: 'rail' }],
  })
  expect((trialBatch.groups as { verdict: string }[]).filter(({ verdict }) => verdict === 'conforming')).toHaveLength(6)
  const [carbon] = trialBatch.requirements as { measurements: object[] }[]
  expect(carbon?.measurements).toEqual([{ value: '0.1', conforms: true, ofCertificate: true }])
  expect(trialBatch.comparisons).toMatchObject([
    { indicator: 'Yield', difference: '-2.5', strength: false },
    { indicator: 'Surface rejects', difference: '-0.4', strength: true },
  ])
  expect((trialBatch.deadlines as { state: string }[]).every(({ state }) => state === 'stopped')).toBe(true)
  const links = await ask<{ claim: { links: { kind: string; case: { number: string } }[] } }>(
    engine,
    analyst,
    'query($id: ID!) { claim(id: $id) { links { kind case { number } } } }',
    { id: claim.claim?.id },
  )
  expect(links.claim.links).toEqual([{ kind: 'trialReason', case: { number: trialBatch.number } }])
  expect((await replayHistory(db)).differences).toEqual([])
})

it('W2: a repetition counts iteration 2, agrees requirements anew, and keeps what was before', async () => {
  const trial = new DrivenTrial(world)
  await trial.toInspection()
  await trial.pass()
  await trial.receive()
  await trial.process()
  expect(await trial.step('lead', 'repeatTrial', { reason: 'Flatter still' })).toBe('requirements')
  expect(await trial.submit()).toBe('feasibility')
  const { trialBatch } = await ask<{ trialBatch: JsonObject }>(world.engine, world.analyst, read, { id: trial.id })
  expect(trialBatch).toMatchObject({ iteration: 2, result: null, processing: [{ iteration: 1, yield: '93.0' }] })
  expect((trialBatch.groups as { verdict: string }[]).every(({ verdict }) => verdict === 'unmeasured')).toBe(true)
})

it('TSK-3d: flatness 11 mm of 8 under concession and the yield gap leave two drafts; 7 mm afterwards is effective', async () => {
  const { engine, lead, engineer, roller, departments, db } = world
  const trial = new DrivenTrial(world)
  await trial.toInspection()
  expect(await trial.pass({ Flatness: '11' })).toEqual([
    'Flatness: Flatness 11 mm is above 8 mm',
    'It cannot be shipped like this: record that it does not conform, then rework it or ship it under a concession that the customer signed',
  ])
  expect(await trial.fail({ Flatness: '11' })).toBe('nonConforming')
  expect(await trial.receive()).toBe('WrongState')
  const signed = { signedBy: 'Mx Sample', signedOn: '2026-11-01', document: 'L-7' }
  expect(await trial.step('lead', 'grantTrialConcession', { groups: ['geometry'], ...signed })).toEqual([
    "The customer's signature for the group: Flatness",
  ])
  expect(await trial.step('lead', 'grantTrialConcession', { groups: ['flatness'], ...signed })).toBe('shipment')
  await trial.receive()
  await trial.process()
  await trial.verdict('rejectTrial')
  const { trialBatch } = await ask<{ trialBatch: { recommendations: { id: string }[] } }>(engine, lead, read, {
    id: trial.id,
  })
  expect(trialBatch.recommendations).toMatchObject([
    { indicator: 'Flatness', problem: 'Flatness 11 mm', target: '≤ 8 mm', state: 'draft' },
    { indicator: 'Yield', problem: 'Yield 93 %; Rival coil: 95.5 %', target: '≥ 95.5 %', state: 'draft' },
  ])

  const [flatness, gap] = trialBatch.recommendations
  const decide = (mutation: string, input: object, viewer = lead) =>
    ask<{ answer: JsonObject }>(
      engine,
      viewer,
      `mutation($input: ${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!) { answer: ${mutation}(input: $input) {
        __typename ... on Recommendation { state task { purpose state } effectValue } ... on Invalid { fields { code } } } }`,
      { input },
    )
  const mill = globalId('Department', departments.rollingMill ?? '')
  const accepted = { id: flatness?.id, departmentId: mill, measure: 'Level twice', dueAt: '2026-12-01T10:00:00Z' }
  expect((await decide('acceptRecommendation', accepted)).answer).toMatchObject({
    state: 'accepted',
    task: { purpose: 'improvement', state: 'open' },
  })
  expect((await decide('acceptRecommendation', accepted)).answer).toMatchObject({
    fields: [{ code: 'recommendationDecided' }],
  })
  const effect = { value: '7', unit: 'mm', measuredOn: '2026-11-02', effective: true }
  expect((await decide('recordRecommendationEffect', { id: gap?.id, ...effect })).answer).toMatchObject({
    fields: [{ code: 'recommendationNotAccepted' }],
  })
  expect((await decide('recordRecommendationEffect', { id: flatness?.id, ...effect }, engineer)).answer).toMatchObject({
    state: 'effective',
    effectValue: '7',
  })
  expect((await decide('declineRecommendation', { id: gap?.id, reason: 'Too dear' })).answer).toMatchObject({
    state: 'declined',
  })
  expect((await decide('declineRecommendation', { id: gap?.id, reason: 'x' }, roller)).answer).toEqual({
    __typename: 'NotAllowed',
  })
  const tasks = await db.selectFrom('task').where('purpose', '=', 'improvement').select('question').execute()
  expect(tasks).toEqual([{ question: 'Flatness 11 mm\n≤ 8 mm\nLevel twice' }])
})

it('TRB-03: five adopted of eight finished are 62.5 %, three of four from claims, two of four from ideas', async () => {
  const { engine, db, account, productId, lead } = world
  await db.updateTable('service_case').set({ state: 'cancelled' }).where('kind', '=', 'trialBatch').execute()
  const verdicts = ['adopted', 'adopted', 'adopted', 'rejected', 'adopted', 'adopted', 'rejected', 'rejected']
  for (const [index, state] of verdicts.entries()) {
    const opened = new Date('2026-10-01T00:00:00Z')
    const row = await db
      .insertInto('service_case')
      .values({
        number: `B-0000-${index}`,
        kind: 'trialBatch',
        account_id: account.id,
        title: 'Trial',
        state,
        waiting: 'running',
        chart_version: 1,
        snapshot: '{}',
        opened_at: opened,
        changed_at: opened,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const reason = index < 4 ? ('claim' as const) : ('idea' as const)
    await db
      .insertInto('trial_batch')
      .values({ case_id: row.id, product_id: productId, aim: 'Trial', reason })
      .execute()
  }
  const { trialSuccess } = await ask<{ trialSuccess: object[] }>(
    engine,
    lead,
    '{ trialSuccess { reason finished adopted rate } }',
  )
  expect(trialSuccess).toEqual([
    { reason: 'claim', finished: 4, adopted: 3, rate: 75 },
    { reason: 'idea', finished: 4, adopted: 2, rate: 50 },
    { reason: null, finished: 8, adopted: 5, rate: 62.5 },
  ])
})

it('claims on trial coils are linked and do not count in the ordinary claim rate', async () => {
  const { engine, engineer, lead, account, coils, heatId, db } = world
  const ordinary = await db
    .insertInto('piece')
    .values({ number: '9', kind: 'coil', heat_id: heatId, account_id: account.id, mass: '10.000' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const about = async (pieceId: string) => {
    const { claim } = await send(engine, engineer, 'registerClaim', {
      accountId: globalId('Account', account.id),
      whatHappened: 'Waves',
      receivedAt: '2026-11-02T04:50:00Z',
      items: [{ pieceId: globalId('Piece', pieceId), defect: 'wavyEdge', claimedMass: '1.000' }],
    })
    return claim?.id
  }
  const onTrial = await about(coils[0] ?? '')
  await about(ordinary.id)
  const { claim } = await ask<{ claim: { links: { kind: string }[] } }>(
    engine,
    lead,
    'query($id: ID!) { claim(id: $id) { links { kind } } }',
    { id: onTrial },
  )
  expect(claim.links.some(({ kind }) => kind === 'trialMaterial')).toBe(true)
  const { claimFigures } = await ask<{ claimFigures: { rates: { n: number }[] } }>(
    engine,
    lead,
    '{ claimFigures { rates { n } } }',
  )
  const { claims } = await ask<{ claims: { nodes: object[] } }>(engine, lead, '{ claims(first: 50) { nodes { id } } }')
  expect(claimFigures.rates[0]?.n).toBe(claims.nodes.length - 1)
})
