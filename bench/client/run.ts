// `npm run bench:client`: how long people wait for the first list and for the answer to a step, in a real browser on the demo world.
import { mkdir, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { provideClient } from '../../server/tools/provide-client.ts'
import { median } from '../measure.ts'
import { ANSWER_DRAWN_MS, FIRST_LIST_MS } from '../report/bars.ts'
import { type Note, notesTable } from '../report/tables.ts'
import { BENCH, LEAD } from '../servers/contestants.ts'
import { serve } from '../servers/serve.ts'
import { openWorld, urlOf } from '../world/open-world.ts'
import { answerTimes, firstListTime, signInTime } from './browser-times.ts'
import { registeredClaims } from './registered-claims.ts'

const ROUNDS = 7
const ENGINEER = 'ainur.anvil@works.example'

await provideClient((message) => process.stdout.write(`${message}\n`))
const world = await openWorld((message) => process.stdout.write(`${message}\n`))
try {
  const database = await world.copy('bench_client')
  const dataDirectory = join(world.folder, 'client')
  await mkdir(dataDirectory)
  const served = await serve({
    program: [join(BENCH, '../server/main.ts')],
    readyPath: '/health/ready',
    env: {
      DATABASE_URL: urlOf(database.app),
      DATABASE_OWNER_URL: urlOf(database.owner),
      DATA_DIRECTORY: dataDirectory,
      AUTH_SECRET: 'only-for-measuring-on-loopback-0123456789',
      DEMO: 'false',
    },
  })
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  })
  const url = `http://127.0.0.1:${served.port}`
  try {
    const cold: number[] = []
    const pressed: number[] = []
    for (let round = -1; round < ROUNDS; round++) {
      const one = await firstListTime(browser, url, LEAD)
      const other = await signInTime(browser, url, LEAD)
      // The first round warms the server and is thrown away.
      if (round >= 0) {
        cold.push(one)
        pressed.push(other)
      }
    }
    const drawn = await answerTimes(browser, url, ENGINEER, await registeredClaims(database.owner, 5))
    const rows = [
      { name: 'firstList', ...row('first list visible: address entered, signed in, empty cache', cold, FIRST_LIST_MS) },
      {
        name: 'signIn',
        ...row('first list visible: after the press of "Sign in", empty cache', pressed, FIRST_LIST_MS),
      },
      { name: 'answerDrawn', ...row("answer to a claim's step drawn after its arrival", drawn, ANSWER_DRAWN_MS) },
    ]
    process.stdout.write(`\n${notesTable(rows.map(({ note }) => note))}\n\n`)
    process.stdout.write(`written to ${await write(rows, browser.version())}\n`)
  } finally {
    await browser.close()
    await served.stop()
  }
} finally {
  await world.close()
}

interface Timed {
  note: Note
  milliseconds: { median: number; min: number; max: number; all: number[]; bar: number }
}

function row(what: string, times: readonly number[], bar: number): Timed {
  const all = times.map(Math.round)
  const milliseconds = { median: Math.round(median(all)), min: Math.min(...all), max: Math.max(...all), all, bar }
  const figure = `${milliseconds.median} (${milliseconds.min}–${milliseconds.max}) ms`
  return { note: { what, figure, bar: `≤ ${bar} ms`, met: milliseconds.median <= bar }, milliseconds }
}

async function write(rows: readonly (Timed & { name: string })[], chromium: string): Promise<string> {
  const path = join(BENCH, 'results/client.json')
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${process.platform}`
  const content = {
    date: new Date().toISOString(),
    versions: { node: process.version, chromium, machine },
    rows: rows.map(({ name, milliseconds }) => ({ name, ...milliseconds })),
  }
  await mkdir(join(BENCH, 'results'), { recursive: true })
  await writeFile(path, `${JSON.stringify(content, null, 2)}\n`)
  return path
}
