/** Papers to read and to print: as a page for the browser of who asks, as PDF where the server has a browser of its own, and some as a workbook. */
import { type RequestHandler, Router } from 'express'
import type { LabelLanguage } from '../schema/vocabulary.ts'
import type { Cell } from './core/cells.ts'
import type { Engine } from './core/engine.ts'
import { PRINTED_POLICY } from './core/print-page.ts'
import type { Printer } from './core/print-pdf.ts'
import type { ViewerReader } from './core/session-viewer.ts'
import type { ContactViewer, PersonViewer } from './core/viewer.ts'
import { writeXlsx } from './core/xlsx.ts'
import { languageOf } from './http-language.ts'
import { HttpRefusal } from './http-refusal.ts'
import { servedTo } from './http-served.ts'
import { qualityReportPage } from './insights/quality-report-page.ts'
import { readQualityReport } from './insights/quality-report-queries.ts'
import { qualityReportSheet } from './insights/quality-report-sheet.ts'
import { dossierPage } from './visits/dossier-page.ts'
import { readDossier } from './visits/dossier-queries.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

interface PrintedRoutes {
  engine: Pick<Engine, 'db'>
  viewerOf: ViewerReader
  printer: Printer
}

interface Paper {
  html: string
  /** The same as rows, the head first. */
  rows?: AsyncIterable<readonly Cell[]>
}

/** The paper about the case of that number, or of the region and year that stand for one; null where there is none that the viewer may see. */
type ReadPaper = (
  engine: PrintedRoutes['engine'],
  viewer: PersonViewer | ContactViewer,
  number: string,
  language: LabelLanguage,
) => Promise<Paper | null>

/** By their paths, which end in `.html`, `.pdf` or, where there are rows, `.xlsx`. */
const papers: Readonly<Record<string, ReadPaper>> = {
  '/visits/:number/dossier': async ({ db }, viewer, number, language) => {
    const dossier = await readDossier(db, viewer, number)
    return dossier && { html: dossierPage(dossier, language, viewer.timeZone) }
  },
  '/regions/:number/quality': async ({ db }, viewer, number, language) => {
    const [, code = '', year = ''] = /^([a-zA-Z]{1,40})-(\d{4})$/.exec(number) ?? []
    const asked = { code, year: Number(year), language }
    const report = asked.year >= 1970 && asked.year < 2200 ? await readQualityReport(db, viewer, asked) : null
    return report && { html: qualityReportPage(report, language), rows: qualityReportSheet(report, language) }
  },
}

export function printedPages({ engine, viewerOf, printer }: PrintedRoutes): RequestHandler {
  const router = Router({ strict: true, caseSensitive: true })
  const served = servedTo(viewerOf)
  for (const [path, paper] of Object.entries(papers)) {
    router.get(
      [`${path}.html`, `${path}.pdf`, `${path}.xlsx`],
      served(async (viewer, request, response) => {
        const number = String(request.params.number)
        const made = await paper(engine, viewer, number, languageOf(request, viewer))
        const kind = request.path.slice(request.path.lastIndexOf('.') + 1)
        if (made === null || (kind === 'xlsx' && !made.rows))
          throw new HttpRefusal(404, 'NOT_FOUND', 'There is no such paper.')
        response.set({
          'Content-Security-Policy': PRINTED_POLICY,
          'Cache-Control': 'private, no-store',
          Vary: 'Cookie, Authorization, Accept-Language',
        })
        if (kind === 'html') return void response.type('html').send(made.html)
        const name = `${number}-${path.split('/').at(-1)}`
        if (kind === 'xlsx' && made.rows) {
          response.set({ 'Content-Type': XLSX, 'Content-Disposition': `attachment; filename="${name}.xlsx"` })
          await writeXlsx(response, name, viewer.timeZone, made.rows)
          return void response.end()
        }
        const pdf = await printer.print(made.html)
        response.set({ 'Content-Type': 'application/pdf', 'Content-Disposition': `attachment; filename="${name}.pdf"` })
        response.end(pdf)
      }),
    )
  }
  return router
}
