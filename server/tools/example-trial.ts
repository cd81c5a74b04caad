// Plays a trial batch from a claim to regular supply, repeated once, as a client of the public API: npm run example:trial -- certificate.json
import { readFile } from 'node:fs/promises'
import * as intake from './example/intake.ts'
import { findServer } from './example/server-process.ts'
import { signInAll } from './example/sign-in-all.ts'
import { printTimeline } from './example/timeline.ts'
import * as trial from './example/trial.ts'

const print = (line: string) => process.stdout.write(`${line}\n`)

process.exitCode = await main(process.argv[2])

async function main(path: string | undefined): Promise<number> {
  if (!path) {
    print('Usage: npm run example:trial -- certificate.json')
    return 1
  }
  const server = await findServer(process.env.CSG_URL || 'http://127.0.0.1:3000', print)
  try {
    const adopted = await play(server.address, await readFile(path))
    print(`\nok  ${adopted}`)
    return 0
  } catch (error) {
    print(`FAILED  ${error instanceof Error ? error.message : String(error)}`)
    return 1
  } finally {
    await server.leave()
  }
}

async function play(address: string, file: Uint8Array): Promise<string> {
  const sessions = await signInAll(address)
  const { frontOffice, analyst, lead, headOfQuality } = sessions
  const customer = await intake.chooseCustomer(frontOffice)
  const { certificate } = await intake.importCertificate(frontOffice, customer.id, file)
  const claimId = await intake.register(frontOffice, customer)
  const { id } = await trial.request(frontOffice, customer, claimId)
  await trial.step(frontOffice, id, 'agreeRequirements', 'agreeTrialRequirements')
  await trial.submit(sessions, id, certificate)
  const cost = { cost: '12000.00', currency: 'USD' }
  await trial.step(analyst, id, 'confirmFeasible', 'confirmTrialFeasible', cost)
  await trial.step(headOfQuality, id, 'approve', 'approveTrialCost')
  await trial.make(sessions, id, certificate)
  await trial.process(frontOffice, id, '18.200')
  await trial.step(lead, id, 'repeat', 'repeatTrial', { reason: 'The yield is to reach 93 %' })
  await trial.submit(sessions, id, certificate)
  const less = { cost: '6000.00', currency: 'USD' }
  await trial.step(analyst, id, 'confirmFeasible', 'confirmTrialFeasible', less)
  await trial.make(sessions, id, certificate)
  await trial.process(frontOffice, id, '18.600')
  const verdict = {
    verdict: 'Approve',
    signatory: customer.contacts[0]?.name,
    signedOn: new Date().toISOString().slice(0, 10),
  }
  const end = await trial.step(lead, id, 'approveForSupply', 'adoptTrial', verdict)
  await printTimeline(lead, id, print, 'trialBatch')
  for (const { problem, target } of end.recommendations) print(`  recommended: ${problem} → ${target}`)
  const conforming = end.groups.filter(({ verdict }) => verdict === 'conforming').length
  const result = `yield ${end.result?.yield} %, ${end.result?.consumption} t per good tonne`
  return `${end.number}  ${end.state}, iteration ${end.iteration}, ${conforming}/6 groups, ${result}`
}
