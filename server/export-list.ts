// Writes an asked-for export: the API is read page by page as the person who asked, so the file holds exactly what he sees.
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { execute } from 'graphql'
import { type ExportFault, mostExportRows, parseView } from '../schema/list-views.ts'
import { schema } from './api.ts'
import { noticeExport } from './cases/export-notices.ts'
import type { BlobStore } from './core/blob-store.ts'
import { type Cell, textCell } from './core/cells.ts'
import { byteOrderMark, csvRow } from './core/csv.ts'
import type { Engine } from './core/engine.ts'
import { label } from './core/labels/label.ts'
import { can } from './core/permissions.ts'
import { readPersonViewer } from './core/session-viewer.ts'
import type { PersonViewer } from './core/viewer.ts'
import { writeXlsx } from './core/xlsx.ts'
import { accountsPage } from './export-accounts.ts'
import { claimsPage } from './export-claims.ts'
import { type Ask, type ExportPage, NotReadable } from './export-pages.ts'
import { visitsPage } from './export-visits.ts'
import { workPage } from './export-work.ts'
import {
  type AskedExport,
  endExport,
  forgetExports,
  takeExport,
  tellExportRows,
} from './organization/export-commands.ts'

/** Where the file of an export lies in the store. */
export const exportKey = (id: string) => `exports/${id}`

const mediaTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** Writes one export, begun anew where it was left off; what is written already, or has expired, is left alone. */
export async function writeExport(engine: Engine, blobs: BlobStore, id: string): Promise<void> {
  const asked = await takeExport(engine, id)
  if (!asked) return
  const viewer = await readPersonViewer(engine.db, asked.personId)
  if (!viewer || !can(viewer, 'list.export')) return end(engine, asked, { fault: 'notAllowed' })
  const folder = await mkdtemp(join(tmpdir(), 'export-'))
  try {
    const path = join(folder, id)
    await writeRows(engine, asked, viewer, path)
    const facts = { sha256: await sha256Of(path), mediaType: mediaTypes[asked.format] }
    await blobs.put(exportKey(id), path, facts)
    await end(engine, asked, { bytes: (await stat(path)).size })
  } catch (error) {
    const fault = faultOf(error)
    if (!fault) throw error
    await end(engine, asked, { fault })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Throws exports past their time away, with their files. */
export async function removeExports(engine: Engine, blobs: BlobStore): Promise<void> {
  for (const id of await forgetExports(engine)) await blobs.remove(exportKey(id))
}

async function end(
  engine: Engine,
  asked: AskedExport,
  ended: { bytes: number } | { fault: ExportFault },
): Promise<void> {
  await endExport(engine, asked.id, ended)
  await noticeExport(engine, { ...asked, fault: 'fault' in ended ? ended.fault : null })
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

class TooManyRows extends Error {}

function faultOf(error: unknown): ExportFault | null {
  if (error instanceof TooManyRows) return 'tooManyRows'
  return error instanceof NotReadable ? 'notAllowed' : null
}

async function writeRows(engine: Engine, asked: AskedExport, viewer: PersonViewer, path: string): Promise<void> {
  const { id, language, format } = asked
  const page = pageOf(asked)
  const ask: Ask = async (document, variableValues) => {
    const contextValue = { engine, viewer, language, requestId: `export ${id}` }
    const { data, errors } = await execute({ schema, document, variableValues, contextValue })
    if (errors?.[0] || !data) throw errors?.[0] ?? new Error('An export was answered without data')
    return data
  }
  const total = await page.count(ask, mostExportRows + 1)
  if (total > mostExportRows) throw new TooManyRows()
  await tellExportRows(engine, id, { total })
  const rows = table(engine, asked, page, ask)
  const file = createWriteStream(path, { mode: 0o600 })
  if (format === 'csv') return pipeline(csvParts(rows, asked.mark), file)
  const failed = new Promise<never>((_done, fail) => file.once('error', fail))
  const written = writeXlsx(file, label(language, 'listPage', asked.page), viewer.timeZone, flat(rows))
  await Promise.race([written, failed]).catch((error: unknown) => {
    file.destroy()
    throw error
  })
  await pipeline([], file)
}

/** The head, then the rows by pages; how far it is, is told after each. Rows that came meanwhile end at the limit. */
async function* table(
  engine: Engine,
  { id, language }: AskedExport,
  page: ExportPage,
  ask: Ask,
): AsyncGenerator<Cell[][]> {
  yield [page.columns.map((column) => textCell(label(language, 'exportColumn', column)))]
  let done = 0
  let told = 0
  for await (const rows of page.rows(ask, language)) {
    done += rows.length
    if (done > mostExportRows) throw new TooManyRows()
    yield rows
    if (done - told >= 500) {
      await tellExportRows(engine, id, { done })
      told = done
    }
  }
  await tellExportRows(engine, id, { done })
}

async function* csvParts(rows: AsyncIterable<Cell[][]>, mark: boolean): AsyncGenerator<string> {
  if (mark) yield byteOrderMark
  for await (const page of rows) yield page.map(csvRow).join('')
}

async function* flat(pages: AsyncIterable<Cell[][]>): AsyncGenerator<Cell[]> {
  for await (const page of pages) yield* page
}

function pageOf({ page, view }: AskedExport): ExportPage {
  switch (page) {
    case 'claims':
      return claimsPage(parseView('claims', view).view)
    case 'accounts':
      return accountsPage(parseView('accounts', view).view)
    case 'visits':
      return visitsPage(parseView('visits', view).view)
    case 'work':
      return workPage(parseView('work', view).view)
    default:
      return page satisfies never
  }
}
