/** Who watches the work of this process: its figures, its traces. Nothing is watched by default, and then nothing is measured. */

/** One piece of work that is being watched. */
export interface Watched {
  /** Does the work, so that what happens inside belongs to it. */
  run<T>(work: () => T): T
  end(outcome: Outcome): void
}

export interface Outcome {
  failed: boolean
  /** Of a request: the status answered. */
  status?: number
}

export interface Observer {
  /** `route` is one of a few words, never a path with an id or a secret in it. */
  request(seen: { method: string; route: string; traceparent: string | undefined }): Watched
  /** `name` is one of our own documents' names, or `other`. */
  operation(seen: { name: string; kind: string }): Watched
  /** Told after the statement; `text` holds no values. */
  statement(seen: { text: string; ms: number; failed: boolean }): void
  /** Told once of every pool that is opened. */
  pool(counts: () => PoolCounts): void
}

export interface PoolCounts {
  total: number
  idle: number
  waiting: number
}

/** All of them, each wrapped around the next. */
export function observeWith(observers: readonly Observer[]): Observer {
  const together = (watched: readonly Watched[]): Watched => ({
    run: (work) => watched.reduceRight((inner, one) => () => one.run(inner), work)(),
    end: (outcome) => {
      for (const one of watched) one.end(outcome)
    },
  })
  return {
    request: (seen) => together(observers.map((one) => one.request(seen))),
    operation: (seen) => together(observers.map((one) => one.operation(seen))),
    statement: (seen) => {
      for (const one of observers) one.statement(seen)
    },
    pool: (counts) => {
      for (const one of observers) one.pool(counts)
    },
  }
}

/** The verb a statement begins with; statements are told apart by nothing else, so that their number stays small. */
export function verbOf(text: string): string {
  const verb = /^\s*(?:\/\*.*?\*\/\s*)?(\w+)/.exec(text)?.[1]?.toLowerCase() ?? ''
  return VERBS.has(verb) ? verb : 'other'
}

const VERBS = new Set(['select', 'insert', 'update', 'delete', 'with', 'begin', 'commit', 'rollback'])
