// What the choice fields of a visit's steps offer, beside what those of any case do.
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { VisitView } from '../case/case-view.ts'
import type { Options } from '../case/step-options.ts'
import { useOptions } from '../case/use-options.ts'

export function useVisitOptions(visit: VisitView): Options {
  const { t } = useTranslation()
  const common = useOptions(visit)
  return useMemo(() => {
    const people = common.personId
    return {
      ...common,
      engineerId: people,
      hostId: people,
      teamIds: people,
      findingId: (visit.findings ?? [])
        .filter(({ closedAt }) => !closedAt)
        .map(({ id, number, text }) => ({ id, label: t('visit.findingNumber', { number, text }) })),
    }
  }, [common, visit, t])
}
