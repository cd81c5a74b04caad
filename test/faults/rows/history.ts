// Eight clients append unique marks to the histories of a few cases while servers are killed; the histories must agree with what was told.
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { type Append, type Appended, judgeAppends } from '../append-judge.ts'
import type { FaultClient } from '../fault-client.ts'
import { soundness } from '../fault-figures.ts'
import { type FaultPlace, type FaultRow, type Figure, none, told } from '../fault-row.ts'
import { openScene, type Scene } from '../fault-scene.ts'
import { registration } from '../fault-world.ts'

const CLIENTS = 8
const CASES = 3

export const history: FaultRow = {
  name: 'history',
  fault: `history check: ${CLIENTS} clients append unique ids while servers are killed`,
  size: { unit: 'rounds', short: 1, long: 30 },
  run: appended,
}

async function appended(place: FaultPlace, rounds: number): Promise<Figure[]> {
  const scene = await openScene(place, { servers: 2, clients: CLIENTS, overdue: 0 })
  try {
    const cases = await registerCases(scene)
    let stopped = false
    const working = Promise.all(scene.clients.map((client) => appendTo(client, cases, () => stopped)))
    for (let round = 0; round < rounds; round++) {
      await wait(500 + Math.random() * 1_000)
      const victim = round % scene.servers.length
      await scene.servers[victim]?.kill()
      await scene.start(victim)
      place.tell(`killed ${round + 1} times`)
    }
    await wait(500)
    stopped = true
    await working
    const delivered = scene.clients.flatMap((client) => client.delivered)
    const appends: Append[] = delivered
      .filter(({ name }) => name === 'amendClaim')
      .map(({ key, caseId, kind, revision, sentAt, answeredAt }) => ({
        mark: key,
        caseId: caseId ?? '',
        revision: kind === 'ClaimMoved' ? revision : null,
        sentAt,
        answeredAt,
      }))
    const findings = judgeAppends(appends, await linesOf(scene, cases))
    return [
      told('appends acknowledged', appends.filter(({ revision }) => revision !== null).length),
      none('lost', findings.lost),
      none('phantom', findings.phantom),
      none('duplicated', findings.duplicated),
      none('reordered', findings.reordered),
      ...(await soundness(scene.database.owner, delivered)),
      none(
        'answers of 500 or with errors',
        scene.clients.flatMap(({ failures }) => failures),
      ),
    ]
  } finally {
    await scene.close()
  }
}

async function registerCases({ clients, world }: Scene): Promise<string[]> {
  const ids: string[] = []
  for (const client of clients.slice(0, CASES)) {
    const { claim } = await client.deliver('registerClaim', 'claim', (mark) => registration(world, mark))
    ids.push(claim?.id ?? '')
  }
  return ids
}

/** Appends to one case after the other, from the revision that was told last. */
async function appendTo(client: FaultClient, cases: readonly string[], stopped: () => boolean): Promise<void> {
  const revisions = new Map(cases.map((id) => [id, 1]))
  for (let turn = 0; !stopped(); turn++) {
    const id = cases[turn % cases.length] ?? ''
    const revision = revisions.get(id) ?? 1
    const answer = await client.deliver('amendClaim', 'claim', (whatHappened) => ({ id, revision, whatHappened }))
    revisions.set(id, answer.revision ?? answer.current ?? revision)
  }
}

async function linesOf({ database }: Scene, cases: readonly string[]): Promise<Appended[]> {
  const { rows } = await sql<{ mark: string; id: string; revision: number; at: Date }>`
    select payload->>'whatHappened' as mark, case_id as id, revision, at from history where event = 'amend'`.execute(
    database.owner,
  )
  return rows
    .map(({ id, at, ...line }) => ({
      ...line,
      caseId: Buffer.from(`Claim:${id}`).toString('base64'),
      at: at.getTime(),
    }))
    .filter(({ caseId }) => cases.includes(caseId))
}
