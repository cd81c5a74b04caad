// Plays a claim from the first call to closing on real certificates, as a client of the public API: npm run example -- file …
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import * as intake from './example/intake.ts'
import * as investigation from './example/investigation.ts'
import { findServer } from './example/server-process.ts'
import * as settlement from './example/settlement.ts'
import { signInAll } from './example/sign-in-all.ts'
import { printTimeline } from './example/timeline.ts'

const print = (line: string) => process.stdout.write(`${line}\n`)

interface Played {
  file: string
  fault: string | null
  summary: string
}

process.exitCode = await main(process.argv.slice(2))

async function main(paths: readonly string[]): Promise<number> {
  const files = (await Promise.all(paths.map(certificatesIn))).flat()
  if (files.length === 0) {
    print('Usage: npm run example -- certificate.json … | folder')
    return 1
  }
  const server = await findServer(process.env.CSG_URL || 'http://127.0.0.1:3000', print)
  try {
    const played = await playAll(server.address, files)
    print('')
    for (const { file, fault, summary } of played)
      print(`${fault ? 'FAILED' : 'ok    '}  ${file.padEnd(18)}  ${summary}`)
    return played.some(({ fault }) => fault !== null) ? 1 : 0
  } finally {
    await server.leave()
  }
}

async function certificatesIn(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path]
  const names = await readdir(path)
  return names.filter((name) => name.endsWith('.json')).map((name) => join(path, name))
}

async function playAll(address: string, files: readonly string[]): Promise<Played[]> {
  const sessions = await signInAll(address)
  const customer = await intake.chooseCustomer(sessions.frontOffice)
  const played: Played[] = []
  for (const [index, path] of files.entries()) {
    const file = basename(path)
    try {
      const summary = await play(address, sessions, customer, await readFile(path), index)
      played.push({ file, fault: null, summary })
    } catch (error) {
      const fault = error instanceof Error ? error.message : String(error)
      played.push({ file, fault, summary: fault })
    }
  }
  return played
}

/** One claim; each file claims another piece where the certificate has several. Returns one line about it. */
async function play(
  address: string,
  sessions: intake.Sessions,
  customer: intake.Customer,
  file: Uint8Array,
  turn: number,
): Promise<string> {
  const { frontOffice, lead, analyst } = sessions
  const { certificate, known, piecesMade } = await intake.importCertificate(frontOffice, customer.id, file)
  const pieces = certificate.pieces.nodes
  const piece = pieces[turn % Math.max(pieces.length, 1)]
  const claimId = await intake.register(frontOffice, customer)
  await intake.amend(frontOffice, claimId, certificate, piece)
  await intake.acknowledge(frontOffice, claimId)
  await intake.screen(lead, claimId, analyst)
  await investigation.contain(analyst, claimId, certificate, piece)
  await investigation.askDepartments(sessions, claimId)
  await investigation.verifyAnswers(analyst, claimId)
  await investigation.conclude(analyst, claimId)
  await settlement.propose(lead, claimId)
  const { proposal, by } = await settlement.approve(sessions, claimId)
  await settlement.accept(sessions, address, claimId, customer)
  await settlement.settle(sessions, claimId)
  const closed = await settlement.close(frontOffice, claimId)
  if (closed.state !== 'closed' || closed.improvementState !== 'required') {
    throw new Error(
      `The claim should be closed with its 8D required, and is ${closed.state}, ${closed.improvementState}`,
    )
  }
  const end = await settlement.startImprovement(analyst, claimId)
  await printTimeline(lead, claimId, print)
  const route = proposal.route.map(({ needed, labels }) => `${needed} of ${labels.join('/')}`).join(', then ')
  print(`  approved ${proposal.totalUsd} USD within 90 days: ${route}; by ${by.join(', ')}`)
  const material = `${known ? 'known' : 'new'} certificate ${certificate.number}, ${piecesMade} pieces made, ${piece?.number ?? 'no piece'}`
  return `${end.number}  ${end.state}, 8D ${end.improvementState}, revision ${end.revision}  (${material})`
}
