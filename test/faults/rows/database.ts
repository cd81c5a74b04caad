// PostgreSQL is restarted, and all its clients are cut off, under load: the servers stay up and every command is answered once.
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { RoleConnection } from '../../../server/core/connection.ts'
import { startTemplate, type Template } from '../../template.ts'
import { soundness } from '../fault-figures.ts'
import { all, atMost, type FaultPlace, type FaultRow, type Figure, told } from '../fault-row.ts'
import { type Load, openScene, type Scene, startLoad } from '../fault-scene.ts'

const CLIENTS = 16
const PER_SECOND = 60
const SERVERS = 2
const WAIT_SECONDS = 3

export const database: FaultRow = {
  name: 'database',
  fault: 'PostgreSQL restarted, all its clients cut off, under load',
  size: { unit: 'rounds', short: 1, long: 5 },
  run: disturbed,
}

async function disturbed(place: FaultPlace, rounds: number): Promise<Figure[]> {
  const own = await startTemplate()
  try {
    const scene = await openScene({ ...place, server: own.server }, { servers: SERVERS, clients: CLIENTS, overdue: 20 })
    try {
      const load = startLoad(scene.clients, scene.world, PER_SECOND)
      const downMs = await disturb(place, own, scene, load, rounds)
      const delivered = await load.end()
      const longest = Math.max(...delivered.map(({ sentAt, answeredAt }) => answeredAt - sentAt))
      return [
        told('restarts, and cuts of every connection', `${rounds} and ${rounds}`),
        told('PostgreSQL away at a restart, at most', `${(Math.max(...downMs) / 1_000).toFixed(2)} s`),
        all('servers that stayed up', scene.servers.filter((server) => server.running()).length, SERVERS),
        atMost('longest wait for an answer', longest / 1_000, WAIT_SECONDS, 's'),
        told('answers with an error, sent again', load.failures().length),
        ...(await soundness(scene.database.owner, delivered)),
      ]
    } finally {
      await scene.close()
    }
  } finally {
    await own.stop()
  }
}

async function disturb(place: FaultPlace, own: Template, scene: Scene, load: Load, rounds: number): Promise<number[]> {
  const downMs: number[] = []
  for (let round = 0; round < rounds; round++) {
    await load.more(CLIENTS)
    await wait(1_000)
    const began = performance.now()
    await own.restart()
    downMs.push(performance.now() - began)
    await load.more(CLIENTS)
    await wait(1_000)
    await cutAll(scene.database.connections.superuser)
    place.tell(`restarted and cut ${round + 1} times`)
  }
  await load.more(CLIENTS)
  return downMs
}

/** As the superuser: the owner of the schema may not end the app's connections, nor the product the server's own work. */
async function cutAll(superuser: RoleConnection): Promise<void> {
  const client = new pg.Client(superuser)
  await client.connect()
  try {
    await client.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`)
  } finally {
    await client.end()
  }
}
