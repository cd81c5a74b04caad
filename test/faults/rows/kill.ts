// kill -9 of the server under load, again and again: nothing acknowledged is lost, nothing is done twice, it is back at once.
import { setTimeout as wait } from 'node:timers/promises'
import { median, soundness } from '../fault-figures.ts'
import { atLeast, atMost, type FaultPlace, type FaultRow, type Figure, none, told } from '../fault-row.ts'
import { openScene, startLoad } from '../fault-scene.ts'

const PER_SECOND = 200
const CLIENTS = 32
const READY_MS = 5_000
/** Offered are 200 a second; a little less arrives, since a second is cut off by its kill. */
const CARRIED = 0.9

/** How a command is answered whose connections to the database could not be had in time. */
const AWAY = '"code":"DATABASE_AWAY"'

export const kill: FaultRow = {
  name: 'kill',
  fault: `kill -9 of the server under ${PER_SECOND} commands/s`,
  size: { unit: 'rounds', short: 1, long: 50 },
  run: killed,
}

async function killed(place: FaultPlace, rounds: number): Promise<Figure[]> {
  const scene = await openScene(place, { servers: 1, clients: CLIENTS, overdue: 60 })
  try {
    const load = startLoad(scene.clients, scene.world, PER_SECOND)
    const readyMs: number[] = []
    let upMs = 0
    for (let round = 0; round < rounds; round++) {
      const up = performance.now()
      await load.more(CLIENTS)
      await wait(1_000 + Math.random() * 2_000)
      upMs += performance.now() - up
      await scene.servers[0]?.kill()
      readyMs.push((await scene.start(0)).readyMs)
      place.tell(`killed ${round + 1} times, ${load.delivered().length} commands`)
    }
    const carried = load.delivered().length
    await load.more(CLIENTS)
    const delivered = await load.end()
    return [
      atLeast('commands/s answered while it was up', carried / (upMs / 1_000), PER_SECOND * CARRIED, '/s'),
      ...(await soundness(scene.database.owner, delivered)),
      none(
        'answers of 500 or with errors that say nothing',
        load.failures().filter((failure) => !failure.includes(AWAY)),
      ),
      told('told to try again in a moment', load.failures().filter((failure) => failure.includes(AWAY)).length),
      atMost('ready after a kill, median', median(readyMs) / 1_000, READY_MS / 1_000, 's'),
      atMost('ready after a kill, slowest', Math.max(...readyMs) / 1_000, READY_MS / 1_000, 's'),
    ]
  } finally {
    await scene.close()
  }
}
