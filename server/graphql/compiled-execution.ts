/** Runs trusted documents by code compiled for them (graphql-jit); documents of strangers are interpreted, never compiled. */
import type { ExecutionArgs, ExecutionResult } from 'graphql'
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit'
import type { Plugin } from 'graphql-yoga'
import { boundedCache } from '../core/bounded-cache.ts'
import type { RequestContext } from './context.ts'
import { withPlainFields } from './plain-fields.ts'

export interface TrustedContext extends RequestContext {
  /** Id of the persisted document that is run; null for one that was sent as text. */
  documentId: string | null
}

const KEPT = 500

export function compileTrusted(): Plugin<TrustedContext> {
  const cache = boundedCache<string, CompiledQuery>(KEPT)

  function compiled(id: string, { schema, document, operationName }: ExecutionArgs): CompiledQuery | null {
    const key = `${id} ${operationName ?? ''}`
    const known = cache.get(key)
    if (known) return known
    const made = withPlainFields(schema, () => compileQuery(schema, document, operationName ?? undefined))
    if (!isCompiledQuery(made)) return null
    cache.set(key, made)
    return made
  }

  return {
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
}
