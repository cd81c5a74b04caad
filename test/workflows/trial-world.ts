// A plainly fictional trial batch for the chart's tests: complete payloads and facts for every event.
import type { JsonObject } from '../../schema/json.ts'
import { type IndicatorGroup, indicatorGroups, type TrialEvent } from '../../schema/trial-vocabulary.ts'
import { type Actor, words } from '../../schema/vocabulary.ts'
import type { ChartEvent } from '../../server/workflows/chart.ts'
import { charts } from '../../server/workflows/charts.ts'
import type { TrialContext } from '../../server/workflows/trial-context.ts'
import type { RequirementFact, TrialFacts } from '../../server/workflows/trial-facts.ts'
import type { TrialPayloads } from '../../server/workflows/trial-payloads.ts'
import { daysLater, monday } from './claim-world.ts'

const requirement = (group: IndicatorGroup, indicator: string, unit: string, max: string) => ({
  id: group,
  group,
  indicator,
  unit,
  min: null,
  max,
})

/** One requirement in each of the six groups. */
export const requirements: RequirementFact[] = [
  requirement('chemicalComposition', 'C', '%', '0.12'),
  requirement('mechanicalProperties', 'Re', 'MPa', '280'),
  requirement('surface', 'Rejects', '%', '2'),
  requirement('geometry', 'Width', 'mm', '1250'),
  { ...requirement('tolerances', 'Thickness', 'mm', '2.14'), min: '1.86' },
  requirement('flatness', 'Flatness', 'mm', '8'),
]

const sound: Record<IndicatorGroup, string> = {
  chemicalComposition: '0.10',
  mechanicalProperties: '240',
  surface: '1.2',
  geometry: '1249',
  tolerances: '2.11',
  flatness: '7',
}

/** One value per group, with what the test changes. */
export function measured(changed: Partial<Record<IndicatorGroup, string>> = {}) {
  const values = { ...sound, ...changed }
  return requirements.map(({ id, group, unit }) => ({ requirementId: id, value: values[group], unit }))
}

export const payloads: TrialPayloads = {
  request: {
    accountId: 'account-1',
    productId: 'product-1',
    aim: 'Flatter coils',
    reason: 'idea',
    reasonText: 'Skin pass',
  },
  agreeRequirements: {},
  submit: { requirements: requirements.map(({ id: _, ...given }) => given), tasks: [] },
  confirmFeasible: { cost: '8000.00', currency: 'USD' },
  returnRequirements: { reason: 'Flatness of 3 mm cannot be met' },
  approve: {},
  sendBack: { reason: 'Too dear' },
  decline: { reason: 'No capacity', letter: 'We regret' },
  reschedule: { slotAt: daysLater(30), tonnage: '20.000', plannedHeats: 1 },
  start: {},
  produced: { heats: [{ heatId: 'heat-1' }], pieceIds: ['coil-1'], cardChanges: [] },
  stop: { reason: 'The mill stands' },
  pass: { measurements: measured(), certificateId: 'certificate-1' },
  fail: { measurements: measured({ flatness: '11' }) },
  rework: { instruction: 'Level again' },
  reworked: {},
  grantConcession: { groups: ['flatness'], signedBy: 'Mx Sample', signedOn: '2026-03-01', document: 'L-7' },
  received: { receivedAt: monday, stages: [{ stage: 'rail', at: monday }] },
  recordLoss: { reason: 'The wagon burnt' },
  startProcessing: { startedAt: monday, place: 'Line 2', attended: true },
  recordProcessing: {
    attended: true,
    lines: [{ inputMass: '20.000', goodMass: '18.600', stops: 2, pieces: 5, rating: 3 }],
  },
  recordNotProcessed: { reason: 'The customer used other material' },
  approveForSupply: { verdict: 'Suits', signatory: 'Mx Sample', signedOn: '2026-03-01' },
  reject: { verdict: 'Does not suit', signatory: 'Mx Sample', signedOn: '2026-03-01' },
  repeat: { reason: 'Flatter still' },
  cancel: { reason: 'No longer wanted', material: 'Stays with the customer' },
  hold: { reason: 'Repair of the mill', until: daysLater(9) },
  resume: {},
  reassign: { personId: 'engineer-2' },
  deadlinePassed: { clock: 'trialRequest' },
}

/** Facts under which nothing is missing and nobody has to approve; tests override what they are about. */
export const facts: TrialFacts = {
  reasonClaim: { number: 'C-2026-000001', sameAccount: true },
  askedOffices: ['orderManagement', 'production', 'laboratory'],
  openFeasibilityTasks: [],
  cost: { usd: '8000.00', limitUsd: '10000.00', within: true },
  slotReadyBy: daysLater(16),
  givenMaterial: { heats: [true], pieces: [{ name: 'coil-1', known: true, ofHeats: true }] },
  requirements,
  certificateValues: [],
  certificate: { number: 'Z-1', ofTrial: true },
}

const senders: Partial<Record<TrialEvent, Actor>> = {
  request: 'csEngineer',
  confirmFeasible: 'analyst',
  approve: 'management',
  produced: 'departmentResponder',
  pass: 'departmentResponder',
}

export const trial = charts.trialBatch

export interface Change<E extends TrialEvent = TrialEvent> {
  payload?: Partial<TrialPayloads[E]>
  facts?: Partial<TrialFacts>
  as?: Actor
  at?: string
}

/** A complete event of this type for a trial with this context, with what the test changes. */
export function trialEvent<E extends TrialEvent>(
  type: E,
  change: Change<E> = {},
  context: Partial<TrialContext> = {},
): ChartEvent {
  const as = change.as ?? trial.narrowedTo(type, context as JsonObject)?.[0] ?? senders[type] ?? 'csLead'
  const all: Partial<TrialFacts> = { ...facts, ...change.facts }
  const named = Object.entries(all).filter(([name]) => trial.factsOf(type).includes(name))
  const groups = type === 'grantConcession' ? { groups: context.failedGroups ?? words(indicatorGroups) } : {}
  return {
    type,
    at: change.at ?? monday,
    by: as === 'system' ? 'system' : `${as}-1`,
    as,
    payload: { ...payloads[type], ...groups, ...change.payload } as JsonObject,
    facts: Object.fromEntries(named) as JsonObject,
  }
}
