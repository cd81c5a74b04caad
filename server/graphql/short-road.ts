/** The short road through Yoga, for what nearly every request is: a sound query or mutation that is to be answered as JSON. */
import { type ExecutionResult, getOperationAST } from 'graphql'
import { isAsyncIterable, processRegularResult } from 'graphql-yoga'
import type { TrustedContext } from './compiled-execution.ts'
import type { GraphqlParams, GraphqlServer } from './yoga.ts'

export interface JsonAnswer {
  status: number
  headers: Record<string, string>
  body: string
}

/**
 * Parses, validates and executes by Yoga's own pipeline with all its plugins, without wrapping request and answer in the objects of
 * fetch. Null, with nothing carried out: it is not of that kind or not sound, and Yoga is to be asked.
 */
export async function answerAsJson(
  graphql: GraphqlServer,
  params: Readonly<Record<string, unknown>>,
  context: TrustedContext,
): Promise<JsonAnswer | null> {
  if (!isPlain(params)) return null
  const { query, variables, operationName } = params
  const again = graphql.again({ variables, operationName }, context)
  if (again) return written(await again)
  const { parse, validate, contextFactory, execute, schema } = graphql.yoga.getEnveloped({ ...context, params })
  const document = attempt(() => parse(query))
  if (!document || validate(schema, document).length > 0) return null
  const kind = getOperationAST(document, operationName)?.operation
  if (kind !== 'query' && kind !== 'mutation') return null
  const result = await execute({
    schema,
    document,
    contextValue: await contextFactory(),
    variableValues: variables,
    operationName,
  })
  if (isAsyncIterable(result)) throw new Error('A query or mutation answered with a stream')
  return written(result)
}

function written(result: ExecutionResult): JsonAnswer {
  return processRegularResult(result, { Response: Written } as never, 'application/json') as never as JsonAnswer
}

const NAMES = new Set(['query', 'variables', 'operationName', 'extensions'])

function isPlain(params: Readonly<Record<string, unknown>>): params is GraphqlParams & { query: string } {
  const { query, operationName, variables, extensions } = params
  const maps = [variables, extensions].every(
    (map) => map === undefined || (typeof map === 'object' && !Array.isArray(map)),
  )
  const named = operationName == null || typeof operationName === 'string'
  return typeof query === 'string' && maps && named && Object.keys(params).every((name) => NAMES.has(name))
}

/** What Yoga makes of a result: it calls this as the `Response` of fetch. */
class Written implements JsonAnswer {
  readonly body: string
  readonly status: number
  readonly headers: Record<string, string>

  constructor(body: string, { status, headers }: { status: number; headers: Record<string, string> }) {
    this.body = body
    this.status = status
    this.headers = headers
  }
}

function attempt<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}
