/** A `pg` client that names each distinct statement text, so that PostgreSQL parses it once per connection. */
import pg from 'pg'

/** Above this many texts on one connection the further ones stay unnamed; the pool renews connections, which starts the count anew. */
const NAMES_PER_CONNECTION = 500
/**
 * What a transaction of ours does finds its rows by key: one plan serves all values. Left to itself PostgreSQL plans each statement five
 * times on each connection before it sees that, which took a third of its time while a server was new.
 */
const BEGIN = 'begin; set local plan_cache_mode = force_generic_plan'
const NAMEABLE = /^\s*(?:select|insert|update|delete|merge|with)\b/i

/** What the types of `pg` leave out of a client. */
interface WithStream {
  connection: { stream: { cork(): void; uncork(): void } }
}

export interface NamedClientConfig extends pg.ClientConfig {
  /** Sends what is asked without waiting for what was asked before; what is asked together goes out in one piece. */
  pipeline?: boolean
  /** Until when it is gathered; default until the code that asks waits for something. */
  gatherUntil?: (then: () => void) => unknown
}

export class NamedClient extends pg.Client {
  readonly #names = new Map<string, string>()
  readonly #gatherUntil: NamedClientConfig['gatherUntil']
  #gathering = false

  constructor(config: NamedClientConfig = {}) {
    super(config)
    if (config.pipeline) this.#gatherUntil = config.gatherUntil ?? process.nextTick
  }

  override query(...args: unknown[]): never {
    this.#gather()
    const [text, values, ...rest] = args
    if (text === 'begin') return Reflect.apply(super.query, this, [BEGIN, ...args.slice(1)]) as never
    const name = typeof text === 'string' && Array.isArray(values) ? this.#nameOf(text) : undefined
    return Reflect.apply(super.query, this, name ? [{ name, text, values }, ...rest] : args) as never
  }

  #nameOf(text: string): string | undefined {
    const known = this.#names.get(text)
    if (known || this.#names.size >= NAMES_PER_CONNECTION || !NAMEABLE.test(text) || text.includes(';')) return known
    const name = `s${this.#names.size}`
    this.#names.set(text, name)
    return name
  }

  #gather(): void {
    if (!this.#gatherUntil || this.#gathering) return
    this.#gathering = true
    // Asked each time: with TLS another stream takes the place of the first.
    const { stream } = (this as unknown as WithStream).connection
    stream.cork()
    this.#gatherUntil(() => {
      this.#gathering = false
      stream.uncork()
    })
  }
}
