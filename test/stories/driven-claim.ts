// A claim that a test drives: each step through the graph, or many at once by the commands behind it.
import type { ClaimState, SettlementKind } from '../../schema/claim-vocabulary.ts'
import type { JsonObject } from '../../schema/json.ts'
import { registerClaim, sendClaimEvent } from '../../server/claims/commands.ts'
import { Refused } from '../../server/core/refusal.ts'
import { transact } from '../../server/core/transaction.ts'
import type { ContactViewer, PersonViewer } from '../../server/core/viewer.ts'
import { type ClaimAnswer, send } from '../graph.ts'
import { type Sender, type SentEvent, sendings } from './event-inputs.ts'
import { encoded } from './global-ids.ts'
import { type Customer, contactOf, newCustomer, type World } from './world.ts'

export type Step = SentEvent | [SentEvent, JsonObject?, Sender?]

export class DrivenClaim {
  readonly world: World
  readonly customer: Customer
  /** Its uuid. */
  readonly key: string

  constructor(world: World, customer: Customer, key: string) {
    this.world = world
    this.customer = customer
    this.key = key
  }

  /** Sends the event through the graph; it must be taken. Gives the leaves of the three regions. */
  async do(event: SentEvent, input: JsonObject = {}, who?: Sender): Promise<string> {
    const answer = await this.attempt(event, input, who)
    if (answer.__typename !== 'ClaimMoved') throw new Error(`${event}: ${JSON.stringify(answer)}`)
    return (await this.states()).join(' ')
  }

  /** Sends the event through the graph and gives whatever comes. `input` goes over the complete one. */
  async attempt(event: SentEvent, input: JsonObject = {}, who?: Sender): Promise<ClaimAnswer> {
    const { mutation, who: usual, input: complete } = sendings[event]
    const full = { ...(await complete(this, input)), ...input }
    const revision = input.revision ?? (await this.row()).revision
    return send(this.world.engine, this.viewer(who ?? usual), mutation, encoded({ id: this.key, revision, ...full }))
  }

  /** Codes and fields that an event is refused with. */
  async faults(event: SentEvent, input: JsonObject = {}, who?: Sender): Promise<string[]> {
    const answer = await this.attempt(event, input, who)
    if (answer.__typename !== 'Invalid') return [answer.__typename]
    return (answer.fields ?? []).map(({ field, code }) => (field === null ? code : `${field}: ${code}`))
  }

  /** Sends the events by their commands, in one transaction. */
  async quickly(steps: readonly Step[]): Promise<this> {
    for (const step of steps) {
      const [event, input = {}, who] = typeof step === 'string' ? [step] : step
      const { who: usual, input: complete } = sendings[event]
      const payload = { ...(await complete(this, input)), ...input }
      const viewer = this.viewer(who ?? usual)
      const { engine } = this.world
      await transact(engine, { viewer, name: event, key: null, body: {} }, async (work) => {
        await sendClaimEvent(engine, work, {
          caseId: this.key,
          revision: null,
          event,
          payload: payload as never,
          viewer,
          at: null,
        })
        return {}
      }).catch((error: unknown) => {
        throw error instanceof Refused ? new Error(`${event}: ${JSON.stringify(error.refusal)}`) : error
      })
    }
    return this
  }

  viewer(who: Sender): PersonViewer | ContactViewer {
    return who === 'contact' ? contactOf(this.customer, this.key) : this.world.people[who]
  }

  async row() {
    return this.world.db.selectFrom('service_case').selectAll().where('id', '=', this.key).executeTakeFirstOrThrow()
  }

  async claim() {
    return this.world.db.selectFrom('claim').selectAll().where('case_id', '=', this.key).executeTakeFirstOrThrow()
  }

  async states(): Promise<string[]> {
    const { state, waiting, improvement } = await this.row()
    return [state, waiting ?? '', improvement ?? '']
  }

  async items() {
    return this.world.db
      .selectFrom('claim_item')
      .selectAll()
      .where('case_id', '=', this.key)
      .orderBy('position')
      .execute()
  }

  async tasks() {
    return this.world.db.selectFrom('task').selectAll().where('case_id', '=', this.key).orderBy('number').execute()
  }

  async proposals() {
    return this.world.db.selectFrom('proposal').selectAll().where('case_id', '=', this.key).orderBy('number').execute()
  }

