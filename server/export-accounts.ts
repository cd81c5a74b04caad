// Customers as rows of a file.
import { parse } from 'graphql'
import { accountsAsked } from '../schema/accounts-asked.ts'
import type { ViewOf } from '../schema/list-views.ts'
import { textCell } from './core/cells.ts'
import { type ExportPage, pageInfo, pages, yesNo } from './export-pages.ts'

const accountArgs =
  '$text: String, $regionId: ID, $consumerType: ConsumerType, $key: Boolean, $status: AccountStatus, $segmentId: ID, $class: ParetoClass'
const accountGiven =
  'text: $text, regionId: $regionId, consumerType: $consumerType, key: $key, status: $status, segmentId: $segmentId, class: $class'
const accountCount = parse(`query(${accountArgs}, $upTo: Int!) { count: accountCount(${accountGiven}, upTo: $upTo) }`)
const accountList = parse(`query(${accountArgs}, $after: String) {
  list: accounts(first: 100, ${accountGiven}, after: $after) {
    nodes { number name key critical region { name } consumerTypeLabel country manager { name } statusLabel } ${pageInfo} } }`)

export function accountsPage(view: ViewOf<'accounts'>): ExportPage {
  const asked = accountsAsked(view)
  return {
    columns: ['accountNumber', 'account', 'key', 'critical', 'region', 'consumer', 'country', 'manager', 'status'],
    count: async (ask, upTo) => Number((await ask(accountCount, { ...asked, upTo })).count),
    async *rows(ask, language) {
      for await (const nodes of pages<AccountRow>(ask, accountList, asked)) {
        yield nodes.map((row) => [
          textCell(row.number),
          textCell(row.name),
          yesNo(row.key, language),
          yesNo(row.critical, language),
          textCell(row.region.name),
          textCell(row.consumerTypeLabel),
          textCell(row.country),
          textCell(row.manager?.name),
          textCell(row.statusLabel),
        ])
      }
    },
  }
}

interface AccountRow {
  number: string
  name: string
  key: boolean | null
  critical: boolean | null
  region: { name: string }
  consumerTypeLabel: string
  country: string
  manager: { name: string } | null
  statusLabel: string | null
}
