/** Keeps what went wrong inside from the answer: it is logged under the request's id, and the client is told the id. */
import type { ExecutionResult } from 'graphql'
import { GraphQLError } from 'graphql'
import { isAsyncIterable, type Plugin } from 'graphql-yoga'
import type { Logger } from 'pino'
import { outageOf } from '../core/outage.ts'
import type { RequestContext } from './context.ts'

export const MASKED_MESSAGE = 'Something failed on our side. It was logged.'

/** Errors that were made for clients (GraphQLError thrown as such) pass; a database that is away or full is named; everything else is replaced. */
export function maskErrors(logger: Pick<Logger, 'error'>): Plugin<RequestContext> {
  const masked = (result: ExecutionResult, requestId: string) => maskResult(result, requestId, logger)
  return {
    onExecute: ({ args: { contextValue } }) => ({
      onExecuteDone({ result, setResult }) {
        if (!isAsyncIterable(result)) setResult(masked(result, contextValue.requestId))
      },
    }),
    onSubscribe: ({ args: { contextValue } }) => ({
      onSubscribeResult: ({ result, setResult }) => {
        if (!isAsyncIterable(result)) {
          setResult(masked(result, contextValue.requestId))
          return undefined
        }
        return {
          onNext({ result: next, setResult: setNext }) {
            if (!isAsyncIterable(next)) setNext(masked(next, contextValue.requestId))
          },
        }
      },
    }),
  }
}

export function maskResult(result: ExecutionResult, requestId: string, logger: Pick<Logger, 'error'>): ExecutionResult {
  return result.errors
    ? { ...result, errors: result.errors.map((error) => unsuggested(maskError(error, requestId, logger))) }
    : result
}

/** Also for what fails outside of execution; without an id where none is known. */
export function maskError(error: unknown, requestId: string | null, logger: Pick<Logger, 'error'>): GraphQLError {
  if (error instanceof GraphQLError && isForClients(error)) return error
  const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error
  const path = error instanceof GraphQLError ? error.path : undefined
  logger.error({ requestId, path, err: cause }, 'A request failed')
  const outage = outageOf(cause)
  const code = outage?.code ?? 'INTERNAL_SERVER_ERROR'
  return new GraphQLError(outage?.message ?? MASKED_MESSAGE, {
    ...(error instanceof GraphQLError && { nodes: error.nodes, path: error.path }),
    extensions: { code, unexpected: true, ...(requestId && { requestId }) },
  })
}

function isForClients(error: GraphQLError): boolean {
  const { originalError } = error
  return originalError == null || (originalError instanceof GraphQLError && isForClients(originalError))
}

/** Wrong variables are told with names of the schema that come near; such names are not given away. */
function unsuggested(error: GraphQLError): GraphQLError {
  const message = error.message.replace(/ Did you mean .*\?$/s, '')
  return message === error.message ? error : new GraphQLError(message, { ...error, nodes: error.nodes })
}
