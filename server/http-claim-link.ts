/** The road of a customer to his one claim: by the secret of a letter's link alone, without sign-in or cookies; guesses are slowed. */
import { type Request, type RequestHandler, Router } from 'express'
import { type AttachmentLimits, mostOfContact } from './cases/upload-commands.ts'
import { claimReplyInput, replyToClaim } from './claims/link-commands.ts'
import { readLinkedClaim } from './claims/link-queries.ts'
import { noteLinkOpened, readCustomerLink } from './core/customer-link.ts'
import type { Engine } from './core/engine.ts'
import { parseInput } from './core/input.ts'
import { label } from './core/labels/label.ts'
import { Refused } from './core/refusal.ts'
import { createSignInLimiter } from './core/sign-in-limiter.ts'
import type { ContactViewer } from './core/viewer.ts'
import { globalId } from './graphql/node.ts'
import { readJsonObject } from './http-body.ts'
import { HttpRefusal } from './http-refusal.ts'

export const CLAIM_LINKS_PATH = '/claim-links'
const BODY_LIMIT = 64 * 1024

export interface ClaimLinkOptions {
  /** What a file may be; without it none is taken. */
  limits?: AttachmentLimits | undefined
  /** Where customers write with questions; null where nobody reads it. */
  writeTo: string | null
}

export function claimLinkRoutes(engine: Engine, { limits, writeTo }: ClaimLinkOptions): RequestHandler {
  const router = Router({ strict: true, caseSensitive: true })
  const limiter = createSignInLimiter(engine)
  router.use((_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store')
    response.setHeader('X-Robots-Tag', 'noindex')
    next()
  })
  router.get('/:token', async (request, response) => {
    const viewer = await viewerOf(request)
    const claim = await readLinkedClaim(engine.db, viewer)
    if (!claim) throw unknown()
    await noteLinkOpened(engine.db, tokenOf(request), engine.now())
    const { language } = await engine.db
      .selectFrom('contact')
      .where('id', '=', viewer.id)
      .select('language')
      .executeTakeFirstOrThrow()
    const offer = claim.offer.map((line) => ({ ...line, label: label(viewer.language, 'settlementKind', line.kind) }))
    const attach = claim.may.attach && limits ? attaching(viewer.caseId, limits) : null
    response.json({ ...claim, offer, name: viewer.name, language, writeTo, attach })
  })
  router.post('/:token/replies', async (request, response) => {
    const viewer = await viewerOf(request)
    const body = await readJsonObject(request, BODY_LIMIT)
    try {
      await replyToClaim(engine, viewer, parseInput(claimReplyInput, body))
    } catch (error) {
      throw refusalOf(error)
    }
    response.status(201).json({ code: 'TAKEN', message: 'Thank you.' })
  })
  return router

  /** Each address may name ten unknown links in a quarter of an hour. */
  async function viewerOf(request: Request): Promise<ContactViewer> {
    const viewer = await readCustomerLink(engine.db, tokenOf(request), engine.now())
    if (viewer) return viewer
    const guess = await limiter.begin(`claim link from ${request.ip ?? ''}`)
    if (guess.allowed) throw unknown()
    const wait = { 'Retry-After': String(guess.retryAfterSeconds) }
    throw new HttpRefusal(429, 'TOO_MANY_TRIES', 'Too many unknown links. Try again later.', wait)
  }
}

/** How files are sent to `/attachments/uploads/` under `Authorization: CustomerLink`. */
function attaching(caseId: string, { mostBytes }: AttachmentLimits) {
  return { caseId: globalId('Claim', caseId), mostBytes, mostFiles: mostOfContact }
}

function tokenOf({ params }: Request): string {
  return typeof params.token === 'string' ? params.token : ''
}

/** Unknown, expired and taken back are told alike: what a link was is nobody else's business. */
function unknown(): HttpRefusal {
  return new HttpRefusal(404, 'UNKNOWN_LINK', 'This link is not known, or no longer valid.')
}

/** In words for a customer: nothing of charts, rights or revisions. */
function refusalOf(error: unknown): unknown {
  if (!(error instanceof Refused)) return error
  if (error.refusal.kind === 'invalid') return new HttpRefusal(422, 'INVALID', 'Please write a few words.')
  if (error.refusal.kind === 'stale') return new HttpRefusal(409, 'CHANGED', 'This has changed meanwhile.')
  return new HttpRefusal(409, 'TOO_LATE', 'This can no longer be said here.')
}
