// A card of figures: its finding, its measure, what it shows, and the same as CSV.
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { saveCsv } from './csv.ts'

interface CardProps {
  title: string
  measure: string
  /** What is shown, a row each, the heads first. */
  rows: readonly (readonly (string | number | null)[])[]
  tools?: ReactNode
  children: ReactNode
  wide?: boolean
}

export function Card({ title, measure, rows, tools, children, wide = false }: CardProps) {
  const { t } = useTranslation()
  return (
    <section className={wide ? 'card wide-card' : 'card'} aria-label={title}>
      <div className="card-head">
        <h2>{title}</h2>
        <span className="space" />
        {tools}
        {rows.length > 1 && (
          <button type="button" className="l s" aria-label={`CSV: ${title}`} onClick={() => saveCsv(title, rows)}>
            CSV
          </button>
        )}
      </div>
      <p className="s q">{measure}</p>
      {rows.length > 1 ? children : <p className="m none">{t('management.noData')}</p>}
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
