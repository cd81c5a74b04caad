/** The GraphQL server behind our own door: Yoga without its defaults, which answer any origin, form and length. */
import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql'
import { createYoga, type YogaServerInstance } from 'graphql-yoga'
import type { Logger } from 'pino'
import { boundedCache } from '../core/bounded-cache.ts'
import type { Observer } from '../core/observer.ts'
import { type CompiledDocument, type TrustedContext, trustedExecution } from './compiled-execution.ts'
import { limitDocuments } from './document-limits.ts'
import { MASKED_MESSAGE, maskError, maskErrors, maskResult } from './error-masking.ts'
import { observeOperations } from './observed-operations.ts'

export const GRAPHQL_PATH = '/graphql'

export interface GraphqlOptions {
  schema: GraphQLSchema
  introspection: boolean
  logger: Pick<Logger, 'error' | 'warn'>
  observer?: Observer | undefined
}

export interface GraphqlServer {
  yoga: YogaServerInstance<TrustedContext, object>
  /**
   * Carries out again a trusted document that has been through every gate: a fifteenth of a request's processor time is saved. Null,
   * with nothing done: it has not, and Yoga is to be asked.
   */
  again(params: GraphqlParams, context: TrustedContext): Promise<ExecutionResult> | null
}

export type GraphqlParams = {
  operationName?: string | null | undefined
  variables?: Record<string, unknown> | undefined
}

/** Expects bodies that were read, counted and parsed before, and the viewer in the context. */
export function createGraphql({ schema, introspection, logger, observer }: GraphqlOptions): GraphqlServer {
  const trusted = trustedExecution()
  const yoga = createYoga<TrustedContext, object>({
    schema,
    graphqlEndpoint: GRAPHQL_PATH,
    graphiql: false,
    landingPage: false,
    cors: false,
    multipart: false,
    batching: false,
    maxRequestBodySize: false,
    parserAndValidationCache: { documentCache: documents(), errorCache: nothingKept },
    maskedErrors: { errorMessage: MASKED_MESSAGE, isDev: false, maskError: (error) => maskError(error, null, logger) },
    logging: {
      debug: () => undefined,
      info: () => undefined,
      warn: (...words) => logger.warn({ source: 'graphql' }, words.join(' ')),
      // Errors were logged where they were masked.
      error: () => undefined,
    },
    plugins: [
      limitDocuments({ introspection }),
      trusted.plugin,
      maskErrors(logger),
      ...(observer ? [observeOperations(observer)] : []),
    ],
  })

  async function carriedOut(
    { query, name, kind }: CompiledDocument,
    variables: GraphqlParams['variables'],
    context: TrustedContext,
  ): Promise<ExecutionResult> {
    const run = () => query.query(undefined, context, variables)
    if (!observer) return maskResult(await run(), context.requestId, logger)
    const watched = observer.operation({ name, kind })
    const result = await watched.run(run)
    watched.end({ failed: Boolean(result.errors?.length) })
    return maskResult(result, context.requestId, logger)
  }

  return {
    yoga,
    again({ operationName, variables }, context) {
      const document = context.documentId === null ? undefined : trusted.known(context.documentId, operationName)
      return document && document.kind !== 'subscription' ? carriedOut(document, variables, context) : null
    },
  }
}

const CACHED_DOCUMENTS = 500
const CACHED_LENGTH = 8_000

/** Bounded in number and length, since anyone who is signed in can fill it. */
function documents() {
  return boundedCache<string, DocumentNode>(CACHED_DOCUMENTS, (text) => text.length <= CACHED_LENGTH)
}

const nothingKept = { get: () => undefined, set: () => undefined }
