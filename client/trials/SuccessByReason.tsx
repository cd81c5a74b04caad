// How many trials with a verdict were adopted, by why they were made; each number leads to its trials.
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { TrialSuccessDocument } from '../generated/trials.ts'
import { saveCsv } from '../management/csv.ts'

/** Below so many, a figure says little. */
const small = 5

export function SuccessByReason() {
  const { t } = useTranslation()
  const [{ data }] = useQuery({ query: TrialSuccessDocument })
  const rows = data?.trialSuccess ?? []
  const all = rows.find(({ reason }) => reason === null)
  if (!all || all.finished === 0) return null
  const nameOf = (reason: string | null) =>
    reason === null ? t('success.allReasons') : t(`label.trialReason.${reason}`)
  const heads = [t('trials.reason'), t('trials.withVerdict'), t('success.adopted'), t('success.rate')]
  const title = t('success.finding', { adopted: all.adopted, finished: all.finished, rate: percent(all.rate) })
  const csv = () => [
    heads,
    ...rows.map(({ reason, finished, adopted, rate }) => [nameOf(reason), finished, adopted, rate]),
  ]
  return (
    <details className="trial-success">
      <summary>
        {title}
        {all.finished < small && (
          <span className="q s nw" title={t('success.small')}>
            {' '}
            △ n {all.finished}
          </span>
        )}
      </summary>
      <p className="q s">
        {t('success.measure')}{' '}
        <button type="button" className="l s" aria-label={`CSV: ${title}`} onClick={() => saveCsv(title, csv())}>
          CSV
        </button>
      </p>
      <table>
        <thead>
          <tr>
            {heads.map((head, index) => (
              <th key={head} scope="col" className={index > 0 ? 'r' : undefined}>
                {head}
              </th>
            ))}
            <th className="wide" />
          </tr>
        </thead>
        <tbody>
          {rows.map(({ reason, finished, adopted, rate }) => (
            <tr key={reason ?? 'all'} className={reason === null ? 'b' : undefined}>
              <th scope="row">{nameOf(reason)}</th>
              <Count n={finished} label={nameOf(reason)} search={{ state: 'decided', ...(reason && { reason }) }} />
              <Count n={adopted} label={nameOf(reason)} search={{ state: 'adopted', ...(reason && { reason }) }} />
              <td className="r nw">
                {percent(rate)}
                {finished < small && (
                  <span className="q s" title={t('success.small')}>
                    {' '}
                    △
                  </span>
                )}
              </td>
              <td className="wide">
                <span className="success-track" aria-hidden="true">
                  <i style={{ width: `${rate ?? 0}%` }} />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

function Count({ n, label, search }: { n: number; label: string; search: { state: string; reason?: string } }) {
  if (n === 0) return <td className="r q">0</td>
  return (
    <td className="r">
      <Link className="l" to="/trials" search={search} aria-label={`${label}: ${n}`}>
        {n}
      </Link>
    </td>
  )
}

function percent(rate: number | null): string {
  return rate === null ? '–' : `${rate.toLocaleString(document.documentElement.lang)} %`
}
