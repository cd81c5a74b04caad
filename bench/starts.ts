// How long the server takes from its start to its first answer: with a database that is there, and with none.
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { median } from './measure.ts'
import { COLD_START_MS, FIRST_START_MS } from './report/bars.ts'
import type { Note } from './report/tables.ts'
import { type ProductSettings, startCommand, startProduct } from './servers/contestants.ts'
import { serve } from './servers/serve.ts'
import type { BenchDatabase } from './world/open-world.ts'

const TRIES = 5

export async function measureStarts(
  database: BenchDatabase,
  settings: ProductSettings,
  folder: string,
): Promise<Note[]> {
  const existing: number[] = []
  const first: number[] = []
  for (let at = 0; at < TRIES; at++) {
    const served = await startProduct(database, settings)
    existing.push(served.startMs)
    await served.stop()
    first.push(await firstStart(join(folder, `first-${at}`)))
  }
  return [
    note('start with an existing database', existing, COLD_START_MS),
    note('first start ever, without the demo world', first, FIRST_START_MS),
  ]
}

/** Makes the embedded cluster, its roles and its schema. */
async function firstStart(dataDirectory: string): Promise<number> {
  await mkdir(dataDirectory)
  const served = await serve({
    program: startCommand,
    readyPath: '/health/ready',
    env: { DATA_DIRECTORY: dataDirectory, AUTH_SECRET: 'only-for-measuring-on-loopback-0123456789', DEMO: 'false' },
  })
  await served.stop()
  return served.startMs
}

function note(what: string, times: readonly number[], bar: number): Note {
  const time = median(times)
  const [fastest, slowest] = [Math.min(...times), Math.max(...times)]
  return {
    what,
    figure: `${seconds(time)} (${seconds(fastest)}–${seconds(slowest)}) s`,
    bar: `≤ ${seconds(bar)} s`,
    met: time <= bar,
  }
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1)
}
