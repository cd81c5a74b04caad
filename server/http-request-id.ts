/** Names each request, says whence it came, and writes one line about it when it is done: no names, bodies or addresses in it. */
import { randomUUID } from 'node:crypto'
import type { RequestHandler, Response } from 'express'
import type { Logger } from 'pino'
import { ADDRESS_HEADER, AUTH_PATH } from './core/authentication.ts'
import type { Observer } from './core/observer.ts'
import { GRAPHQL_PATH } from './graphql/yoga.ts'

const HEADER = 'X-Request-Id'

export function identifyRequests(logger: Pick<Logger, 'info'>, observer?: Observer): RequestHandler {
  return (request, response, next) => {
    const id = randomUUID()
    const started = performance.now()
    response.setHeader(HEADER, id)
    // A client's own copy would pass for ours.
    request.headers[ADDRESS_HEADER] = request.ip ?? ''
    const { method, path } = request
    const route = routeOf(path)
    const watched = observer?.request({ method, route, traceparent: request.get('traceparent') })
    response.once('close', () => {
      const ms = Math.round(performance.now() - started)
      const { statusCode: status, writableFinished: finished } = response
      logger.info({ requestId: id, method, route, status, ms, ...(!finished && { aborted: true }) })
      watched?.end({ failed: status >= 500, status })
    })
    if (watched) watched.run(() => next())
    else next()
  }
}

export function requestId(response: Response): string {
  return String(response.getHeader(HEADER))
}

/** Paths of pages may hold the secret of a customer's link. */
function routeOf(path: string): string {
  const known = path === GRAPHQL_PATH || path.startsWith('/health/') || path.startsWith(`${AUTH_PATH}/`)
  return known ? path.slice(0, 80) : 'page'
}
