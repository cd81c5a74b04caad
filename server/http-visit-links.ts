/** The road of customers to one visit: by the secret of a letter's link alone; they agree to the date or ask for another. */
import { type Request, type RequestHandler, type Response, Router } from 'express'
import { z } from 'zod'
import { noteLinkOpened, readCustomerLink } from './core/customer-link.ts'
import type { Engine } from './core/engine.ts'
import { day, parseInput, text, whole } from './core/input.ts'
import { Refused } from './core/refusal.ts'
import { createSignInLimiter } from './core/sign-in-limiter.ts'
import { transact } from './core/transaction.ts'
import type { ContactViewer } from './core/viewer.ts'
import { readJsonObject } from './http-body.ts'
import { HttpRefusal } from './http-refusal.ts'
import { calendarEntry } from './visits/calendar-file.ts'
import { readCalendarVisit } from './visits/calendar-queries.ts'
import { sendVisitEvent } from './visits/commands.ts'
import { readPublicVisit } from './visits/public-queries.ts'

export const VISIT_LINKS_PATH = '/visit-links'
const BODY_LIMIT = 16 * 1024

const revision = whole(1, 1_000_000)
const answers = {
  confirm: z.object({ revision }),
  counterPropose: z.object({
    revision,
    reason: text(2_000),
    wishedFrom: day().nullish(),
    wishedTo: day().nullish(),
  }),
} as const

export function visitLinkRoutes(engine: Engine): RequestHandler {
  const router = Router({ strict: true, caseSensitive: true })
  const limiter = createSignInLimiter(engine)
  router.use((_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store')
    response.setHeader('X-Robots-Tag', 'noindex')
    next()
  })
  router.get('/:token', async (request, response) => {
    const viewer = await viewerOf(request)
    const visit = await readPublicVisit(engine.db, viewer)
    if (!visit) throw unknown()
    response.json({ ...visit, contact: viewer.name, language: await languageOf(viewer) })
  })
  router.get('/:token/visit.ics', async (request, response) => {
    const viewer = await viewerOf(request)
    const shown = await readPublicVisit(engine.db, viewer)
    const visit = shown && (await readCalendarVisit(engine.db, viewer, shown.number))
    if (!visit) throw unknown()
    const { at } = await engine.db.selectNoFrom(engine.now().as('at')).executeTakeFirstOrThrow()
    response.set({
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="${visit.number}.ics"`,
    })
    response.end(calendarEntry(visit, at))
  })
  for (const event of ['confirm', 'counterPropose'] as const) {
    router.post(`/:token/${event}`, async (request, response) => {
      const viewer = await viewerOf(request)
      await answer(viewer, event, await readJsonObject(request, BODY_LIMIT), response)
    })
  }
  return router

  /** Each address may name ten unknown links in a quarter of an hour. */
  async function viewerOf(request: Request): Promise<ContactViewer> {
    const viewer = await readCustomerLink(engine.db, String(request.params.token), engine.now())
    if (viewer) {
      await noteLinkOpened(engine.db, String(request.params.token), engine.now())
      return viewer
    }
    const guess = await limiter.begin(`visit link from ${request.ip ?? ''}`)
    if (guess.allowed) throw unknown()
    const wait = { 'Retry-After': String(guess.retryAfterSeconds) }
    throw new HttpRefusal(429, 'TOO_MANY_TRIES', 'Too many unknown links. Try again later.', wait)
  }

  async function languageOf({ id }: ContactViewer): Promise<string> {
    const contacts = engine.db.selectFrom('contact').where('id', '=', id).select('language')
    return (await contacts.executeTakeFirstOrThrow()).language
  }

  async function answer(viewer: ContactViewer, event: keyof typeof answers, body: object, response: Response) {
    try {
      const { revision, ...payload } = parseInput(answers[event], body)
      const request = { viewer, name: `visit ${event}`, key: null, body: {} }
      await transact(engine, request, async (work) => {
        const order = { caseId: viewer.caseId, revision, event, payload: payload as never, viewer, at: null }
        await sendVisitEvent(engine, work, order)
        return {}
      })
      response.status(204).end()
    } catch (error) {
      throw error instanceof Refused ? refusalOf(error) : error
    }
  }
}

function unknown(): HttpRefusal {
  return new HttpRefusal(404, 'UNKNOWN_LINK', 'This link is not known.')
}

/** Whatever became of the date meanwhile, the customer looks at it anew. */
function refusalOf({ refusal }: Refused): HttpRefusal {
  switch (refusal.kind) {
    case 'invalid':
      return new HttpRefusal(422, 'INVALID', 'Something is missing.')
    case 'notFound':
      return unknown()
    case 'stale':
    case 'wrongState':
    case 'notAllowed':
    case 'keyReused':
      return new HttpRefusal(409, 'CHANGED', 'The date has changed meanwhile.')
    default:
      return refusal satisfies never
  }
}
