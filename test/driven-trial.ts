// A trial batch that tests take from step to step through the graph, each step by the person who does it.
import type { Kysely } from 'kysely'
import type { Database } from '../schema/database.ts'
import type { JsonObject } from '../schema/json.ts'
import type { Engine } from '../server/core/engine.ts'
import type { PersonViewer } from '../server/core/viewer.ts'
import { givenAccount, givenCoils, givenPerson, givenReference } from './given.ts'
import { ask, globalId, sendTask } from './graph.ts'
import { requirements } from './workflows/trial-world.ts'

type Db = Kysely<Database>

export interface TrialPeople {
  engineer: PersonViewer
  lead: PersonViewer
  analyst: PersonViewer
  manager: PersonViewer
  planner: PersonViewer
  roller: PersonViewer
  tester: PersonViewer
}

export interface TrialWorld extends TrialPeople {
  engine: Engine
  db: Db
  departments: Record<string, string>
  account: { id: string; contactId: string }
  productId: string
  competitorId: string
  heatId: string
  coils: string[]
  certificateId: string
}

/** People of every office that takes part, a customer with five coils of one heat, its certificate, a competitor's product. */
export async function givenTrialWorld(engine: Engine, db: Db): Promise<TrialWorld> {
  const { departments, regions } = await givenReference(db)
  const of = (code: string, name: string) =>
    givenPerson(db, { name, role: 'departmentResponder', departmentId: departments[code] ?? '' })
  const engineer = await givenPerson(db, { name: 'Front Person', role: 'csEngineer' })
  const account = await givenAccount(db, { name: 'Nordwind Tubes', regionId: regions.europe ?? '' })
  const { heatId, coils } = await givenCoils(db, account.id, '71001', ['1', '2', '3', '4', '5'])
  const product = db.insertInto('product').values({ code: 'HR-2', name: 'Hot-rolled coil 2.00', grade: 'S235' })
  const competitor = db.insertInto('competitor_product').values({ competitor: 'Other Works', name: 'Rival coil' })
  const certificate = db.insertInto('certificate').values({
    number: 'Z-71001',
    account_id: account.id,
    document_type: 'Inspection certificate',
    schema_version: '1',
    issuer: 'Works',
    product_name: 'Coil',
    sha256: 'a'.repeat(64),
    raw: Buffer.from('{}'),
    imported_by: engineer.id,
  })
  const certificateId = (await certificate.returning('id').executeTakeFirstOrThrow()).id
  await db.insertInto('certificate_heat').values({ certificate_id: certificateId, heat_id: heatId }).execute()
  const carbon = { certificate_id: certificateId, position: 1, value_group: 'chemistry' as const, code: 'C' }
  await db
    .insertInto('certificate_value')
    .values({ ...carbon, heat: '71001', raw_text: '0.10', number: '0.10', unit: '%' })
    .execute()
  return {
    engine,
    db,
    departments,
    engineer,
    lead: await givenPerson(db, { name: 'Lead Person', role: 'csLead' }),
    analyst: await givenPerson(db, { name: 'Analyst Person', role: 'analyst' }),
    manager: await givenPerson(db, { name: 'Manager Person', role: 'management' }),
    planner: await of('orderManagement', 'Plan Person'),
    roller: await of('rollingMill', 'Mill Person'),
    tester: await of('laboratory', 'Test Person'),
    account,
    productId: (await product.returning('id').executeTakeFirstOrThrow()).id,
    competitorId: (await competitor.returning('id').executeTakeFirstOrThrow()).id,
    heatId,
    coils,
    certificateId,
  }
}

export interface TrialAnswer {
  __typename: string
  trialBatch?: { id: string; number: string; state: string; pace: string; revision: number; iteration: number } | null
  fields?: { field: string | null; code: string; text: string }[]
}

