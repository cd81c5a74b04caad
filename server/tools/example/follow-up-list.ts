// Prints who is to be called because of what he answered: whom, why, by whom and until when.
import type { Session } from './session.ts'

interface Read {
  followUps: {
    nodes: {
      reasonLabel: string
      mark: string | null
      dueAt: string
      stateLabel: string
      account: { name: string } | null
      owner: { name: string } | null
    }[]
  } | null
}

export async function printFollowUps(lead: Session, waveId: string, print: (line: string) => void): Promise<void> {
  const { followUps } = await lead.ask<Read>(
    `query($id: ID!) { followUps(first: 20, filter: { waveIds: [$id] }) {
      nodes { reasonLabel mark dueAt stateLabel account { name } owner { name } } } }`,
    { id: waveId },
  )
  const rows = followUps?.nodes ?? []
  print(`Follow-ups opened by these answers: ${rows.length}`)
  for (const { account, reasonLabel, mark, owner, dueAt, stateLabel } of rows) {
    const whose = owner ? `, by ${owner.name}` : ''
    const of = mark === null ? '' : ` ${Number(mark)}`
    print(`  ${account?.name ?? 'a customer'}: ${reasonLabel}${of}${whose}, due ${dueAt.slice(0, 16)} (${stateLabel})`)
  }
}
