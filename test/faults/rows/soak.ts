// The server under an even load for a long time: its memory does not grow, and no connection stays behind.
import { readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { percentile, soundness } from '../fault-figures.ts'
import { atMost, type FaultPlace, type FaultRow, type Figure, none, told } from '../fault-row.ts'
import { openScene, startLoad } from '../fault-scene.ts'
import { PROBED, probeHeap } from '../heap-probe.ts'

const CLIENTS = 16
const PER_SECOND = 50
const SLOPE_MB_PER_HOUR = 1
/** Of the whole time: caches fill, code is compiled. */
const WARM_UP = 0.4
const SAMPLE_MS = 1_000
/** What lives is asked for so often; each time costs a full collection. */
const LIVING_EVERY = 30

export const soak: FaultRow = {
  name: 'soak',
  fault: `an even load of ${PER_SECOND} requests/s`,
  size: { unit: 'seconds', short: 3, long: 7_200 },
  run: soaked,
}

async function soaked(place: FaultPlace, seconds: number): Promise<Figure[]> {
  const scene = await openScene(place, { servers: 1, clients: CLIENTS, overdue: 0, environment: PROBED })
  try {
    const [server] = scene.servers
    if (!server) throw new Error('There is no server')
    const probe = await probeHeap(server.said())
    const load = startLoad(scene.clients, scene.world, PER_SECOND)
    const held: Sample[] = []
    const living: Sample[] = []
    const began = performance.now()
    const hours = () => (performance.now() - began) / 3_600_000
    for (let at = 0; at < seconds; at = (performance.now() - began) / 1_000) {
      await wait(SAMPLE_MS)
      held.push({ hours: hours(), megabytes: await memoryOf(server.pid) })
      if (held.length % LIVING_EVERY === 1) living.push({ hours: hours(), megabytes: await probe.living() })
      if (held.length % 60 === 0)
        place.tell(`${latest(held)} MB, ${latest(living)} of them in use, after ${held.length} s`)
    }
    const delivered = await load.end()
    probe.close()
    const [warmHeld, warmLiving] = [warm(held), warm(living)]
    const waits = delivered.map(({ sentAt, answeredAt }) => answeredAt - sentAt)
    const { rows: stuck } = await sql<{ text: string }>`
      select application_name || ' ' || state || ' ' || query as text from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`.execute(scene.database.owner)
    return [
      told('commands/s', (delivered.length / seconds).toFixed(0)),
      told(
        'answered within, median and 99 of 100',
        `${percentile(waits, 0.5).toFixed(0)} and ${percentile(waits, 0.99).toFixed(0)} ms`,
      ),
      told('memory held, first and last of the warm time', ends(warmHeld)),
      told('of it in use, garbage collected, first and last', ends(warmLiving)),
      atMost('slope of what is in use after warm-up', slopeOf(warmLiving), SLOPE_MB_PER_HOUR, 'MB/h'),
      told('slope of what is held', `${slopeOf(warmHeld).toFixed(2)} MB/h`),
      none(
        'connections still in use at the end',
        stuck.map(({ text }) => text),
      ),
      ...(await soundness(scene.database.owner, delivered)),
      none('answers of 500 or with errors', load.failures()),
    ]
  } finally {
    await scene.close()
  }
}

interface Sample {
  hours: number
  megabytes: number
}

async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/VmRSS:\s*(\d+) kB/.exec(status)?.[1] ?? 0) / 1_024
}

function warm(samples: readonly Sample[]): Sample[] {
  return samples.slice(Math.floor(samples.length * WARM_UP))
}

function ends(samples: readonly Sample[]): string {
  return `${latest(samples.slice(0, 1))} and ${latest(samples)} MB`
}

function latest(samples: readonly Sample[]): string {
  return samples.at(-1)?.megabytes.toFixed(1) ?? '–'
}

/** Least squares, megabytes by hour. */
function slopeOf(samples: readonly Sample[]): number {
  const mean = (of: (sample: Sample) => number) => samples.reduce((sum, one) => sum + of(one), 0) / samples.length
  const [hours, megabytes] = [mean((one) => one.hours), mean((one) => one.megabytes)]
  const spread = mean((one) => (one.hours - hours) ** 2)
  return spread === 0 ? 0 : mean((one) => (one.hours - hours) * (one.megabytes - megabytes)) / spread
}
