// Every event of the claim in the variants that its guards tell apart, complete for a given context.
import { claimClocks, claimEvents } from '../../schema/claim-vocabulary.ts'
import { words } from '../../schema/vocabulary.ts'
import type { ChartEvent } from '../../server/workflows/chart.ts'
import type { ClaimContext } from '../../server/workflows/claim-context.ts'
import { type Change, eventOf, facts } from './claim-world.ts'

export interface Variant {
  label: string
  event: ChartEvent
}

const twoSteps = [
  { needed: 2, of: ['finance' as const, 'headOfQuality' as const] },
  { needed: 1, of: ['management' as const] },
]

/** All variants, also of events that the state does not take. */
export function variantsFor(context: ClaimContext, at?: string): Variant[] {
  return words(claimEvents).flatMap((type) =>
    changesOf(type, context).map(([label, change]) => ({
      label: label ? `${type} ${label}` : type,
      event: eventOf(type, at === undefined ? change : { at, ...change }, context),
    })),
  )
}

function changesOf(type: keyof typeof claimEvents, context: ClaimContext): [string, Change][] {
  const number = (context.proposal?.number ?? context.approved ?? 0) + 1
  const proposal = { number, hash: `hash-${number}`, possibleApprovers: [['f', 'q'], ['m']] }
  const line = facts.linesToExecute.slice(0, 1)
  const more = [...line, { id: 'line-2', position: 2, kind: 'replacement' as const, departmentId: null }]
  switch (type) {
    case 'propose':
    case 'declineFormally':
      return [
        ['alone', { facts: { proposal: { ...proposal, route: [] } } }],
        ['by route', { facts: { proposal: { ...proposal, route: twoSteps } } }],
      ]
    case 'approve': {
      const pending = context.proposal
      const by = `approver-${pending?.step ?? 0}-${pending?.approvals.length ?? 0}`
      return [['', { by, payload: { number: pending?.number ?? 1, hash: pending?.hash ?? '' } }]]
    }
    case 'withdrawProposal':
      return [['', { by: context.proposal?.proposedBy ?? 'nobody' }]]
    case 'changeSeverity':
      return [
        ['down', { payload: { severity: context.severity === 'minor' ? 'irritation' : 'minor' } }],
        ['up', { payload: { severity: context.severity === 'major' ? 'critical' : 'major' } }],
      ]
    case 'acceptForInvestigation':
      return [
        ['', {}],
        ['repeat', { facts: { repeat: true } }],
      ]
    case 'customerAccepts':
      return [
        ['with lines', { facts: { linesToExecute: more } }],
        ['without lines', { facts: { linesToExecute: [] } }],
      ]
    case 'executeLine':
      return [
        ['one of two', { facts: { linesToExecute: more } }],
        ['the last', { facts: { linesToExecute: line } }],
      ]
    case 'close':
      return [['', { facts: { linesToExecute: [] } }]]
    case 'deadlinePassed':
      return words(claimClocks).flatMap((clock): [string, Change][] => {
        if (clock !== 'offerAnswer') return [[clock, { payload: { clock } }]]
        const silent = { silenceAccepts: true }
        return [
          ['offerAnswer', { payload: { clock } }],
          ['offerAnswer accepting', { payload: { clock }, facts: { ...silent, linesToExecute: more } }],
          ['offerAnswer accepting nothing', { payload: { clock }, facts: { ...silent, linesToExecute: [] } }],
        ]
      })
    default:
      return [['', {}]]
  }
}
