// A visit that a test drives through the graph, each event with an input that lacks nothing.
import type { JsonObject } from '../../schema/json.ts'
import { type VisitEvent, visitBlocks } from '../../schema/visit-vocabulary.ts'
import { words } from '../../schema/vocabulary.ts'
import { ask, globalId } from '../graph.ts'
import type { Sender } from './event-inputs.ts'
import { type Customer, contactOf, later, newCustomer, type World } from './world.ts'

export type VisitSent = Exclude<VisitEvent, 'request' | 'plan' | 'deadlinePassed'>

export interface VisitAnswer {
  __typename: string
  revision?: number
  visit?: { id: string; number: string; state: string; revision: number } | null
  fields?: { field: string | null; code: string; text: string }[]
  states?: string[]
}

const person = (world: World, who: Exclude<Sender, 'contact'>) => globalId('Person', world.people[who].id)
const because = () => ({ reason: 'It has to be so' })
const nothing = () => ({})

const sendings: Record<VisitSent, [mutation: string, who: Sender | 'manager', input: (visit: DrivenVisit) => object]> =
  {
    triage: ['triageVisit', 'lead', ({ world }) => ({ purpose: 'product', engineerId: person(world, 'engineer') })],
    propose: [
      'proposeVisitDate',
      'engineer',
      ({ world, hour }) => ({
        startsAt: new Date(later(world, 4).getTime() + hour * 3_600_000).toISOString(),
        endsAt: new Date(later(world, 4).getTime() + (hour + 1) * 3_600_000).toISOString(),
        place: 'Their works',
        teamIds: [],
      }),
    ],
    confirm: ['confirmVisit', 'contact', nothing],
    counterPropose: ['counterProposeVisit', 'contact', because],
    prepare: ['prepareVisit', 'engineer', nothing],
    begin: ['beginVisit', 'engineer', nothing],
    finish: ['finishVisit', 'engineer', nothing],
    submitReport: [
      'submitVisitReport',
      'engineer',
      () => ({ blocks: words(visitBlocks).map((block) => ({ block, text: `Looked at: ${block}` })) }),
    ],
    returnReport: ['returnVisitReport', 'manager', () => ({ comment: 'Which coil?' })],
    confirmFinding: ['confirmVisitFinding', 'engineer', () => ({ confirmedOn: '2026-11-02' })],
    close: ['closeVisit', 'engineer', nothing],
    reopen: ['reopenVisit', 'lead', because],
    postpone: ['postponeVisit', 'engineer', because],
    recordNoShow: ['recordVisitNoShow', 'engineer', () => ({ whose: 'customer', ...because() })],
    cancel: ['cancelVisit', 'engineer', () => ({ whose: 'ours', ...because() })],
    decline: ['declineVisit', 'lead', () => ({ ...because(), letter: 'We regret' })],
    reassign: ['reassignVisit', 'lead', ({ world }) => ({ personId: person(world, 'engineer2') })],
  }

/** Each visit of a world has an hour of its own, so that its engineer is free. */
let hours = 0

export class DrivenVisit {
  readonly world: World
  readonly customer: Customer
  readonly key: string
  readonly hour = hours++

  constructor(world: World, customer: Customer, key: string) {
    this.world = world
    this.customer = customer
    this.key = key
  }

  /** Sends the events in turn; each must be taken. Gives the state after the last. */
  async do(event: VisitSent, input: object = {}, who?: Sender | 'manager'): Promise<string> {
    const answer = await this.attempt(event, input, who)
    if (answer.__typename !== 'VisitMoved') throw new Error(`${event}: ${JSON.stringify(answer)}`)
    return (await this.row()).state
  }

  async through(...events: VisitSent[]): Promise<this> {
    for (const event of events) await this.do(event)
    return this
  }

  async attempt(event: VisitSent, input: object = {}, who?: Sender | 'manager'): Promise<VisitAnswer> {
    const [mutation, usual, complete] = sendings[event]
    const { revision } = await this.row()
    const full = { id: globalId('Visit', this.key), revision, ...complete(this), ...input }
    return sendVisit(this.world, this.viewer(who ?? usual), mutation, full as JsonObject)
  }

  /** `field: code` of each fault, or the kind of the refusal. */
  async faults(event: VisitSent, input: object = {}, who?: Sender): Promise<string[]> {
    return faultsOf(await this.attempt(event, input, who))
  }

  viewer(who: Sender | 'manager') {
    if (who === 'contact') return contactOf(this.customer, this.key)
    if (who !== 'manager') return this.world.people[who]
    const { lead } = this.world.people
    const grant = {
      role: 'keyCustomerManager' as const,
      departmentId: null,
      office: null,
      regionId: null,
      accountId: null,
    }
    return { ...lead, grants: [grant], managedAccountIds: [this.customer.accountId] }
  }

  async row() {
    return this.world.db
      .selectFrom('service_case')
      .innerJoin('visit', 'visit.case_id', 'service_case.id')
      .selectAll()
      .where('service_case.id', '=', this.key)
      .executeTakeFirstOrThrow()
  }

  /** Running clocks with their due times. */
  async clocks(): Promise<Record<string, string>> {
    const rows = await this.world.db
      .selectFrom('deadline')
      .selectAll()
      .where('case_id', '=', this.key)
      .where('stopped_at', 'is', null)
      .execute()
    return Object.fromEntries(rows.map(({ clock, due_at }) => [clock, due_at?.toISOString() ?? 'paused']))
  }

  async findings() {
    return this.world.db
      .selectFrom('visit_finding')
      .selectAll()
      .where('case_id', '=', this.key)
      .orderBy('number')
      .execute()
  }
}

/** A visit that the engineer noted for a customer of its own. */
export async function newVisit(
  world: World,
  { event = 'request' as 'request' | 'plan', customer = null as Customer | null, ...more } = {},
  who: Exclude<Sender, 'contact'> = 'engineer',
): Promise<DrivenVisit> {
  const own = customer ?? (await newCustomer(world))
  const input = { accountId: globalId('Account', own.accountId), reason: 'Look at the slitter', ...more }
  const answer = await sendVisit(world, world.people[who], `${event}Visit`, input)
  if (!answer.visit) throw new Error(JSON.stringify(answer))
  const key = Buffer.from(answer.visit.id, 'base64url').toString().split(':')[1] ?? ''
  return new DrivenVisit(world, own, key)
}

export async function sendVisit(
  { engine }: World,
  viewer: Parameters<typeof ask>[1],
  mutation: string,
  input: JsonObject,
): Promise<VisitAnswer> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`
  const success = ['write', 'turn', 'check', 'recordVisitProcessing'].some((word) => mutation.startsWith(word))
    ? 'Visit { id completeness }'
    : 'VisitMoved { revision visit { id number state revision } }'
  const { answer } = await ask<{ answer: VisitAnswer }>(
    engine,
    viewer,
    `mutation($input: ${type}!) { answer: ${mutation}(input: $input) { __typename ... on ${success}
      ... on WrongState { states } ... on Invalid { fields { field code text } } } }`,
    { input },
  )
  return answer
}

export function faultsOf({ __typename, fields = [] }: VisitAnswer): string[] {
  if (__typename !== 'Invalid') return [__typename]
  return fields.map(({ field, code }) => (field === null ? code : `${field}: ${code}`))
}
