// `npm run faults`: does every fault to the product, holds what is left against the bars, and exits with 1 where one is missed.
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { provideClient } from '../../server/tools/provide-client.ts'
import { startTemplate } from '../template.ts'
import { readFaultOptions, WrongOptions } from './fault-options.ts'
import { type FaultResult, faultTable, findingsText, held, writeFaults } from './fault-report.ts'
import type { FaultPlace, FaultRow } from './fault-row.ts'
import { faultRows } from './fault-rows.ts'
import { catchSeededBugs } from './seeded-bugs.ts'
import { killServers } from './server-process.ts'

const began = performance.now()

await main().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof WrongOptions ? error.message : error instanceof Error ? error.stack : error}\n`,
  )
  process.exitCode = 1
})

async function main(): Promise<void> {
  const options = readFaultOptions(process.argv.slice(2), faultRows)
  if (options.seededBugs) {
    if (!(await catchSeededBugs(tell))) process.exitCode = 1
    return
  }
  // A server builds a stale client when it starts: what is measured here is its start alone.
  await provideClient(tell)
  const folder = await mkdtemp(join(tmpdir(), 'csg-fault-'))
  await chmod(folder, 0o711)
  const template = await startTemplate()
  const leave = async () => {
    await template.stop()
    await rm(folder, { recursive: true, force: true })
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, async () => {
      killServers()
      await leave()
      process.exit(130)
    })
  try {
    const place: FaultPlace = { server: template.server, folder, tell }
    const results: FaultResult[] = []
    for (const row of options.rows) {
      tell(`${row.name}: ${row.fault}`)
      results.push(await resultOf(place, row, options.sizeOf(row)))
    }
    process.stdout.write(`\n${faultTable(results)}\n\n${findingsText(results)}\n`)
    tell(`written to ${await writeFaults(results)}`)
    if (!results.every(held)) process.exitCode = 1
  } finally {
    await leave()
  }
}

async function resultOf(place: FaultPlace, row: FaultRow, size: number): Promise<FaultResult> {
  const start = performance.now()
  const seconds = () => (performance.now() - start) / 1_000
  try {
    const answer = await row.run(place, size)
    if ('leftOut' in answer)
      return { row, size, seconds: seconds(), figures: [], leftOut: answer.leftOut, broken: null }
    return { row, size, seconds: seconds(), figures: answer, leftOut: null, broken: null }
  } catch (error) {
    const broken = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return { row, size, seconds: seconds(), figures: [], leftOut: null, broken }
  }
}

function tell(message: string): void {
  process.stdout.write(`${String(Math.round((performance.now() - began) / 1_000)).padStart(4)} s  ${message}\n`)
}
