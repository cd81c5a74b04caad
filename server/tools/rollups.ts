// `npm run rollups`: works the sums of all answers out anew and says how many were different.
import { ConfigurationError, readConfiguration } from '../core/configuration.ts'
import { openEngine } from '../open-engine.ts'
import { rebuildRollups } from '../satisfaction/rollup-commands.ts'

try {
  const { engine, close } = await openEngine({ ...readConfiguration(process.env), attach: true }, report)
  try {
    const { rows, differences } = await rebuildRollups(engine.db)
    process.stdout.write(`Sums ${rows}, differences ${differences}\n`)
  } finally {
    await close()
  }
} catch (error) {
  if (!(error instanceof ConfigurationError)) throw error
  report(error)
  process.exitCode = 1
}

function report(error: Error): void {
  process.stderr.write(`${error.message}\n`)
}
