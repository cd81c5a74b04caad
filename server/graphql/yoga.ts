/** The GraphQL server behind our own door: Yoga without its defaults, which answer any origin, form and length. */
import type { DocumentNode, GraphQLSchema } from 'graphql'
import { createYoga, type YogaServerInstance } from 'graphql-yoga'
import type { Logger } from 'pino'
import { boundedCache } from '../core/bounded-cache.ts'
import type { Observer } from '../core/observer.ts'
import { compileTrusted, type TrustedContext } from './compiled-execution.ts'
import { limitDocuments } from './document-limits.ts'
import { MASKED_MESSAGE, maskError, maskErrors } from './error-masking.ts'
import { observeOperations } from './observed-operations.ts'

export const GRAPHQL_PATH = '/graphql'

export interface GraphqlOptions {
  schema: GraphQLSchema
  introspection: boolean
  logger: Pick<Logger, 'error' | 'warn'>
  observer?: Observer | undefined
}

export type GraphqlServer = YogaServerInstance<TrustedContext, object>

/** Expects bodies that were read, counted and parsed before, and the viewer in the context. */
export function createGraphql({ schema, introspection, logger, observer }: GraphqlOptions): GraphqlServer {
  return createYoga<TrustedContext, object>({
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
      compileTrusted(),
      maskErrors(logger),
      ...(observer ? [observeOperations(observer)] : []),
    ],
  })
}

const CACHED_DOCUMENTS = 500
const CACHED_LENGTH = 8_000

/** Bounded in number and length, since anyone who is signed in can fill it. */
function documents() {
  return boundedCache<string, DocumentNode>(CACHED_DOCUMENTS, (text) => text.length <= CACHED_LENGTH)
}

const nothingKept = { get: () => undefined, set: () => undefined }
