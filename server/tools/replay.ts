// `npm run replay`: holds every stored state against the replay of its history; ends with 1 when one differs.
import { ConfigurationError, readConfiguration } from '../core/configuration.ts'
import { openEngine } from '../open-engine.ts'
import { replayHistory } from './replay-history.ts'

try {
  const configuration = { ...readConfiguration(process.env), attach: true }
  const opened = await openEngine(configuration, report)
  try {
    const { cases, tasks, differences } = await replayHistory(opened.engine.db)
    for (const difference of differences) tell(difference)
    tell(`cases replayed ${cases}, tasks replayed ${tasks}, differences ${differences.length}`)
    if (differences.length > 0) process.exitCode = 1
  } finally {
    await opened.close()
  }
} catch (error) {
  if (!(error instanceof ConfigurationError)) throw error
  report(error)
  process.exitCode = 1
}

function tell(message: string): void {
  process.stdout.write(`${message}\n`)
}

function report(error: Error): void {
  process.stderr.write(`${error.message}\n`)
}
