/** Serves a request to a known viewer outside of GraphQL; refusals of commands become answers with a status, a code and words. */
import type { Request, RequestHandler } from 'express'
import { StorageFull } from './core/blob-store.ts'
import { faultText } from './core/labels/fault-text.ts'
import { refusalText } from './core/labels/refusal-text.ts'
import { type PrintFault, PrintRefused } from './core/print-pdf.ts'
import { type Refusal, Refused } from './core/refusal.ts'
import type { ViewerReader } from './core/session-viewer.ts'
import type { ContactViewer, PersonViewer } from './core/viewer.ts'
import { ScannerAway } from './core/virus-scanner.ts'
import { languageOf } from './http-language.ts'
import { HttpRefusal } from './http-refusal.ts'

type Serve = (viewer: PersonViewer | ContactViewer, ...to: Parameters<RequestHandler>) => Promise<void>
export type Served = (serve: Serve) => RequestHandler

export function servedTo(viewerOf: ViewerReader): Served {
  return (serve) => async (request, response, next) => {
    const viewer = await viewerOf(request.headers)
    if (!viewer) throw new HttpRefusal(401, 'UNAUTHENTICATED', 'Sign in first.')
    try {
      await serve(viewer, request, response, next)
    } catch (error) {
      throw asHttp(error, request, viewer)
    }
  }
}

function asHttp(error: unknown, request: Request, viewer: PersonViewer | ContactViewer): unknown {
  const language = languageOf(request, viewer)
  if (error instanceof StorageFull) {
    return new HttpRefusal(507, 'STORAGE_FULL', faultText(language, 'storageFull') ?? '', { Connection: 'close' })
  }
  if (error instanceof ScannerAway) {
    return new HttpRefusal(503, 'SCANNER_AWAY', faultText(language, 'scannerAway') ?? '', { 'Retry-After': '30' })
  }
  if (error instanceof PrintRefused) {
    const { status, code } = printing[error.fault]
    return new HttpRefusal(status, code, faultText(language, error.fault) ?? '')
  }
  if (!(error instanceof Refused)) return error
  const { refusal } = error
  if (refusal.kind === 'invalid') {
    const [fault] = refusal.fields
    const text = fault ? faultText(language, fault.code, fault.params) : null
    return new HttpRefusal(statusOf(refusal), fault?.code ?? 'invalid', text ?? refusalText(language, 'invalid'))
  }
  const text = refusal.kind === 'stale' ? '' : refusalText(language, refusal.kind)
  return new HttpRefusal(statusOf(refusal), codes[refusal.kind], text)
}

const printing = {
  noBrowser: { status: 501, code: 'NO_BROWSER' },
  printersBusy: { status: 503, code: 'PRINTERS_BUSY' },
  printTooSlow: { status: 504, code: 'PRINT_TOO_SLOW' },
} as const satisfies Record<PrintFault, { status: number; code: string }>

const codes = {
  notFound: 'NOT_FOUND',
  notAllowed: 'NOT_ALLOWED',
  keyReused: 'KEY_REUSED',
  wrongState: 'WRONG_STATE',
  stale: 'STALE',
} as const satisfies Record<Exclude<Refusal['kind'], 'invalid'>, string>

function statusOf(refusal: Refusal): number {
  switch (refusal.kind) {
    case 'notFound':
      return 404
    case 'notAllowed':
      return 403
    case 'invalid':
      return refusal.fields.some(({ code }) => code === 'fileTooLarge') ? 413 : 422
    case 'keyReused':
    case 'wrongState':
    case 'stale':
      // Not 409, on which senders of uploads would try again.
      return 422
    default:
      return refusal satisfies never
  }
}
