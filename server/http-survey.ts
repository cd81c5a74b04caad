/** The road of respondents: without sign-in or cookies, by the secret of their link alone; refusals are typed, guesses are slowed. */
import { type Request, type RequestHandler, type Response, Router } from 'express'
import type { Engine } from './core/engine.ts'
import { parseInput } from './core/input.ts'
import { faultText } from './core/labels/fault-text.ts'
import { Refused } from './core/refusal.ts'
import { createSignInLimiter } from './core/sign-in-limiter.ts'
import { readJsonObject } from './http-body.ts'
import { HttpRefusal } from './http-refusal.ts'
import { publicAnswersInput } from './satisfaction/answer-inputs.ts'
import { isToken } from './satisfaction/invitation-link.ts'
import { handIn, noteOpened, optOutByLink, saveAnswers } from './satisfaction/public-commands.ts'
import { type LinkFault, readLink, readShown } from './satisfaction/public-queries.ts'

export const SURVEYS_PATH = '/surveys'
const BODY_LIMIT = 128 * 1024

export function surveyRoutes(engine: Engine): RequestHandler {
  const router = Router({ strict: true, caseSensitive: true })
  const limiter = createSignInLimiter(engine)
  // Pages of the works lie under the same name; no word of theirs has the form of a secret.
  router.use((request, _response, next) => {
    const [, first = ''] = request.path.split('/')
    next(request.method === 'GET' && !isToken(first) ? 'router' : undefined)
  })
  router.use((_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store')
    response.setHeader('X-Robots-Tag', 'noindex')
    next()
  })
  router.get('/:token', async (request, response) => {
    const answer = await readLink(engine.db, engine, tokenOf(request))
    if (answer.fault !== null) return refuseLink(request, answer.fault)
    const { link } = answer
    await noteOpened(engine, link.id)
    const shown = await readShown(engine.db, link.versionId)
    response.json({ ...shown, language: link.language, saved: link.saved?.answers ?? [], expiresAt: link.expiresAt })
  })
  router.put('/:token/saved', async (request, response) => {
    const given = await answersOf(request, response)
    if (given && (await done(request, saveAnswers(engine, tokenOf(request), given), response)))
      response.status(204).end()
  })
  router.post('/:token/answers', async (request, response) => {
    const given = await answersOf(request, response)
    if (given && (await done(request, handIn(engine, tokenOf(request), given), response))) {
      response.status(201).json({ code: 'TAKEN', message: 'Thank you.' })
    }
  })
  // Mail programs post a form here when their reader ends such mails by one click.
  router.post('/:token/opt-out', async (request, response) => {
    request.resume()
    if (await done(request, optOutByLink(engine, tokenOf(request)), response)) response.status(204).end()
  })
  return router

  /** True when the work was done; a refusal has been answered, or is thrown. */
  async function done(request: Request, work: Promise<LinkFault | null>, response: Response): Promise<boolean> {
    try {
      const fault = await work
      if (fault !== null) await refuseLink(request, fault)
      return fault === null
    } catch (error) {
      return refuseInput(error, response)
    }
  }

  /** Each address may name ten unknown links in a quarter of an hour. */
  async function refuseLink(request: Request, fault: LinkFault): Promise<never> {
    if (fault === 'unknown') {
      const guess = await limiter.begin(`survey link from ${request.ip ?? ''}`)
      if (!guess.allowed) {
        const wait = { 'Retry-After': String(guess.retryAfterSeconds) }
        throw new HttpRefusal(429, 'TOO_MANY_TRIES', 'Too many unknown links. Try again later.', wait)
      }
    }
    const { status, code, message } = refusals[fault]
    throw new HttpRefusal(status, code, message)
  }
}

async function answersOf(request: Request, response: Response) {
  const body = await readJsonObject(request, BODY_LIMIT)
  try {
    return parseInput(publicAnswersInput, body)
  } catch (error) {
    refuseInput(error, response)
    return null
  }
}

/** Answers what is wrong with the answers, each fault at its field; throws everything else on. */
function refuseInput(error: unknown, response: Response): false {
  if (!(error instanceof Refused) || error.refusal.kind !== 'invalid') throw error
  const fields = error.refusal.fields.map(({ field, code, params }) => {
    return { field, code, params, text: faultText('en', code, params) }
  })
  response.status(422).json({ code: 'INVALID', message: 'Some answers are not right.', fields })
  return false
}

const refusals: Readonly<Record<LinkFault, { status: number; code: string; message: string }>> = {
  unknown: { status: 404, code: 'UNKNOWN_LINK', message: 'This link is not known.' },
  expired: { status: 410, code: 'EXPIRED', message: 'The time for answers is over.' },
  closed: { status: 410, code: 'CLOSED', message: 'No answers are taken any more.' },
  answered: { status: 409, code: 'ANSWERED', message: 'The answers were handed in already.' },
  declined: { status: 410, code: 'DECLINED', message: 'You asked not to be asked any more.' },
}

function tokenOf({ params }: Request): string {
  const { token } = params
  return typeof token === 'string' ? token : ''
}
