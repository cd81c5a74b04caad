/** A request that is turned away at the door, before anything of it was carried out. */
import type { ErrorRequestHandler } from 'express'
import type { Logger } from 'pino'
import { outageOf } from './core/outage.ts'
import { GRAPHQL_PATH } from './graphql/yoga.ts'
import { requestId } from './http-request-id.ts'

export class HttpRefusal extends Error {
  override readonly name = 'HttpRefusal'
  readonly status: number
  readonly code: string
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message)
    this.status = status
    this.code = code
    this.headers = headers
  }
}

/** Answers a refusal, or an error of ours without its text, as JSON: in GraphQL's form where GraphQL was spoken to. */
export function answerRefusals(logger: Pick<Logger, 'error'>): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const refusal = error instanceof HttpRefusal ? error : fromExpress(error)
    const id = requestId(response)
    if (!refusal) logger.error({ requestId: id, err: error }, 'A request failed')
    if (response.headersSent) {
      response.destroy()
      return
    }
    const { status, code, message, headers } = refusal ?? unavailable(error) ?? failure
    const said = { code, ...(refusal ? {} : { requestId: id }) }
    response.status(status).set(headers)
    response.json(request.path === GRAPHQL_PATH ? { errors: [{ message, extensions: said }] } : { ...said, message })
  }
}

const failure = new HttpRefusal(500, 'INTERNAL_SERVER_ERROR', 'Something failed on our side. It was logged.')

/** The database is away or full: another time, or another server, may carry it out. */
function unavailable(error: unknown): HttpRefusal | null {
  const outage = outageOf(error)
  return outage && new HttpRefusal(503, outage.code, outage.message, { 'Retry-After': '2' })
}

/** Express refuses what it cannot read (a malformed path, say) by errors with a status. */
function fromExpress(error: unknown): HttpRefusal | null {
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500
  return status >= 400 && status < 500 ? new HttpRefusal(status, 'BAD_REQUEST', 'The request cannot be read.') : null
}
