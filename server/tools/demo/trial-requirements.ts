// What is asked of the trial batches of the demo world, and what is measured of them.
import { sql } from 'kysely'
import type { IndicatorGroup } from '../../../schema/trial-vocabulary.ts'
import type { Work } from '../../core/work.ts'
import type { MeasurementInput } from '../../workflows/trial-payloads.ts'

const byHand: readonly [IndicatorGroup, indicator: string, unit: string, max: string, value: string][] = [
  ['mechanicalProperties', 'Yield strength', 'MPa', '280', '241'],
  ['surface', 'Surface rejects', '%', '2', '1.2'],
  ['geometry', 'Width', 'mm', '1250', '1249'],
  ['tolerances', 'Thickness', 'mm', '2.14', '2.11'],
  ['flatness', 'Flatness', 'mm', '8', '6'],
]
export const requirements = [
  { group: 'chemicalComposition' as const, indicator: 'C', unit: '%', max: '0.12', property: 'C' },
  ...byHand.map(([group, indicator, unit, max]) => ({ group, indicator, unit, max })),
]

/** What the second variant shows otherwise. */
const second: Record<string, string> = { 'Yield strength': '246', 'Surface rejects': '1.5', Flatness: '8' }

/** Measured by hand of each heat; chemistry is the certificate's. */
export async function measurementsOf(
  { trx }: Work,
  caseId: string,
  { flatness, heatIds }: { flatness: string; heatIds: readonly string[] },
): Promise<MeasurementInput[]> {
  const { rows } = await sql<{ id: string; indicator: string; unit: string }>`
    select id, indicator, unit from trial_requirement where case_id = ${caseId} and property is null order by position`.execute(
    trx,
  )
  return heatIds.flatMap((heatId, index) =>
    rows.map(({ id, indicator, unit }) => {
      const usual = byHand.find(([, name]) => name === indicator)?.[4] ?? '0'
      const first = indicator === 'Flatness' ? flatness : usual
      return { requirementId: id, heatId, value: index === 0 ? first : (second[indicator] ?? usual), unit }
    }),
  )
}
