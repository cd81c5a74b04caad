// Prints what the answers of a wave say: response, level by indicator, readiness to recommend, findings.
import type { Session } from './session.ts'

interface Read {
  node: { responses: number; responseRate: number | null; invitationCounts: { stateLabel: string; count: number }[] }
  satisfaction: {
    figures: { name: string | null; item: string | null; n: number; mean: number | null; hidden: boolean }[]
    promoters: { n: number; score: number | null; promoters: number | null; detractors: number | null }[]
    findings: { kind: string; items: string[]; value: number | null; n: number }[]
  }
}

export async function printSatisfaction(lead: Session, waveId: string, print: (line: string) => void): Promise<void> {
  const { node, satisfaction } = await lead.ask<Read>(
    `query($id: ID!) {
      node(id: $id) { ... on SurveyWave { responses responseRate invitationCounts { stateLabel count } } }
      satisfaction(filter: { waveIds: [$id] }) {
        figures { name item n mean hidden }
        promoters { n score promoters detractors }
        findings { kind items value n } } }`,
    { id: waveId },
  )
  const states = node.invitationCounts.map(({ stateLabel, count }) => `${stateLabel} ${count}`).join(', ')
  print(`\n${node.responses} answers, rate ${Math.round(100 * (node.responseRate ?? 0))} % (${states})`)
  for (const { name, item, n, mean, hidden } of satisfaction.figures) {
    const value = hidden ? 'hidden, too few' : (mean?.toFixed(2) ?? 'no data')
    print(`  ${(name ?? item ?? '').padEnd(44)} ${value.padStart(8)}   n = ${n}`)
  }
  for (const { n, score, promoters, detractors } of satisfaction.promoters) {
    print(
      `  Net promoter score ${score?.toFixed(0) ?? 'hidden'}: ${promoters} promoters, ${detractors} detractors, n = ${n}`,
    )
  }
  print('Findings')
  for (const { kind, items, value, n } of satisfaction.findings) {
    print(
      `  ${kind}${value === null ? '' : ` ${value.toFixed(2)}`}, n = ${n}${items.length > 0 ? `: ${items.join(', ')}` : ''}`,
    )
  }
}
