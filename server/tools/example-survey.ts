// Plays a survey: planned, eight invited, answered on the public page in four languages and by telephone, and read: npm run example:survey
import { answerAll } from './example/answer-pages.ts'
import { collectLinks } from './example/collect-links.ts'
import { printFollowUps } from './example/follow-up-list.ts'
import { password, people } from './example/people.ts'
import { printSatisfaction } from './example/satisfaction-figures.ts'
import { startServer } from './example/server-process.ts'
import { signIn } from './example/session.ts'
import { enterByTelephone, inviteEight } from './example/survey-wave.ts'

const print = (line: string) => process.stdout.write(`${line}\n`)

await main()

async function main(): Promise<void> {
  print('Starting a server with the demo world on a temporary folder …')
  const server = await startServer()
  try {
    const lead = await signIn(server.address, people.lead, password)
    const front = await signIn(server.address, people.frontOffice, password)
    const wave = await inviteEight(lead, print)
    const links = await collectLinks(server.folder, wave.written)
    const languages = [...new Set(links.map(({ language }) => language))].sort()
    print(`${links.length} invitations lie in the outbox, written in ${languages.join(', ')}`)
    await answerAll(server.address, links.slice(1), print)
    await enterByTelephone(front, wave.id, print)
    await printSatisfaction(lead, wave.id, print)
    await printFollowUps(lead, wave.id, print)
  } finally {
    await server.leave()
  }
}
