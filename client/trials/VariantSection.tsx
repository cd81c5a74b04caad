// The variants of a trial compared side by side, a column for each heat: what is different, what was measured, how it was processed.
import { useTranslation } from 'react-i18next'
import type { TrialView } from '../case/case-view.ts'
import { saveCsv } from '../management/csv.ts'
import { Icon } from '../shell/Icon.tsx'
import { limits } from './limits.ts'
import { type Variant, type VariantValue, variantsOf } from './variant-rows.ts'

const measures = ['yield', 'consumption', 'stops', 'rating'] as const

/** Nothing where there is only one heat: the groups say it already. */
export function VariantSection({ trial }: { trial: TrialView }) {
  const { t } = useTranslation()
  const { variants, rows } = variantsOf(trial)
  if (variants.length < 2) return null
  const title = t('trials.variants')
  const processed = variants.some(({ processing }) => processing !== null)
  const csv = () => [
    [t('trials.indicator'), t('trials.asked'), ...variants.map(({ heat, iteration }) => `${heat} ×${iteration}`)],
    ...rows.map(({ requirement, values }) => [
      `${requirement.indicator}, ${requirement.unit}`,
      limits(requirement.min, requirement.max),
      ...values.map((value) => value?.text ?? null),
    ]),
    ...measures.map((measure) => [t(`trials.${measure}`), null, ...variants.map((one) => figureOf(one, measure))]),
  ]
  return (
    <section>
      <div className="section-head">
        <h2>{title}</h2>
        <span className="space" />
        <button type="button" className="l s" aria-label={`CSV: ${title}`} onClick={() => saveCsv(title, csv())}>
          CSV
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keys */}
      <section className="scroll" tabIndex={0} aria-label={title}>
        <table className="variants">
          <thead>
            <tr>
              <th>{t('trials.indicator')}</th>
              <th className="r">{t('trials.asked')}</th>
              {variants.map(({ key, heat, variant, iteration }) => (
                <th key={key} className="r" scope="col">
                  <span className="md">{t('common.heat', { number: heat })}</span>
                  <br />
                  <bdi className="q s">{variant ?? t('trials.time', { number: iteration })}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ requirement, values }) => (
              <tr key={requirement.id}>
                <th scope="row">
                  <bdi>{requirement.indicator}</bdi> <span className="q s">{requirement.unit}</span>
                </th>
                <td className="r">
                  <bdi dir="ltr">{limits(requirement.min, requirement.max)}</bdi>
                </td>
                {values.map((value, index) => (
                  <Measured key={variants[index]?.key} value={value} />
                ))}
              </tr>
            ))}
            {processed &&
              measures.map((measure) => (
                <tr key={measure}>
                  <th scope="row">{t(`trials.${measure}`)}</th>
                  <td className="r q">–</td>
                  {variants.map((one) => (
                    <td key={one.key} className={isBest(one, variants, measure) ? 'r b' : 'r'}>
                      <bdi dir="ltr">{figureOf(one, measure) ?? '–'}</bdi>
                      {isBest(one, variants, measure) && <span className="tag">{t('trials.best')}</span>}
                    </td>
                  ))}
                </tr>
              ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

function Measured({ value }: { value: VariantValue | null }) {
  const { t } = useTranslation()
  if (!value) return <td className="r q">–</td>
  return (
    <td className="r">
      <span className={`verdict ${value.conforms ? 'conforming' : 'nonConforming'}`}>
        <bdi dir="ltr">{value.text}</bdi>
        <Icon
          name={value.conforms ? 'check' : 'cross'}
          title={t(value.conforms ? 'trials.conforming' : 'trials.nonConforming')}
        />
      </span>
    </td>
  )
}

function figureOf({ processing }: Variant, measure: (typeof measures)[number]): string | null {
  if (!processing) return null
  const value = processing[measure]
  return value === null ? null : `${value}${measure === 'yield' ? ' %' : ''}`
}

/** The one that did best of those that were processed; of equals none. */
function isBest(one: Variant, all: readonly Variant[], measure: (typeof measures)[number]): boolean {
  const numbers = all.flatMap(({ processing }) => (processing?.[measure] == null ? [] : Number(processing[measure])))
  const own = one.processing?.[measure]
  if (own == null || numbers.length < 2) return false
  const lowerIsBetter = measure === 'consumption' || measure === 'stops'
  const best = lowerIsBetter ? Math.min(...numbers) : Math.max(...numbers)
  return Number(own) === best && numbers.filter((number) => number === best).length === 1
}
