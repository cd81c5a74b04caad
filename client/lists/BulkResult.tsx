// What came of each row of a bulk action, refusals first.
import { useTranslation } from 'react-i18next'
import type { BulkClaim } from '../generated/bulk.ts'
import { Icon } from '../shell/Icon.tsx'
import { type BulkOutcome, reasonOf } from './send-bulk.ts'

interface BulkResultProps {
  rows: readonly BulkClaim[]
  outcomes: readonly BulkOutcome[]
  undone: boolean
}

export function BulkResult({ rows, outcomes, undone }: BulkResultProps) {
  const { t } = useTranslation()
  const refused = outcomes.filter(({ done }) => !done)
  const well = outcomes.filter(({ done }) => done)
  const known = new Map(rows.map((row) => [row.id, row]))
  return (
    <>
      <p role="status" className="md">
        {t(undone ? 'bulk.undone' : 'bulk.done', { count: well.length })}{' '}
        {refused.length > 0 && t('bulk.refused', { count: refused.length })}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="bulk-scroll" tabIndex={0} aria-label={t('bulk.results')}>
        <table className="bulk-result">
          <thead>
            <tr>
              <th scope="col">{t('bulk.claim')}</th>
              <th scope="col">{t('bulk.outcome')}</th>
            </tr>
          </thead>
          <tbody>
            {[...refused, ...well].map(({ id, done, refusal }) => (
              <tr key={id}>
                <th scope="row">
                  <span className="nw">{known.get(id)?.number}</span>
                  <br />
                  <bdi className="xs q">{known.get(id)?.title}</bdi>
                </th>
                <td className={done ? undefined : 'danger'}>
                  {done ? (
                    <Icon name="check" title={t('bulk.ok')} />
                  ) : (
                    (refusal && reasonOf(refusal)) || t('common.lost')
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}
