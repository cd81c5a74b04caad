// Before anything is timed: the limit answers the same JSON as the product, and the peer finds the same claims.
import { deepEqual } from 'node:assert/strict'
import { openConnection, type Target } from '../load/http-connection.ts'
import type { Contestant } from '../servers/contestants.ts'
import type { Scripts } from './scripts.ts'

const SAMPLES = 40

export async function agree(
  name: string,
  scripts: Pick<Scripts, 'ours' | 'limit'> & Partial<Scripts>,
  product: Contestant,
  limit: Contestant,
  peer: Contestant | null = null,
): Promise<void> {
  for (let at = 0; at < Math.min(SAMPLES, scripts.ours.bodies.length); at++) {
    const ours = await ask(product.target, scripts.ours.path, scripts.ours.bodies[at])
    const limits = await ask(limit.target, scripts.limit.path, scripts.limit.bodies[at])
    deepEqual(ours, limits, `${name} ${at}: the product and the limit answer differently`)
    if (!peer || !scripts.peer) continue
    const peers = await ask(peer.target, scripts.peer.path, scripts.peer.bodies[at])
    deepEqual(numbersIn(peers), numbersIn(ours), `${name} ${at}: the product and the peer find different claims`)
  }
}

async function ask(target: Target, path: string, body = ''): Promise<unknown> {
  const connection = await openConnection(target)
  const answer = await connection.post(path, body)
  connection.close()
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${answer.body.slice(0, 1000)}`)
  return JSON.parse(answer.body)
}

/** Numbers of claims, in the order of the answer. */
function numbersIn(answer: unknown): string[] {
  return JSON.stringify(answer).match(/"number":"C-[^"]+"/g) ?? []
}
