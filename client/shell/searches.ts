// The views that live in an address: what each page reads from it, anything else left out.
import { type ClaimState, claimStates } from '../../schema/claim-vocabulary.ts'
import { type Stage, stages, words } from '../../schema/vocabulary.ts'

export interface ClaimsSearch {
  show?: 'open' | 'closed' | 'all'
  severity?: 'irritation' | 'minor' | 'major' | 'critical'
  /** What a figure was narrowed by. */
  state?: ClaimState
  region?: string
  consumer?: 'endUser' | 'wholesaler'
  defect?: string
  stage?: Stage
  responsible?: string
  product?: string
  clock?: 'over' | 'soon'
  /** Days: opened from, and before. */
  from?: string
  before?: string
}

export interface ManagementSearch {
  region?: string
  consumer?: 'endUser' | 'wholesaler'
  period?: 'quarter' | 'year' | 'all'
}

export interface AccountsSearch {
  text?: string
  region?: string
  consumer?: 'endUser' | 'wholesaler'
  key?: boolean
}

export interface WorkSearch {
  clock?: 'over' | 'today' | 'week' | 'later' | 'waiting'
  kind?: 'claims' | 'tasks'
}

const word = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
const day = (value: unknown) => (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? value : undefined)
const oneOf = <T extends string>(value: unknown, words: readonly T[]) => words.find((known) => known === value)

export function workSearch({ clock, kind }: Record<string, unknown>): WorkSearch {
  return {
    clock: oneOf(clock, ['over', 'today', 'week', 'later', 'waiting']),
    kind: oneOf(kind, ['claims', 'tasks']),
  }
}

export function claimsSearch(asked: Record<string, unknown>): ClaimsSearch {
  return {
    show: oneOf(asked.show, ['open', 'closed', 'all']),
    severity: oneOf(asked.severity, ['irritation', 'minor', 'major', 'critical']),
    state: oneOf(asked.state, words(claimStates)),
    region: word(asked.region),
    consumer: oneOf(asked.consumer, ['endUser', 'wholesaler']),
    defect: word(asked.defect),
    stage: oneOf(asked.stage, words(stages)),
    responsible: word(asked.responsible),
    product: word(asked.product),
    clock: oneOf(asked.clock, ['over', 'soon']),
    from: day(asked.from),
    before: day(asked.before),
  }
}

export function managementSearch({ region, consumer, period }: Record<string, unknown>): ManagementSearch {
  return {
    region: word(region),
    consumer: oneOf(consumer, ['endUser', 'wholesaler']),
    period: oneOf(period, ['quarter', 'year', 'all']),
  }
}

export function accountsSearch({ text, region, consumer, key }: Record<string, unknown>): AccountsSearch {
  return {
    text: word(text),
    region: word(region),
    consumer: oneOf(consumer, ['endUser', 'wholesaler']),
    key: key === true ? true : undefined,
  }
}
