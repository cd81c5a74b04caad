// Plays the example as a program of its own against the real door on a small demo world: one claim per certificate.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { schema } from '../../server/api.ts'
import { createAuthentication } from '../../server/core/authentication.ts'
import { databaseTime } from '../../server/core/engine.ts'
import { createApp } from '../../server/http.ts'
import { type HttpServer, listen } from '../../server/http-server.ts'
import { seedDemo } from '../../server/tools/demo/seed-demo.ts'
import { type TestEngine, testEngine } from '../engine.ts'

const ROOT = join(import.meta.dirname, '../..')
const samples = join(ROOT, '../shared/data/certificates/samples')
const present = existsSync(samples)

let world: TestEngine
let server: HttpServer
let url: string
beforeAll(async () => {
  if (!present) return
  world = await testEngine()
  // The example sends its own times: the engine tells the database's, as a server does.
  const engine = { ...world.engine, now: databaseTime }
  await seedDemo(engine, () => undefined, { claims: 0, heats: 20, pieces: 100 })
  const logger = pino({ level: 'silent' })
  server = await listen((request, response) => app(request, response), { port: 0, host: '127.0.0.1' })
  url = `http://127.0.0.1:${server.port}`
  const configuration = { publicUrl: url, authSecret: 'x'.repeat(32), trustedProxies: [], introspection: false }
  const auth = createAuthentication(engine.db, configuration, logger)
  const app = createApp({ engine, auth, schema, configuration, logger })
})
afterAll(async () => {
  if (!present) return
  await server.close(1_000)
  await world.close()
})

const title = 'goes from the certificate to closing, over HTTP, each step by the person who does it'
it.skipIf(!present)(
  present ? title : `${title} (skipped: ../shared/data/certificates is not here)`,
  async () => {
    const { code, said } = await play('v0.5.0-1.json', 'v0.4.1-8.json', 'v0.5.0-3.json')
    expect(said).not.toContain('FAILED')
    expect(code).toBe(0)
    const ends = said.match(/^ok +\S+ +C-\S+ +closed, 8D rootCause/gm)
    expect(ends).toHaveLength(3)
    const timeline = said.slice(0, said.indexOf('  clocks'))
    const steps = [
      /Ainur Anvil \(csEngineer\) .* → registered/,
      /Clara Caliper \(csLead\) .*screening → collecting, notRequired → required/,
      /Gulnar Gauge \(departmentHead\) .*inProgress → answered/,
      /Henrik Hopper \(departmentResponder\) .*inProgress → answered/,
      /system .*collecting → concluding/,
      /Clara Caliper \(csLead\) .*decision → approval/,
      /\(management\) .*approval → offered/,
      /\(customerContact\) .*offered → settlement/,
      /Henrik Hopper \(departmentResponder\) .*stays settlement/,
      /Clara Caliper \(csLead\) .*settlement → closing/,
      /Ainur Anvil \(csEngineer\) .*closing → closed/,
      /Elena Etch \(analyst\) .*required → rootCause/,
    ]
    const places = steps.map((step) => timeline.search(step))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(said).toMatch(/Answer the customer +due \d{4}-\d\d-\d\d \d\d:\d\d +stopped/)
  },
  90_000,
)

const trialTitle = 'takes a trial batch from a claim through one repetition to regular supply, over HTTP'
it.skipIf(!present)(
  present ? trialTitle : `${trialTitle} (skipped: ../shared/data/certificates is not here)`,
  async () => {
    const { code, said } = await run('example-trial.ts', ['v0.5.0-1.json'])
    expect(said).toMatch(
      /^ok +B-\d{4}-\d{6} +adopted, iteration 2, 6\/6 groups, yield 93\.0 %, 1\.0753 t per good tonne$/m,
    )
    expect(code).toBe(0)
    const steps = [
      /Ainur Anvil \(csEngineer\) .* → requested/,
      /Elena Etch \(analyst\) .*feasibility → approval/,
      /Indira Ingot \(management\) .*approval → scheduled/,
      /Jonas Jigsaw \(departmentHead\) .*scheduled → production/,
      /Gulnar Gauge \(departmentHead\) .*production → inspection/,
      /Henrik Hopper \(departmentResponder\) .*inspection → shipment/,
      /Ainur Anvil \(csEngineer\) .*processing → evaluation/,
      /Clara Caliper \(csLead\) .*evaluation → requirements/,
      /Clara Caliper \(csLead\) .*evaluation → adopted/,
    ]
    const places = steps.map((step) => said.search(step))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(said).toContain('recommended: Yield 93 %; Rival section: 95.5 % → ≥ 95.5 %')
  },
  90_000,
)

function play(...files: string[]): Promise<{ code: number | null; said: string }> {
  return run('example.ts', files)
}

async function run(program: string, files: readonly string[]): Promise<{ code: number | null; said: string }> {
  const paths = files.map((file) => join(samples, file))
  const child = spawn(process.execPath, [join(ROOT, 'server/tools', program), ...paths], {
    env: { ...process.env, CSG_URL: url },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.on('data', (part: Buffer) => {
    said += part.toString()
  })
  const [code] = await once(child, 'close')
  return { code, said }
}
