// Ours beside the competitor's and the target, indicator by indicator: as a picture or a table, to be taken along as CSV, SVG and PNG.
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ComparisonFacts } from '../generated/trial.ts'
import { saveCsv } from '../management/csv.ts'
import { isNarrow } from '../parts/narrow.ts'
import { PictureLinks } from '../parts/PictureLinks.tsx'
import { ComparisonTable } from './ComparisonTable.tsx'
import { type ComparedLine, comparisonPicture } from './comparison-picture.tsx'
import { limits } from './limits.ts'

interface ComparisonSectionProps {
  comparisons: readonly ComparisonFacts[] | null
  /** What the customer asks of an indicator. */
  asked?: readonly { indicator: string; min: string | null; max: string | null }[]
}

export function ComparisonSection({ comparisons, asked = [] }: ComparisonSectionProps) {
  const { t } = useTranslation()
  const [asTable, setAsTable] = useState(isNarrow)
  const frame = useRef<SVGSVGElement>(null)
  if (!comparisons || comparisons.length === 0) return null
  const lines = comparisons.map((one) => lineOf(one))
  const picture = comparisonPicture(lines, { target: t('trials.asked'), ours: t('trials.ours') })
  const title = t('trials.comparison')
  return (
    <section>
      <div className="section-head">
        <h2>{title}</h2>
        <span className="space" />
        <span className="row-flex picture-tools">
          <button type="button" className="l s" onClick={() => setAsTable(!asTable)}>
            {t(asTable ? 'common.asPicture' : 'common.asTable')}
          </button>
          {!asTable && <PictureLinks title={title} frame={frame} />}
          <button type="button" className="l s" aria-label={`CSV: ${title}`} onClick={() => saveCsv(title, csv(lines))}>
            CSV
          </button>
        </span>
      </div>
      <p className="s m">{summary(lines)}</p>
      {asTable ? (
        <ComparisonTable lines={lines} />
      ) : (
        // biome-ignore lint/a11y: a picture that scrolls sideways must be reached by keys
        <div className="comparison-picture" role="group" aria-label={title} tabIndex={0} dir="ltr">
          <svg
            ref={frame}
            role="img"
            aria-label={`${title}. ${lines.map(told).join('; ')}`}
            viewBox={`0 0 ${picture.width} ${picture.height}`}
          >
            {picture.drawing}
          </svg>
        </div>
      )}
    </section>
  )

  function lineOf(one: ComparisonFacts): ComparedLine {
    const { indicator, unit, direction, product, iteration, ours, theirs, difference, strength } = one
    const target = asked.find((requirement) => requirement.indicator === indicator)
    return {
      key: `${iteration} ${indicator} ${product?.id}`,
      ...{ indicator, unit, ours, theirs, difference, iteration },
      direction: t(`label.indicatorDirection.${direction}`),
      competitor: product ? `${product.competitor}: ${product.name}` : t('trials.theirs'),
      target: target ? (target.max ?? target.min) : null,
      asked: target ? limits(target.min, target.max) : null,
      standing:
        strength === null ? null : { word: t(strength ? 'trials.strength' : 'trials.weakness'), ours: strength },
    }
  }

  /** Where ours is better and where it falls behind, in one sentence each. */
  function summary(all: readonly ComparedLine[]): string {
    const named = (ours: boolean) => {
      const found = all.filter(({ standing }) => standing?.ours === ours)
      return found.map(({ indicator, unit, difference }) => `${indicator} (${difference} ${unit})`).join(', ')
    }
    const [ahead, behind] = [named(true), named(false)]
    return [
      ahead && t('trials.ahead', { indicators: ahead }),
      behind && t('trials.behind', { indicators: behind }),
      !ahead && !behind && t('trials.even'),
    ]
      .filter(Boolean)
      .join(' ')
  }

  function told({
    indicator,
    unit,
    direction,
    ours,
    theirs,
    competitor,
    standing,
    asked: target,
  }: ComparedLine): string {
    const parts = [`${indicator} ${unit} (${direction})`, target && `${t('trials.asked')} ${target}`]
    return [...parts, `${t('trials.ours')} ${ours ?? '–'}`, `${competitor} ${theirs}`, standing?.word]
      .filter(Boolean)
      .join(', ')
  }

  function csv(all: readonly ComparedLine[]) {
    const names = ['indicator', 'unit', 'direction', 'asked', 'ours', 'theirs', 'competitor', 'difference', 'better']
    const rows = all.map((line) => [
      ...[line.indicator, line.unit, line.direction, line.asked, line.ours, line.theirs, line.competitor],
      ...[line.difference, line.standing?.word ?? null],
    ])
    return [names.map((name) => t(`trials.${name}`)), ...rows]
  }
}
