/** Runs trusted documents by code compiled for them (graphql-jit); documents of strangers are interpreted, never compiled. */
import { type ExecutionArgs, type ExecutionResult, getOperationAST } from 'graphql'
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit'
import type { Plugin } from 'graphql-yoga'
import { boundedCache } from '../core/bounded-cache.ts'
import type { RequestContext } from './context.ts'
import { withPlainFields } from './plain-fields.ts'

export interface TrustedContext extends RequestContext {
  /** Id of the persisted document that is run; null for one that was sent as text. */
  documentId: string | null
}

/** A document that was parsed, found sound and compiled. */
export interface CompiledDocument {
  name: string
  kind: string
  query: CompiledQuery
}

export interface TrustedExecution {
  plugin: Plugin<TrustedContext>
  /** A document that has been run before, for which nothing needs to be looked at again; undefined: not yet. */
  known(documentId: string, operationName: string | null | undefined): CompiledDocument | undefined
}

const KEPT = 500

export function trustedExecution(): TrustedExecution {
  const cache = boundedCache<string, CompiledDocument>(KEPT)

  function compiled(id: string, { schema, document, operationName }: ExecutionArgs): CompiledQuery | null {
    const key = keyOf(id, operationName)
    const known = cache.get(key)
    if (known) return known.query
    const query = withPlainFields(schema, () => compileQuery(schema, document, operationName ?? undefined))
    const operation = getOperationAST(document, operationName)
    if (!isCompiledQuery(query) || !operation) return null
    cache.set(key, { query, name: operation.name?.value ?? 'unnamed', kind: operation.operation })
    return query
  }

  const plugin: Plugin<TrustedContext> = {
    onExecute({ args, setExecuteFn }) {
      const id = args.contextValue.documentId
      const query = id === null ? null : compiled(id, args)
      if (!query) return
      setExecuteFn(
        ({ rootValue, contextValue, variableValues }: ExecutionArgs): Promise<ExecutionResult> | ExecutionResult =>
          query.query(rootValue, contextValue, variableValues),
      )
    },
  }
  return { plugin, known: (id, operationName) => cache.get(keyOf(id, operationName)) }
}

function keyOf(id: string, operationName: string | null | undefined): string {
  return `${id} ${operationName ?? ''}`
}
