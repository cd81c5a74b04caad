/** Papers to read and to print: as a page for the browser of who asks, and as PDF where the server has a browser of its own. */
import { type RequestHandler, Router } from 'express'
import type { LabelLanguage } from '../schema/vocabulary.ts'
import type { Engine } from './core/engine.ts'
import { PRINTED_POLICY } from './core/print-page.ts'
import type { Printer } from './core/print-pdf.ts'
import type { ViewerReader } from './core/session-viewer.ts'
import type { ContactViewer, PersonViewer } from './core/viewer.ts'
import { languageOf } from './http-language.ts'
import { HttpRefusal } from './http-refusal.ts'
import { servedTo } from './http-served.ts'
import { qualityReportPage } from './insights/quality-report-page.ts'
import { readQualityReport } from './insights/quality-report-queries.ts'
import { dossierPage } from './visits/dossier-page.ts'
import { readDossier } from './visits/dossier-queries.ts'

interface PrintedRoutes {
  engine: Pick<Engine, 'db'>
  viewerOf: ViewerReader
  printer: Printer
}

/** HTML of the paper about the case of that number, or of the region and year that stand for one; null where there is none that the viewer may see. */
type Paper = (
  engine: PrintedRoutes['engine'],
  viewer: PersonViewer | ContactViewer,
  number: string,
  language: LabelLanguage,
) => Promise<string | null>

/** By their paths, which end in `.html` or `.pdf`. */
const papers: Readonly<Record<string, Paper>> = {
  '/visits/:number/dossier': async ({ db }, viewer, number, language) => {
    const dossier = await readDossier(db, viewer, number)
    return dossier && dossierPage(dossier, language, viewer.timeZone)
  },
  '/regions/:number/quality': async ({ db }, viewer, number, language) => {
    const [, code = '', year = ''] = /^([a-zA-Z]{1,40})-(\d{4})$/.exec(number) ?? []
    const asked = { code, year: Number(year), language }
    const report = asked.year >= 1970 && asked.year < 2200 ? await readQualityReport(db, viewer, asked) : null
    return report && qualityReportPage(report, language)
  },
}

export function printedPages({ engine, viewerOf, printer }: PrintedRoutes): RequestHandler {
  const router = Router({ strict: true, caseSensitive: true })
  const served = servedTo(viewerOf)
  for (const [path, paper] of Object.entries(papers)) {
    router.get(
      [`${path}.html`, `${path}.pdf`],
      served(async (viewer, request, response) => {
        const number = String(request.params.number)
        const html = await paper(engine, viewer, number, languageOf(request, viewer))
        if (html === null) throw new HttpRefusal(404, 'NOT_FOUND', 'There is no such paper.')
        response.set({
          'Content-Security-Policy': PRINTED_POLICY,
          'Cache-Control': 'private, no-store',
          Vary: 'Cookie, Authorization, Accept-Language',
        })
        if (request.path.endsWith('.html')) return void response.type('html').send(html)
        const pdf = await printer.print(html)
        const name = `${number}-${path.split('/').at(-1)}.pdf`
        response.set({ 'Content-Type': 'application/pdf', 'Content-Disposition': `attachment; filename="${name}"` })
        response.end(pdf)
      }),
    )
  }
  return router
}