  async linesToExecute() {
    return this.world.db
      .selectFrom('settlement_line')
      .selectAll()
      .where('case_id', '=', this.key)
      .where('executed_at', 'is', null)
      .where('kind', '<>', 'none')
      .orderBy('position')
      .execute()
  }

  async deadlines() {
    return this.world.db
      .selectFrom('deadline')
      .selectAll()
      .where('case_id', '=', this.key)
      .orderBy('started_at')
      .orderBy('id')
      .execute()
  }

  /** Running clocks of the case with their due times, or why they pause; a second one of a name has its generation behind it. */
  async clocks(): Promise<Record<string, string>> {
    const rows = (await this.deadlines()).filter(({ stopped_at, task_id }) => stopped_at === null && task_id === null)
    return Object.fromEntries(
      rows.map(({ clock, due_at, pauses }) => [clock, due_at?.toISOString() ?? `paused: ${pauses.at(-1)?.reason}`]),
    )
  }

  /** Lines of kind, mass and amount in USD on the first item. */
  async lines(
    ...lines: [kind: SettlementKind, mass: string, amount: string, more?: JsonObject][]
  ): Promise<JsonObject> {
    const [item] = await this.items()
    return {
      lines: lines.map(([kind, mass, amount, more = {}]) => ({
        itemId: item?.id ?? '',
        kind,
        mass,
        ...(kind === 'none' ? { ground: 'notProven' } : { amount, currency: 'USD' }),
        ...more,
      })),
    }
  }

  /** Number and hash of the proposal that waits. */
  async pending(): Promise<{ number: number; hash: string }> {
    const proposal = (await this.proposals()).at(-1)
    return { number: proposal?.number ?? 0, hash: proposal?.hash ?? '' }
  }

  /** Another open claim of the same customer. */
  async sibling(state: ClaimState = 'registered'): Promise<DrivenClaim> {
    return claimIn(this.world, state, this.customer)
  }
}

/** Logs a claim on the customer's first coil. */
export async function newClaim(world: World, given?: Customer, input: JsonObject = {}): Promise<DrivenClaim> {
  const customer = given ?? (await newCustomer(world))
  const { engine, people } = world
  const payload = {
    accountId: customer.accountId,
    whatHappened: 'Wavy edges on a coil',
    receivedAt: world.time.toISOString(),
    remedySought: 'priceAllowance' as const,
    items: [{ pieceId: customer.coils[0] ?? '', defect: 'wavyEdge', claimedMass: '8.420' }],
    ...input,
  }
  const request = { viewer: people.engineer, name: 'registerClaim', key: null, body: {} }
  const { caseId } = await transact(engine, request, async (work) => {
    const { subject } = await registerClaim(engine, work, people.engineer, payload)
    return { caseId: subject.caseId }
  })
  return new DrivenClaim(world, customer, caseId)
}

/** A claim that has just come to this state of its handling by the shortest ordinary way. */
export async function claimIn(world: World, state: ClaimState, customer?: Customer): Promise<DrivenClaim> {
  const claim = await newClaim(world, customer)
  return claim.quickly(await waysTo(claim, state))
}

async function waysTo(claim: DrivenClaim, state: ClaimState): Promise<Step[]> {
  const after = async (before: ClaimState, ...steps: Step[]) => [...(await waysTo(claim, before)), ...steps]
  switch (state) {
    case 'registered':
    case 'discarded':
      return []
    case 'screening':
      return after('registered', 'acknowledge')
    case 'collecting':
      return after('screening', 'acceptForInvestigation')
    case 'concluding':
      return after('collecting', 'recordContainment', 'startConclusion')
    case 'decision':
      return after('concluding', 'conclude')
    case 'approval':
      return after('decision', ['propose', await claim.lines(['priceAllowance', '8.420', '5000.00'])])
    case 'offered':
      return after('decision', 'propose')
    case 'disputed':
      return after('offered', 'customerDisputes')
    case 'settlement':
      return after('offered', 'customerAccepts')
    case 'closing':
      return after('decision', ['propose', await claim.lines(['none', '8.420', ''])], 'customerAccepts')
    case 'closed':
      return after('closing', 'close')
    case 'closedDisputed':
      return after('disputed', 'closeDisputed')
    case 'declined':
      return after('screening', 'declineFormally', 'approve')
    case 'lapsed':
      throw new Error('Only time leads to lapsed: use lapsedClaim')
    case 'withdrawn':
      return after('screening', 'withdraw')
    case 'merged':
      return after('screening', ['merge', { targetId: (await claim.sibling()).key }])
  }
}
