// `npm run bench`: makes its worlds, starts who is compared, lets them run in turn, and says how the product stands.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { contest } from './contest.ts'
import { measureGrowth } from './growth.ts'
import { installPeer } from './install-peer.ts'
import { documentsFile } from './operations/scripts.ts'
import { readOptions } from './options.ts'
import { measureOverview } from './overview.ts'
import { writeResults } from './report/results.ts'
import { notesTable, operationsTable } from './report/tables.ts'
import type { ProductSettings } from './servers/contestants.ts'
import { measureStarts } from './starts.ts'
import { addAnswers } from './world/answers.ts'
import { countRows, multiply } from './world/multiply.ts'
import { type BenchWorld, openWorld } from './world/open-world.ts'

const options = readOptions(process.argv.slice(2))
const began = performance.now()
const tell = (message: string) =>
  process.stdout.write(`${String(Math.round((performance.now() - began) / 1000)).padStart(4)} s  ${message}\n`)

if (options.peer && !options.answersGrow) installPeer(tell)
tell('making the demo world')
const world = await openWorld(tell)
try {
  const settings = { dataDirectory: join(world.folder, 'data'), documents: join(world.folder, 'documents.json') }
  await mkdir(settings.dataDirectory, { recursive: true })
  await writeFile(settings.documents, documentsFile())
  if (options.answersGrow) {
    const notes = await measureOverview(world, settings, options, tell)
    process.stdout.write(`\n${notesTable(notes)}\n\n`)
  } else await measureAll(world, settings)
} finally {
  await world.close()
}

async function measureAll(within: BenchWorld, settings: ProductSettings): Promise<void> {
  const main = await within.copy('bench_main')
  tell(`multiplying it to ${options.claims.toLocaleString('en')} claims`)
  await multiply(main, 0, options.claims)
  if (options.only.includes('overview')) {
    tell(`filling in ${options.answers.toLocaleString('en')} answers`)
    await addAnswers(main, options.answers, 0)
  }
  const size = await countRows(main)
  tell(
    Object.entries(size)
      .map(([name, count]) => `${count.toLocaleString('en')} ${name}`)
      .join(', '),
  )
  const contested = await contest(main, settings, options, tell)
  const grown = options.growth ? await measureGrowth(within, main, settings, options, tell) : []
  tell('starting cold')
  const notes = [...contested.notes, ...grown, ...(await measureStarts(main, settings, within.folder))]
  process.stdout.write(`\n${operationsTable(contested.rows)}\n\n${notesTable(notes)}\n\n`)
  const { postgresql, rows, rssMiB } = contested
  tell(`written to ${await writeResults({ postgresql, world: size, rows, rssMiB, notes })}`)
}
