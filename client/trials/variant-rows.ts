// Variants of a trial side by side: what was measured of each heat, and how it was processed.
import type { TrialView } from '../case/case-view.ts'
import type { ProcessingFacts, TrialRequirementFacts } from '../generated/trial.ts'

export interface Variant {
  key: string
  heat: string
  variant: string | null
  iteration: number
  processing: ProcessingFacts | null
}

export interface VariantValue {
  text: string
  conforms: boolean
}

export interface VariantRow {
  requirement: TrialRequirementFacts
  /** One for each variant; null where nothing was measured of it. */
  values: (VariantValue | null)[]
}

/** Heats of all iterations, in the order in which they were made; a row for each indicator that was measured. */
export function variantsOf(trial: TrialView): { variants: Variant[]; rows: VariantRow[] } {
  const variants = (trial.heats ?? []).map(({ heat, variant, iteration }) => ({
    key: `${iteration} ${heat?.id}`,
    heat: heat?.number ?? '–',
    heatId: heat?.id ?? null,
    ...{ variant, iteration },
    processing:
      (trial.processing ?? []).find((line) => line.heat?.id === heat?.id && line.iteration === iteration) ?? null,
  }))
  const requirements = trial.requirements ?? []
  const heatOfCoil = new Map((trial.coils ?? []).map(({ id, heat }) => [id, heat.id]))
  const same = (one: TrialRequirementFacts) => `${one.group} ${one.indicator}`
  const newest = new Map(requirements.map((one) => [same(one), one]))
  const rows = [...newest.values()].map((requirement) => ({
    requirement,
    values: variants.map(({ heatId, iteration }) => {
      const own = requirements.find((one) => one.iteration === iteration && same(one) === same(requirement))
      return own && heatId ? measuredOf(own, heatId, heatOfCoil) : null
    }),
  }))
  return { variants, rows: rows.filter(({ values }) => values.some((value) => value !== null)) }
}

/** Of the last inspection; what names neither heat nor coil was measured of all. */
function measuredOf(
  { measurements }: TrialRequirementFacts,
  heatId: string,
  heatOfCoil: ReadonlyMap<string, string>,
): VariantValue | null {
  const last = Math.max(0, ...measurements.map(({ inspection }) => inspection))
  const counted = measurements.filter(({ inspection, heat, piece }) => {
    const of = heat?.id ?? (piece ? heatOfCoil.get(piece.id) : null) ?? null
    return inspection === last && (of === null || of === heatId)
  })
  if (counted.length === 0) return null
  return {
    text: counted.map(({ value }) => value).join(' · '),
    conforms: counted.every(({ conforms }) => conforms),
  }
}
