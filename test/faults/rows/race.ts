// Four server processes race on one case: each revision is won by one, the others are told that they are stale.
import type { FaultClient } from '../fault-client.ts'
import { soundness } from '../fault-figures.ts'
import { type FaultPlace, type FaultRow, type Figure, none, told } from '../fault-row.ts'
import { openScene } from '../fault-scene.ts'
import { registration } from '../fault-world.ts'

const SERVERS = 4

export const race: FaultRow = {
  name: 'race',
  fault: `${SERVERS} processes racing on one case`,
  size: { unit: 'commands', short: 100, long: 10_000 },
  run: raced,
}

async function raced(place: FaultPlace, commands: number): Promise<Figure[]> {
  const scene = await openScene(place, { servers: SERVERS, clients: SERVERS * 2, overdue: 0 })
  try {
    const [first] = scene.clients
    if (!first) throw new Error('There is no client')
    const { claim } = await first.deliver('registerClaim', 'claim', (mark) => registration(scene.world, mark))
    const id = claim?.id ?? ''
    let left = commands
    await Promise.all(scene.clients.map((client) => amendOn(client, id, () => left-- > 0)))
    const delivered = scene.clients.flatMap((client) => client.delivered)
    const amends = delivered.filter(({ name }) => name === 'amendClaim')
    const won = amends.filter(({ kind }) => kind === 'ClaimMoved').length
    const stale = amends.filter(({ kind }) => kind === 'Stale').length
    const { revision } = await first.look(id)
    return [
      told('commands', amends.length),
      { what: 'applied', measured: String(revision - 1), bar: `${won} acknowledged`, met: revision - 1 === won },
      {
        what: 'the rest stale',
        measured: String(stale),
        bar: String(amends.length - won),
        met: won + stale === amends.length && stale > 0,
      },
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

/** Amends the claim as long as it is its turn, from the revision that it was told last. */
async function amendOn(client: FaultClient, id: string, mine: () => boolean): Promise<void> {
  for (let revision = 1; mine(); ) {
    const answer = await client.deliver('amendClaim', 'claim', (whatHappened) => ({ id, revision, whatHappened }))
    revision = answer.revision ?? answer.current ?? revision
  }
}
