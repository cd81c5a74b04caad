/** The road to GraphQL: who asks, then what, then Yoga; each gate refuses before the next one works. */
import type { Request, RequestHandler, Response } from 'express'
import { renderGraphiQL } from 'graphql-yoga'
import type { Logger } from 'pino'
import type { Engine } from './core/engine.ts'
import type { ViewerReader } from './core/session-viewer.ts'
import type { TrustedContext } from './graphql/compiled-execution.ts'
import type { PersistedDocuments } from './graphql/persisted-documents.ts'
import { answerAsJson, type JsonAnswer } from './graphql/short-road.ts'
import type { GraphqlServer } from './graphql/yoga.ts'
import { readJsonObject } from './http-body.ts'
import { languageOf } from './http-language.ts'
import { HttpRefusal } from './http-refusal.ts'
import { requestId } from './http-request-id.ts'
import { GRAPHIQL_POLICY } from './http-security-headers.ts'
import { guardStream } from './http-stream.ts'

const BODY_LIMIT = 256 * 1024

export interface GraphqlRoute {
  engine: Engine
  graphql: GraphqlServer
  viewerOf: ViewerReader
  documents: PersistedDocuments
  /** Whether the page of GraphiQL is shown. */
  graphiql: boolean
  streamCheckMs: number
  logger: Pick<Logger, 'warn'>
}

/** Queries by GET or POST, mutations by POST alone, subscriptions as server-sent events by either. */
export function graphqlRoute({ engine, graphql, viewerOf, documents, graphiql, streamCheckMs, logger }: GraphqlRoute) {
  const handler: RequestHandler = async (request, response) => {
    if (request.method !== 'GET' && request.method !== 'POST') {
      throw new HttpRefusal(405, 'BAD_REQUEST', 'GraphQL is spoken by GET and POST.', { Allow: 'GET, POST' })
    }
    response.setHeader('Cache-Control', 'no-store')
    if (graphiql && request.method === 'GET' && accepts(request, 'text/html')) return showGraphiQL(response)
    const viewer = await viewerOf(request.headers)
    if (!viewer) throw new HttpRefusal(401, 'UNAUTHENTICATED', 'Sign in first.')
    const documentId = request.method === 'POST' ? await readDocument(request, documents) : null
    if (accepts(request, 'text/event-stream')) {
      const before = JSON.stringify(viewer)
      guardStream(response, async () => JSON.stringify(await viewerOf(request.headers)) === before, streamCheckMs)
    }
    const context: TrustedContext = {
      engine,
      viewer,
      language: languageOf(request, viewer),
      requestId: requestId(response),
      documentId,
      notAllowed: (command) =>
        logger.warn({ requestId: requestId(response), event: 'command', command, outcome: 'NOT_ALLOWED' }),
    }
    const answer = wantsJson(request) ? await answerAsJson(graphql, request.body, context) : null
    if (answer) send(response, answer)
    else await graphql.yoga(request, response, context)
  }
  return handler
}

/** A request that says nothing else is answered as JSON. */
function wantsJson({ method, headers: { accept = '*/*' } }: Request): boolean {
  return method === 'POST' && JSON_WANTED.test(accept)
}

const JSON_WANTED = /^(?:application\/json(?:\s*;\s*charset=utf-8)?|\*\/\*)$/i

function send(response: Response, { status, headers, body }: JsonAnswer): void {
  response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body) })
  response.end(body)
}

function showGraphiQL(response: Response): void {
  response.setHeader('Content-Security-Policy', GRAPHIQL_POLICY)
  response.type('html').send(renderGraphiQL({ title: 'API' }))
}

/** Puts the parsed body where Yoga finds it; a persisted document's text takes the place of its id, which is returned. */
async function readDocument(request: Request, documents: PersistedDocuments): Promise<string | null> {
  const { documentId, ...body } = await readJsonObject(request, BODY_LIMIT)
  if (documentId == null) {
    request.body = body
    return null
  }
  const id = String(documentId).replace(/^sha256:/, '')
  const query = documents.get(id)
  if (query === undefined) {
    throw new HttpRefusal(400, 'PERSISTED_DOCUMENT_NOT_FOUND', 'There is no document of that id. Load the page anew.')
  }
  request.body = { ...body, query }
  return id
}

function accepts({ headers }: Request, type: string): boolean {
  return headers.accept?.includes(type) === true
}
