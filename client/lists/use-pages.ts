// A long list in pages: as many as were scrolled to; who comes back finds as many again.
import type { TypedDocumentNode } from '@urql/core'
import { useEffect, useRef, useState } from 'react'
import { useClient } from 'urql'
import { type ChainState, type ListPage, PageChain } from './page-chain.ts'

export interface Pages<R> extends ChainState<R> {
  next: () => void
  again: () => void
}

const loaded = new Map<string, number>()
const nothing: ChainState<never> = { rows: [], loaded: false, more: false, error: null, pages: 0 }

/** `variables` without `after`; null asks for nothing. */
export function usePages<D, V extends { after?: string | null | undefined }, R extends { id: string }>(
  document: TypedDocumentNode<D, V>,
  variables: Omit<V, 'after'> | null,
  pick: (data: D) => ListPage<R> | null | undefined,
): Pages<R> {
  const graph = useClient()
  const key = variables && `${pick} ${JSON.stringify(variables)}`
  const [told, setTold] = useState<{ key: string; state: ChainState<R> } | null>(null)
  const chain = useRef<PageChain<D, R> | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for document, variables and pick
  useEffect(() => {
    if (key === null || variables === null) return
    const tell = (state: ChainState<R>) => {
      loaded.set(key, state.pages)
      setTold({ key, state })
    }
    const wanted = loaded.get(key) ?? 1
    const made = new PageChain(graph, document as TypedDocumentNode<D, never>, variables, pick, tell, wanted)
    chain.current = made
    return () => {
      made.stop()
      chain.current = null
    }
  }, [graph, key])
  const state = told && told.key === key ? told.state : nothing
  return { ...state, next: () => chain.current?.more(), again: () => chain.current?.again() }
}
