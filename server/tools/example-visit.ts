// Plays a visit that the customer asks for, from his request by link to the survey, as a client of the public API: npm run example:visit
import * as intake from './example/intake.ts'
import { findServer } from './example/server-process.ts'
import { signInAll } from './example/sign-in-all.ts'
import { printTimeline } from './example/timeline.ts'
import * as visit from './example/visit.ts'

const print = (line: string) => process.stdout.write(`${line}\n`)

process.exitCode = await main()

async function main(): Promise<number> {
  const server = await findServer(process.env.CSG_URL || 'http://127.0.0.1:3000', print)
  try {
    print(`\nok  ${await play(server.address)}`)
    return 0
  } catch (error) {
    print(`FAILED  ${error instanceof Error ? error.message : String(error)}`)
    return 1
  } finally {
    await server.leave()
  }
}

async function play(address: string): Promise<string> {
  const sessions = await signInAll(address)
  const { frontOffice } = sessions
  const customer = await intake.chooseCustomer(frontOffice)
  const claimId = await intake.register(frontOffice, customer)
  const customerSession = await visit.linked(sessions, address, claimId, customer)
  const id = await visit.request(customerSession, frontOffice, customer)
  await visit.hold(sessions, address, id, customer)
  const reported = await visit.report(frontOffice, id)
  const end = await visit.followUp(frontOffice, reported)
  await printTimeline(frontOffice, id, print, 'visit')
  for (const { text, outcomes } of end.findings)
    for (const { kindLabel, task } of outcomes) print(`  found: ${text} → ${kindLabel} ${task?.number ?? ''}`.trimEnd())
  return `${end.number}  ${end.state}, report ${end.completeness} % complete, ${end.findings.length} findings confirmed`
}
