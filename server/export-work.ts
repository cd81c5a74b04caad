// A person's work as rows of a file: cases and tasks in one list by due time.
import { parse } from 'graphql'
import type { DueGroup, ViewOf } from '../schema/list-views.ts'
import type { CaseKind, LabelLanguage } from '../schema/vocabulary.ts'
import { type Cell, momentCell, nothing, textCell } from './core/cells.ts'
import { label } from './core/labels/label.ts'
import {
  type Ask,
  accountCells,
  accountFields,
  type Clocked,
  clockFields,
  clockOf,
  type ExportPage,
  type OfAccount,
  pageInfo,
  pages,
} from './export-pages.ts'

interface CaseRow extends Clocked, OfAccount {
  kind: CaseKind
  number: string
  title: string
  stateLabel: string
  waiting?: string
  waitingLabel?: string
  dueAt: string | null
}
interface TaskRow extends Clocked {
  number: string
  question: string
  stateLabel: string
  dueAt: string | null
  sender: { name: string }
  case: OfAccount
}

const workCount = parse('{ counts: myWorkCounts { group cases tasks } }')
const caseList =
  parse(`query($clock: DueGroup, $after: String) { list: myCases(first: 100, clock: $clock, after: $after) {
  nodes { kind number title stateLabel dueAt ${accountFields} ${clockFields} ... on Claim { waiting waitingLabel } } ${pageInfo} } }`)
const taskList =
  parse(`query($clock: DueGroup, $after: String) { list: myTasks(first: 100, clock: $clock, after: $after) {
  nodes { number question stateLabel dueAt sender { name } case { ${accountFields} } ${clockFields} } ${pageInfo} } }`)

interface Due {
  dueAt: string | null
  cells: Cell[]
}

export function workPage({ clock, kind }: ViewOf<'work'>): ExportPage {
  return {
    columns: [
      'kind',
      'number',
      'title',
      'account',
      'accountNumber',
      'key',
      'region',
      'askedBy',
      'state',
      'clock',
      'dueAt',
    ],
    async count(ask) {
      const { counts } = (await ask(workCount, {})) as { counts: { group: DueGroup; cases: number; tasks: number }[] }
      return counts
        .filter(({ group }) => !clock || clock === group)
        .reduce((sum, one) => sum + (kind === 'tasks' ? 0 : one.cases) + (kind === 'claims' ? 0 : one.tasks), 0)
    },
    async *rows(ask, language) {
      const lists = [
        ...(kind === 'tasks' ? [] : [caseDues(ask, clock, language)]),
        ...(kind === 'claims' ? [] : [taskDues(ask, clock, language)]),
      ]
      for await (const row of merged(...lists)) yield [row.cells]
    },
  }
}

async function* caseDues(ask: Ask, clock: DueGroup | undefined, language: LabelLanguage): AsyncGenerator<Due> {
  for await (const nodes of pages<CaseRow>(ask, caseList, { clock })) {
    for (const row of nodes) {
      const state = row.waiting && row.waiting !== 'nothing' ? row.waitingLabel : row.stateLabel
      yield {
        dueAt: row.dueAt,
        cells: [
          textCell(label(language, 'caseKind', row.kind)),
          textCell(row.number),
          textCell(row.title),
          ...accountCells(row, language),
          nothing,
          textCell(state),
          textCell(clockOf(row)),
          momentCell(row.dueAt),
        ],
      }
    }
  }
}

async function* taskDues(ask: Ask, clock: DueGroup | undefined, language: LabelLanguage): AsyncGenerator<Due> {
  for await (const nodes of pages<TaskRow>(ask, taskList, { clock })) {
    for (const row of nodes) {
      yield {
        dueAt: row.dueAt,
        cells: [
          textCell(label(language, 'exportColumn', 'task')),
          textCell(row.number),
          textCell(row.question),
          ...accountCells(row.case, language),
          textCell(row.sender.name),
          textCell(row.stateLabel),
          textCell(clockOf(row)),
          momentCell(row.dueAt),
        ],
      }
    }
  }
}

/** Two lists by due time as one; what has none comes last. */
async function* merged(...lists: AsyncGenerator<Due>[]): AsyncGenerator<Due> {
  const heads = await Promise.all(lists.map((list) => list.next()))
  for (;;) {
    const open = heads.flatMap((head, at) => (head.done ? [] : [{ at, due: head.value }]))
    const next = open.toSorted((a, b) => (a.due.dueAt ?? '~').localeCompare(b.due.dueAt ?? '~'))[0]
    if (!next) return
    yield next.due
    const list = lists[next.at]
    if (list) heads[next.at] = await list.next()
  }
}
