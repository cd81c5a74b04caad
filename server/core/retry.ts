/** Repeats a whole command whose failure was the connection's or a rival transaction's, not its own. */
import { setTimeout as sleep } from 'node:timers/promises'

const CODES: ReadonlySet<string> = new Set([
  '40001', // serialization failure
  '40P01', // deadlock
  '57P01', // administrator ended the connection
  '57P02', // another backend crashed
  '57P03', // starting up or shutting down
  '08000', // connection exceptions
  '08003',
  '08006',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
])
const LOST = /^Connection terminated|Client has encountered a connection error|^Client was closed/

export type Patience = {
  /** No new try starts after this long; default 5 s. */
  readonly withinMs?: number
  readonly now?: () => number
  readonly wait?: (ms: number) => Promise<unknown>
}

/** True when the same command may be sent again from its beginning, provided that doing it twice has one effect. */
export function retryable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  // A missing file is retried only where the file is the server's socket.
  if (code === 'ENOENT') return 'syscall' in error && error.syscall === 'connect'
  return CODES.has(code) || LOST.test(error.message)
}

/**
 * Runs a command, and again while its failure is retryable and time is left; waits grow from 25 ms to 500 ms. The command must be
 * whole (its transaction within) and idempotent: a connection can die between the commit and its answer.
 */
export async function withRetry<T>(command: () => Promise<T>, patience: Patience = {}): Promise<T> {
  const { withinMs = 5_000, now = Date.now, wait = sleep } = patience
  const deadline = now() + withinMs
  for (let pause = 25; ; pause = Math.min(pause * 2, 500)) {
    try {
      return await command()
    } catch (error) {
      const jittered = pause * (0.5 + Math.random() / 2)
      if (!retryable(error) || now() + jittered > deadline) throw error
      await wait(jittered)
    }
  }
}
