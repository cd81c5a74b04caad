// The views that live in an address: what each page reads from it, anything else left out.
export interface ClaimsSearch {
  show?: 'open' | 'closed' | 'all'
  severity?: 'irritation' | 'minor' | 'major' | 'critical'
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
const oneOf = <T extends string>(value: unknown, words: readonly T[]) => words.find((known) => known === value)

export function workSearch({ clock, kind }: Record<string, unknown>): WorkSearch {
  return {
    clock: oneOf(clock, ['over', 'today', 'week', 'later', 'waiting']),
    kind: oneOf(kind, ['claims', 'tasks']),
  }
}

export function claimsSearch({ show, severity }: Record<string, unknown>): ClaimsSearch {
  return {
    show: oneOf(show, ['open', 'closed', 'all']),
    severity: oneOf(severity, ['irritation', 'minor', 'major', 'critical']),
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
