// A card of figures: its finding, its measure, what it shows, and the same as CSV.
import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type Picture, PictureLinks } from '../parts/PictureLinks.tsx'
import { saveCsv } from './csv.ts'

interface CardProps {
  title: string
  measure: string
  /** What is shown, a row each, the heads first. */
  rows: readonly (readonly (string | number | null)[])[]
  tools?: ReactNode
  children: ReactNode
  wide?: boolean
  /** Shows what it has though there are no rows. */
  always?: boolean
  /** The same drawn for taking along, where what is shown is no drawing that can be saved. */
  picture?: Picture | undefined
}

export function Card({ title, measure, rows, tools, children, wide = false, always = false, picture }: CardProps) {
  const { t } = useTranslation()
  const frame = useRef<SVGSVGElement>(null)
  return (
    <section className={wide ? 'card wide-card' : 'card'} aria-label={title}>
      <div className="card-head">
        <h2>{title}</h2>
        <span className="space" />
        {tools}
        {picture && rows.length > 1 && <PictureLinks title={title} frame={frame} />}
        {rows.length > 1 && (
          <button type="button" className="l s" aria-label={`CSV: ${title}`} onClick={() => saveCsv(title, rows)}>
            CSV
          </button>
        )}
      </div>
      <p className="s q">{measure}</p>
      {rows.length > 1 || always ? children : <p className="m none">{t('management.noData')}</p>}
      {picture && (
        <svg ref={frame} className="to-save" viewBox={`0 0 ${picture.width} ${picture.height}`} aria-hidden="true">
          {picture.drawing}
        </svg>
      )}
    </section>
  )
}

/** Below so many, a figure says little. */
export const smallSample = 5

export function Count({ n }: { n: number }) {
  const { t } = useTranslation()
  return n < smallSample ? (
    <span className="q nw" title={t('management.small')}>
      △ n {n}
    </span>
  ) : (
    <span className="q nw">n {n}</span>
  )
}