/** Sends a mutation of a trial batch and gives its answer, whatever it is. */
export async function sendTrial(
  engine: Engine,
  viewer: PersonViewer,
  mutation: string,
  input: JsonObject,
): Promise<TrialAnswer> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`
  const { answer } = await ask<{ answer: TrialAnswer }>(
    engine,
    viewer,
    `mutation($input: ${type}!) { answer: ${mutation}(input: $input) { __typename
      ... on TrialMoved { trialBatch { id number state pace revision iteration } } ... on Invalid { fields { field code text } } } }`,
    { input },
  )
  return answer
}

export class DrivenTrial {
  id = ''
  private revision = 0
  private readonly world: TrialWorld

  constructor(world: TrialWorld) {
    this.world = world
  }

  /** Sends a step; gives the new state, or what is missing in words, or the kind of the refusal. */
  async step(who: keyof TrialPeople, mutation: string, input: JsonObject = {}): Promise<string | string[]> {
    const addressed = mutation === 'requestTrial' ? input : { id: this.id, revision: this.revision, ...input }
    const answer = await sendTrial(this.world.engine, this.world[who], mutation, addressed)
    if (answer.fields) return answer.fields.map(({ text }) => text)
    if (!answer.trialBatch) return answer.__typename
    this.id = answer.trialBatch.id
    this.revision = answer.trialBatch.revision
    return answer.trialBatch.state
  }

  request(more: JsonObject = {}): Promise<string | string[]> {
    const { account, productId } = this.world
    return this.step('engineer', 'requestTrial', {
      accountId: globalId('Account', account.id),
      productId: globalId('Product', productId),
      aim: 'Flatter coils for the tube line',
      reason: 'idea',
      reasonText: 'Skin pass at a lower tension',
      ...more,
    })
  }

  /** The requirement set of the six groups, with a task for each office that is needed. */
  submit(): Promise<string | string[]> {
    const tasks = ['orderManagement', 'rollingMill', 'laboratory'].map((code) => ({
      departmentId: globalId('Department', this.world.departments[code] ?? ''),
      question: 'Can it be made?',
      dueAt: '2026-11-06T10:00:00Z',
    }))
    const set = requirements.map(({ id: _, indicator, ...given }) => ({
      ...given,
      indicator,
      property: indicator === 'C' ? 'C' : null,
    }))
    return this.step('engineer', 'submitTrialRequirements', { requirements: set, tasks })
  }

  async answerTasks(): Promise<void> {
    const { engine, db, planner, roller, tester } = this.world
    const tasks = await db
      .selectFrom('task')
      .innerJoin('department', 'department.id', 'task.department_id')
      .where('task.state', '=', 'open')
      .select(['task.id', 'task.revision', 'department.code'])
      .execute()
    const people: Record<string, PersonViewer> = { orderManagement: planner, rollingMill: roller, laboratory: tester }
    for (const { id, revision, code } of tasks) {
      const who = people[code]
      if (!who) throw new Error(`Nobody answers for ${code}`)
      await sendTask(engine, who, 'acceptTask', { id: globalId('Task', id), revision })
      await sendTask(engine, who, 'answerTask', { id: globalId('Task', id), revision: revision + 1, text: 'It can' })
    }
  }

  async schedule(): Promise<string | string[]> {
    await this.step('planner', 'rescheduleTrial', {
      slotAt: '2026-12-14T04:00:00Z',
      tonnage: '20.000',
      plannedHeats: 1,
    })
    return this.step('planner', 'startTrialProduction')
  }

  produce(): Promise<string | string[]> {
    const { heatId, coils } = this.world
    return this.step('roller', 'recordTrialProduction', {
      heats: [{ heatId: globalId('Heat', heatId), variant: 'Tension 38 kN' }],
      pieceIds: coils.map((coil) => globalId('Piece', coil)),
      cardChanges: [{ parameter: 'Tension', before: '42 kN', after: '38 kN' }],
    })
  }

  /** Values for the indicators that the certificate does not hold. */
  async measured(changed: Record<string, string> = {}): Promise<JsonObject[]> {
    const sound = { Re: '240', Rejects: '1.2', Width: '1249', Thickness: '2.11', Flatness: '7', ...changed }
    const { trialBatch } = await ask<{
      trialBatch: {
        iteration: number
        requirements: { id: string; iteration: number; indicator: string; unit: string }[]
      }
    }>(
      this.world.engine,
      this.world.tester,
      'query($id: ID!) { trialBatch(id: $id) { iteration requirements { id iteration indicator unit } } }',
      { id: this.id },
    )
    return trialBatch.requirements.flatMap(({ id, iteration, indicator, unit }) => {
      const value = (sound as Record<string, string>)[indicator]
      return value === undefined || iteration !== trialBatch.iteration ? [] : [{ requirementId: id, value, unit }]
    })
  }

  async pass(changed: Record<string, string> = {}): Promise<string | string[]> {
    return this.step('tester', 'passTrialInspection', {
      certificateId: globalId('Certificate', this.world.certificateId),
      measurements: await this.measured(changed),
    })
  }

  async fail(changed: Record<string, string>): Promise<string | string[]> {
    return this.step('tester', 'failTrialInspection', {
      certificateId: globalId('Certificate', this.world.certificateId),
      measurements: await this.measured(changed),
    })
  }

  receive(): Promise<string | string[]> {
    return this.step('engineer', 'recordTrialReceipt', {
      receivedAt: '2026-11-02T04:00:00Z',
      stages: [
        { stage: 'loading', at: '2026-11-01T04:00:00Z' },
        { stage: 'rail', at: '2026-11-01T20:00:00Z' },
      ],
    })
  }

  /** 20.0 t in and 18.6 t out; the competitor yields 95.5 % and has 1.6 % rejects against our 1.2 %. */
  process(more: JsonObject = {}): Promise<string | string[]> {
    const productId = globalId('CompetitorProduct', this.world.competitorId)
    const rejects = { indicator: 'Surface rejects', unit: '%', direction: 'lower' }
    return this.step('engineer', 'recordTrialProcessing', {
      attended: true,
      lines: [{ inputMass: '20.000', goodMass: '18.600', stops: 2, pieces: 5, rating: 3 }],
      competitors: [
        { productId, measure: 'yield', theirs: '95.5' },
        { productId, ...rejects, ours: '1.2', theirs: '1.6' },
      ],
      ...more,
    })
  }

  verdict(mutation: 'adoptTrial' | 'rejectTrial', more: JsonObject = {}): Promise<string | string[]> {
    return this.step('lead', mutation, { verdict: 'Approve', signatory: 'Mx Sample', signedOn: '2026-11-01', ...more })
  }

  /** From the request to the customer's gate, with the slot and the production between. */
  async toInspection(): Promise<void> {
    await this.request()
    await this.step('engineer', 'agreeTrialRequirements')
    await this.submit()
    await this.answerTasks()
    await this.step('analyst', 'confirmTrialFeasible', { cost: '8000.00', currency: 'USD' })
    await this.schedule()
    await this.produce()
  }
}
