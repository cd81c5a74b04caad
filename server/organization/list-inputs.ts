// What people give to keep a view of a list, and to export it.
import { z } from 'zod'
import { exportFormats, type ListPage, listPages, parseView } from '../../schema/list-views.ts'
import { labelLanguages } from '../../schema/vocabulary.ts'
import { line, whole, word } from '../core/input.ts'
import { nodeId } from '../graphql/input-of.ts'

const name = line(60).describe('Name of the view.')
const view = line(2_000).describe('The view as the address says it: a JSON object of the names and values of the page.')
const viewId = nodeId('SavedView').describe('The view.')
const revision = whole(1, 1_000_000).describe(
  'The revision that was looked at; refused as stale when there is a newer one.',
)
const page = word('ListPage', listPages).describe('Page of the list.')

export const saveViewInput = z.object({ page, name, view })
export const changeViewInput = z.object({ viewId, revision, name: name.nullish(), view: view.nullish() })
export const shareViewInput = z.object({
  viewId,
  revision,
  shared: z.boolean().describe('Whether everybody of the works sees it.'),
})
export const deleteViewInput = z.object({ viewId })
export const restoreViewInput = z.object({ viewId })
export const setFirstViewInput = z.object({
  page,
  viewId: nodeId('SavedView').nullish().describe('The view that the page opens with; left out: the page as it is.'),
})

export const exportListInput = z.object({
  page,
  view,
  format: word('ExportFormat', exportFormats).describe('Kind of file.'),
  mark: z.boolean().nullish().describe('Whether a CSV file begins with a byte order mark, as some programs want.'),
  language: word('LabelLanguage', labelLanguages)
    .nullish()
    .describe('Language of heads and words; that of the request unless said.'),
})

/** The stored form of a view of `page`, checked word by word; null where it is none. */
export function knownView(page: ListPage, text: string): string | null {
  const raw = objectOf(text)
  if (!raw) return null
  const parsed = parseView(page, raw)
  return parsed.refused.length === 0 ? JSON.stringify(parsed.view) : null
}

function objectOf(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null
  } catch {
    return null
  }
}
