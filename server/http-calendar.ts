/** Calendars: the feed of one person by its secret address, and one visit as a file for who sees it. */
import { type RequestHandler, type Response, Router } from 'express'
import type { Engine } from './core/engine.ts'
import { label } from './core/labels/label.ts'
import type { ViewerReader } from './core/session-viewer.ts'
import { createSignInLimiter } from './core/sign-in-limiter.ts'
import { HttpRefusal } from './http-refusal.ts'
import { servedTo } from './http-served.ts'
import { calendarEntry, calendarFeed } from './visits/calendar-file.ts'
import { readCalendarVisit, readFeed } from './visits/calendar-queries.ts'

interface CalendarRoutes {
  engine: Engine
  viewerOf: ViewerReader
}

export function calendarRoutes({ engine, viewerOf }: CalendarRoutes): RequestHandler {
  const router = Router({ strict: true, caseSensitive: true })
  const limiter = createSignInLimiter(engine)
  // Calendar programs have no session: the secret in the address is all they bring.
  router.get('/calendar/:secret.ics', async (request, response) => {
    const feed = await readFeed(engine, String(request.params.secret))
    if (feed) {
      const name = label(feed.owner.language, 'listPage', 'visits')
      return sendCalendar(response, calendarFeed(name, feed.visits, await timeOf(engine)), 'visits.ics')
    }
    const guess = await limiter.begin(`calendar from ${request.ip ?? ''}`)
    if (guess.allowed) throw new HttpRefusal(404, 'NOT_FOUND', 'There is nothing here.')
    const wait = { 'Retry-After': String(guess.retryAfterSeconds) }
    throw new HttpRefusal(429, 'TOO_MANY_TRIES', 'Too many unknown addresses. Try again later.', wait)
  })
  router.get(
    '/visits/:number/visit.ics',
    servedTo(viewerOf)(async (viewer, request, response) => {
      const visit = await readCalendarVisit(engine.db, viewer, String(request.params.number))
      if (!visit) throw new HttpRefusal(404, 'NOT_FOUND', 'There is no such visit with a date.')
      sendCalendar(response, calendarEntry(visit, await timeOf(engine)), `${visit.number}.ics`)
    }),
  )
  return router
}

async function timeOf({ db, now }: Engine): Promise<Date> {
  return (await db.selectNoFrom(now().as('at')).executeTakeFirstOrThrow()).at
}

function sendCalendar(response: Response, text: string, name: string): void {
  response.set({
    'Content-Type': 'text/calendar; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}"`,
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cache-Control': 'private, no-store',
    'X-Robots-Tag': 'noindex',
  })
  response.end(text)
}
