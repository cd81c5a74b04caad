// Claims as rows of a file.
import { parse } from 'graphql'
import { claimsAsked } from '../schema/list-asked.ts'
import type { ViewOf } from '../schema/list-views.ts'
import type { Severity } from '../schema/vocabulary.ts'
import { type Cell, momentCell, nothing, numberCell, textCell } from './core/cells.ts'
import { label } from './core/labels/label.ts'
import {
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

const claimCount = parse('query($filter: ClaimFilter, $upTo: Int!) { count: claimCount(filter: $filter, upTo: $upTo) }')
const claimList = parse(`query($filter: ClaimFilter, $order: ClaimOrder, $after: String, $money: Boolean!) {
  list: claims(first: 100, filter: $filter, order: $order, after: $after) {
    nodes { number title stateLabel waiting waitingLabel severity dueAt ${accountFields} ${clockFields}
      proposals @include(if: $money) { amountUsd } }
    ${pageInfo} } }`)

export function claimsPage(view: ViewOf<'claims'>): ExportPage {
  const { filter, order } = claimsAsked(view)
  const money = view.money === true
  return {
    columns: [
      ...([
        'number',
        'title',
        'account',
        'accountNumber',
        'key',
        'region',
        'state',
        'severity',
        'clock',
        'dueAt',
      ] as const),
      ...(money ? (['amount', 'currency'] as const) : []),
    ],
    count: async (ask, upTo) => Number((await ask(claimCount, { filter, upTo })).count),
    async *rows(ask, language) {
      for await (const nodes of pages<ClaimRow>(ask, claimList, { filter, order, money })) {
        yield nodes.map((row) => [
          textCell(row.number),
          textCell(row.title),
          ...accountCells(row, language),
          textCell(row.waiting === 'nothing' ? row.stateLabel : row.waitingLabel),
          textCell(row.severity && label(language, 'severity', row.severity)),
          textCell(clockOf(row)),
          momentCell(row.dueAt),
          ...(money ? amountCells(row.proposals?.[0]?.amountUsd) : []),
        ])
      }
    },
  }
}

function amountCells(amount: string | undefined): Cell[] {
  return amount === undefined ? [nothing, nothing] : [numberCell(amount), textCell('USD')]
}

interface ClaimRow extends Clocked, OfAccount {
  number: string
  title: string
  stateLabel: string
  waiting: string
  waitingLabel: string
  severity: Severity | null
  dueAt: string | null
  proposals?: { amountUsd: string }[]
}
