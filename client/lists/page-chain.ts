// The pages of a long list, each kept alive by the cache: what changes in one shows at once, and the next begins where it ends.
import type { Client, RequestPolicy, TypedDocumentNode } from '@urql/core'
import type { CombinedError } from 'urql'

export interface ListPage<R> {
  nodes: readonly R[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
}

export interface ChainState<R> {
  rows: readonly R[]
  /** Whether anything was answered yet. */
  loaded: boolean
  more: boolean
  error: CombinedError | null
  /** Pages asked for so far. */
  pages: number
}

interface Link<R> {
  after: string | null
  page: ListPage<R> | null
  stop: () => void
}

export class PageChain<D, R extends { id: string }> {
  readonly #graph: Client
  readonly #document: TypedDocumentNode<D, never>
  readonly #variables: object
  readonly #pick: (data: D) => ListPage<R> | null | undefined
  readonly #tell: (state: ChainState<R>) => void
  #links: Link<R>[] = []
  #wanted: number
  #error: CombinedError | null = null
  #stopped = false

  constructor(
    graph: Client,
    document: TypedDocumentNode<D, never>,
    variables: object,
    pick: (data: D) => ListPage<R> | null | undefined,
    tell: (state: ChainState<R>) => void,
    wanted: number,
  ) {
    this.#graph = graph
    this.#document = document
    this.#variables = variables
    this.#pick = pick
    this.#tell = tell
    this.#wanted = wanted
    this.#open(0, null, 'cache-and-network')
  }

  /** Asks for the next page, unless one is on its way. */
  more(): void {
    const last = this.#links.at(-1)
    if (!last?.page?.pageInfo.hasNextPage || this.#wanted > this.#links.length) return
    this.#wanted = this.#links.length + 1
    this.#open(this.#links.length, last.page.pageInfo.endCursor, 'cache-and-network')
  }

  /** Reads every page anew. */
  again(): void {
    this.#open(0, null, 'network-only')
  }

  stop(): void {
    this.#stopped = true
    for (const link of this.#links) link.stop()
  }

  #open(at: number, after: string | null, policy: RequestPolicy): void {
    this.#links[at]?.stop()
    const link: Link<R> = { after, page: this.#links[at]?.page ?? null, stop: () => undefined }
    this.#links[at] = link
    const variables = { ...this.#variables, after } as never
    const { unsubscribe } = this.#graph
      .query(this.#document, variables, { requestPolicy: policy })
      .subscribe(({ data, error }) => this.#take(at, link, data ? (this.#pick(data) ?? null) : null, error, policy))
    link.stop = unsubscribe
    if (this.#stopped) unsubscribe()
  }

  #take(
    at: number,
    link: Link<R>,
    page: ListPage<R> | null,
    error: CombinedError | undefined,
    policy: RequestPolicy,
  ): void {
    if (this.#links[at] !== link) return
    this.#error = error ?? null
    if (page) {
      link.page = page
      const { hasNextPage, endCursor } = page.pageInfo
      const next = this.#links[at + 1]
      if (!hasNextPage) this.#cut(at + 1)
      else if (at + 1 < this.#wanted && (next?.after !== endCursor || policy === 'network-only')) {
        this.#open(at + 1, endCursor, policy)
      }
    }
    this.#tell(this.#state())
  }

  #cut(from: number): void {
    for (const link of this.#links.splice(from)) link.stop()
    this.#wanted = Math.min(this.#wanted, Math.max(from, 1))
  }

  /** A row that moved between two readings stands once. */
  #state(): ChainState<R> {
    const rows = new Map<string, R>()
    for (const { page } of this.#links) for (const row of page?.nodes ?? []) rows.set(row.id, row)
    return {
      rows: [...rows.values()],
      loaded: this.#links[0]?.page != null,
      more: this.#links.at(-1)?.page?.pageInfo.hasNextPage ?? false,
      error: this.#error,
      pages: this.#links.length,
    }
  }
}
