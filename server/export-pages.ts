// What exports of all lists share: pages of the API's own answers, and cells that occur in several of them.
import type { DocumentNode } from 'graphql'
import type { ExportColumn } from '../schema/list-views.ts'
import type { LabelLanguage } from '../schema/vocabulary.ts'
import { type Cell, textCell } from './core/cells.ts'
import { label } from './core/labels/label.ts'

/** Asks the API as the person who exports. */
export type Ask = (document: DocumentNode, variables: Record<string, unknown>) => Promise<Record<string, unknown>>

export interface ExportPage {
  columns: readonly ExportColumn[]
  /** Rows of the view, counted up to a limit. */
  count: (ask: Ask, upTo: number) => Promise<number>
  /** The rows in the order of the list, a page at a time. */
  rows: (ask: Ask, language: LabelLanguage) => AsyncGenerator<Cell[][]>
}

interface Page<R> {
  nodes: R[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
}

/** Thrown where the list is not the person's to read. */
export class NotReadable extends Error {}

/** All pages of the connection that the document calls `list`. */
export async function* pages<R>(
  ask: Ask,
  document: DocumentNode,
  variables: Record<string, unknown>,
): AsyncGenerator<R[]> {
  let after: string | null = null
  do {
    const { list } = (await ask(document, { ...variables, after })) as { list: Page<R> | null }
    if (!list) throw new NotReadable()
    yield list.nodes
    after = list.pageInfo.hasNextPage ? list.pageInfo.endCursor : null
  } while (after !== null)
}

export const pageInfo = 'pageInfo { hasNextPage endCursor }'
export const clockFields = 'deadlines { state label dueAt }'
export const accountFields = 'account { number name key region { name } }'

export interface Clocked {
  deadlines: { state: string; label: string; dueAt: string | null }[]
}

/** The running clock that ends next, by name. */
export function clockOf({ deadlines }: Clocked): string | null {
  const running = deadlines.filter(({ state }) => state !== 'stopped')
  const next = running.toSorted((a, b) => (a.dueAt ?? '~').localeCompare(b.dueAt ?? '~'))[0]
  return next?.label ?? null
}

export interface OfAccount {
  account: { number: string; name: string; key: boolean | null; region: { name: string } }
}

export function accountCells({ account }: OfAccount, language: LabelLanguage): Cell[] {
  return [textCell(account.name), textCell(account.number), yesNo(account.key, language), textCell(account.region.name)]
}

export function yesNo(value: boolean | null, language: LabelLanguage): Cell {
  return textCell(value === null ? null : label(language, 'exportColumn', value ? 'yes' : 'no'))
}
