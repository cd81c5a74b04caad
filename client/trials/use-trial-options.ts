// What the choice fields of a trial's steps offer, beside what those of any case do.
import { useMemo } from 'react'
import { useQuery } from 'urql'
import type { TrialView } from '../case/case-view.ts'
import type { Options } from '../case/step-options.ts'
import { useOptions } from '../case/use-options.ts'
import { TrialChoicesDocument } from '../generated/trial.ts'

export function useTrialOptions(trial: TrialView): Options {
  const common = useOptions(trial)
  const [{ data }] = useQuery({ query: TrialChoicesDocument, requestPolicy: 'cache-first' })
  return useMemo(() => {
    const heats = (trial.heats ?? []).flatMap(({ heat }) => heat ?? [])
    const certificates = new Map(heats.flatMap((heat) => heat.certificates.map(({ id, number }) => [id, number])))
    return {
      ...common,
      heatId: heats.map(({ id, number }) => ({ id, label: number })),
      pieceId: trial.coils?.map(({ id, number }) => ({ id, label: number })),
      certificateId: [...certificates].map(([id, label]) => ({ id, label })),
      requirementId: currentRequirements(trial).map(({ id, indicator, unit }) => ({
        id,
        label: `${indicator}, ${unit}`,
      })),
      productId: data?.competitorProducts?.nodes
        .filter(({ active }) => active)
        .map(({ id, name, competitor }) => ({ id, label: `${competitor}: ${name}` })),
    }
  }, [common, data, trial])
}

/** A repeated trial keeps the requirements of each time; the last ones count. */
export function currentRequirements({ requirements, iteration }: TrialView) {
  return (requirements ?? []).filter((one) => one.iteration === iteration)
}
