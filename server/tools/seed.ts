// `npm run seed`: fills the configured database with reference data and the demo world, when it is empty.
import { ConfigurationError, readConfiguration } from '../core/configuration.ts'
import { openEngine } from '../open-engine.ts'
import { type DemoOutcome, seedDemo } from './demo/seed-demo.ts'

const said: Record<DemoOutcome, string> = {
  made: 'The demo world is made.',
  finished: 'The demo world, whose making had broken off, is finished.',
  present: 'The demo world is there already; nothing was done.',
  left: 'The database has accounts of its own; it was left alone.',
}

try {
  const opened = await openEngine(readConfiguration(process.env), report, tell)
  try {
    const start = performance.now()
    const outcome = await seedDemo(opened.engine, tell)
    const seconds = ((performance.now() - start) / 1_000).toFixed(1)
    tell(`${said[outcome]} (${seconds} s)`)
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
