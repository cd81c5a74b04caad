// The views of the lists: what an address of each list may say, and what it asks the API for. Client, saved views and exports share it.
import { paretoClasses } from './account-vocabulary.ts'
import { claimStates } from './claim-vocabulary.ts'
import { clocks } from './clock.ts'
import { visitOrigins, visitPurposes, visitStates } from './visit-vocabulary.ts'
import { accountStatuses, stages, type Words, words } from './vocabulary.ts'

export const listPages = {
  work: 'My work',
  claims: 'Claims',
  board: 'The board of a department',
  accounts: 'Customers',
  visits: 'Visits',
} as const
export type ListPage = Words<typeof listPages>

/** Lists that can be exported. */
export const exportPages = { work: 'My work', claims: 'Claims', accounts: 'Customers', visits: 'Visits' } as const
export type ExportPage = Words<typeof exportPages>

export const dueGroups = {
  over: 'The due time has passed',
  today: 'Due today',
  week: 'Due after today in this week, at the weekend in the coming one',
  later: 'Due after that',
  waiting: 'No clock runs',
} as const
export type DueGroup = Words<typeof dueGroups>

export const claimSums = {
  claimed: 'Claimed mass at the price of its order',
  offered: 'Lines of approved proposals',
  accepted: 'Lines that the customer accepted',
  paid: 'Lines that were executed',
} as const
export type ClaimSum = Words<typeof claimSums>

/** A word of a list, an id of the graph, words that people write, a civil day, or yes. */
type Param = readonly string[] | 'id' | 'text' | 'day' | 'yes'

const clock = words(dueGroups)
const severity = ['critical', 'major', 'minor', 'irritation'] as const

export const viewParams = {
  work: { clock, kind: ['claims', 'tasks'] },
  claims: {
    show: ['open', 'closed', 'all'],
    state: words(claimStates),
    severity,
    due: clock,
    clock: ['over', 'soon'],
    region: 'id',
    account: 'id',
    consumer: ['endUser', 'wholesaler'],
    defect: 'text',
    stage: words(stages),
    responsible: 'id',
    product: 'id',
    stopped: words(clocks),
    missed: words(clocks),
    left: 'text',
    currency: 'text',
    sum: words(claimSums),
    trial: 'yes',
    from: 'day',
    before: 'day',
    order: ['due', 'newest'],
    money: 'yes',
  },
  board: { clock },
  visits: {
    show: ['open', 'closed', 'all'],
    state: words(visitStates),
    purpose: words(visitPurposes),
    origin: words(visitOrigins),
    engineer: 'id',
    account: 'id',
    key: 'yes',
    due: ['over'],
    from: 'day',
    before: 'day',
    order: ['due', 'newest'],
  },
  accounts: {
    text: 'text',
    region: 'id',
    consumer: ['endUser', 'wholesaler'],
    key: 'yes',
    status: words(accountStatuses),
    segment: 'id',
    class: words(paretoClasses),
  },
} as const satisfies Record<ListPage, Readonly<Record<string, Param>>>

type ValueOf<P> = P extends readonly (infer W)[] ? W : P extends 'yes' ? true : string
export type ViewOf<P extends ListPage> = {
  -readonly [K in keyof (typeof viewParams)[P]]?: ValueOf<(typeof viewParams)[P][K]> | undefined
}

export interface ParsedView<P extends ListPage> {
  view: ViewOf<P>
  /** Names of what was there and is not known or not right. */
  refused: string[]
}

/** What an address or a stored view says of a list; what is unknown or not right is left out and named. */
export function parseView<P extends ListPage>(page: P, raw: Readonly<Record<string, unknown>>): ParsedView<P> {
  const params: Readonly<Record<string, Param>> = viewParams[page]
  const view: Record<string, unknown> = {}
  const refused: string[] = []
  for (const [name, value] of Object.entries(raw)) {
    if (value === undefined || value === null || value === '') continue
    const param = Object.hasOwn(params, name) ? params[name] : undefined
    if (param !== undefined && fits(param, value)) view[name] = value
    else refused.push(name)
  }
  return { view: view as ViewOf<P>, refused }
}

const longestText = 200

function fits(param: Param, value: unknown): boolean {
  if (param === 'yes') return value === true
  if (typeof value !== 'string') return false
  if (param === 'id') return /^[A-Za-z0-9_-]{8,200}$/.test(value)
  if (param === 'day') return /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value))
  if (param === 'text') return value.length <= longestText && !value.includes('\u0000')
  return param.includes(value)
}

export const exportFormats = {
  csv: 'Comma-separated values in UTF-8, as in RFC 4180',
  xlsx: 'A workbook of a spreadsheet program',
} as const
export type ExportFormat = Words<typeof exportFormats>

export const exportStates = {
  queued: 'Waits for its turn',
  running: 'Is being written',
  ready: 'Can be fetched',
  failed: 'Could not be written',
} as const
export type ExportState = Words<typeof exportStates>

/** Why an export was not written. */
export const exportFaults = {
  tooManyRows: 'The view has more rows than an export takes',
  notAllowed: 'The person may not read the list any more',
  lost: 'Writing failed on our side',
} as const
export type ExportFault = Words<typeof exportFaults>

/** Heads of the columns of exports. */
export const exportColumns = {
  kind: 'Case or task',
  number: 'Number',
  title: 'What happened, or what is asked',
  account: 'Customer',
  accountNumber: 'Number of the customer',
  key: 'Whether it is a key customer',
  critical: 'Whether it is critical to us',
  state: 'Where it stands',
  severity: 'How bad it is',
  clock: 'The clock that ends next',
  dueAt: 'When it ends',
  askedBy: 'Who asks',
  amount: 'Amount of the newest proposal',
  currency: 'Currency of the amount',
  region: 'Region',
  consumer: 'What the customer does with the material',
  country: 'Country',
  manager: 'Key customer manager',
  status: 'Where it stands in its life cycle',
  purpose: 'What it is for',
  origin: 'Who wanted it',
  engineer: 'Who goes',
  startsAt: 'When it begins',
  endsAt: 'When it is over',
  place: 'Where',
  task: 'A task',
  yes: 'Yes',
  no: 'No',
} as const
export type ExportColumn = Words<typeof exportColumns>

/** An export of more rows is refused. */
export const mostExportRows = 100_000
/** A bulk action takes no more rows at once. */
export const mostBulkRows = 500
