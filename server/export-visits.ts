// Visits as rows of a file.
import { parse } from 'graphql'
import { visitsAsked } from '../schema/list-asked.ts'
import type { ViewOf } from '../schema/list-views.ts'
import { momentCell, textCell } from './core/cells.ts'
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

const visitCount = parse('query($filter: VisitFilter, $upTo: Int!) { count: visitCount(filter: $filter, upTo: $upTo) }')
const visitList = parse(`query($filter: VisitFilter, $order: VisitOrder, $after: String) {
  list: visits(first: 100, filter: $filter, order: $order, after: $after) {
    nodes { number title stateLabel purposeLabel originLabel startsAt endsAt place dueAt engineer { name }
      ${accountFields} ${clockFields} }
    ${pageInfo} } }`)

export function visitsPage(view: ViewOf<'visits'>): ExportPage {
  const asked = visitsAsked(view)
  return {
    columns: [
      ...(['number', 'title', 'account', 'accountNumber', 'key', 'region', 'state'] as const),
      ...(['purpose', 'origin', 'engineer', 'startsAt', 'endsAt', 'place', 'clock', 'dueAt'] as const),
    ],
    count: async (ask, upTo) => Number((await ask(visitCount, { filter: asked.filter, upTo })).count),
    async *rows(ask, language) {
      for await (const nodes of pages<VisitRow>(ask, visitList, asked)) {
        yield nodes.map((row) => [
          textCell(row.number),
          textCell(row.title),
          ...accountCells(row, language),
          textCell(row.stateLabel),
          textCell(row.purposeLabel),
          textCell(row.originLabel),
          textCell(row.engineer?.name ?? null),
          momentCell(row.startsAt),
          momentCell(row.endsAt),
          textCell(row.place),
          textCell(clockOf(row)),
          momentCell(row.dueAt),
        ])
      }
    },
  }
}

interface VisitRow extends Clocked, OfAccount {
  number: string
  title: string
  stateLabel: string
  purposeLabel: string | null
  originLabel: string
  engineer: { name: string } | null
  startsAt: string | null
  endsAt: string | null
  place: string | null
  dueAt: string | null
}
