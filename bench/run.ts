// `npm run bench`: makes its worlds, starts who is compared, lets them run in turn, and says how the product stands.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { contest } from './contest.ts'
import { measureGrowth } from './growth.ts'
import { installPeer } from './install-peer.ts'
import { documentsFile } from './operations/scripts.ts'
import { readOptions } from './options.ts'
import { writeResults } from './report/results.ts'
import { notesTable, operationsTable } from './report/tables.ts'
import { measureStarts } from './starts.ts'
import { countRows, multiply } from './world/multiply.ts'
import { openWorld } from './world/open-world.ts'

const options = readOptions(process.argv.slice(2))
const began = performance.now()
const tell = (message: string) =>
  process.stdout.write(`${String(Math.round((performance.now() - began) / 1000)).padStart(4)} s  ${message}\n`)

if (options.peer) installPeer(tell)
tell('making the demo world')
const world = await openWorld(tell)
try {
  const settings = { dataDirectory: join(world.folder, 'data'), documents: join(world.folder, 'documents.json') }
  await mkdir(settings.dataDirectory, { recursive: true })
  await writeFile(settings.documents, documentsFile())
  const main = await world.copy('bench_main')
  tell(`multiplying it to ${options.claims.toLocaleString('en')} claims`)
  await multiply(main, 0, options.claims)
  const size = await countRows(main)
  tell(
    Object.entries(size)
      .map(([name, count]) => `${count.toLocaleString('en')} ${name}`)
      .join(', '),
  )
  const contested = await contest(main, settings, options, tell)
  const grown = options.growth ? await measureGrowth(world, main, settings, options, tell) : []
  tell('starting cold')
  const notes = [...contested.notes, ...grown, ...(await measureStarts(main, settings, world.folder))]
  process.stdout.write(`\n${operationsTable(contested.rows)}\n\n${notesTable(notes)}\n\n`)
  const { postgresql, rows, rssMiB } = contested
  tell(`written to ${await writeResults({ postgresql, world: size, rows, rssMiB, notes })}`)
} finally {
  await world.close()
}
