// What a changed day would do, before it is changed: clocks that move, and due times of what is logged now.
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { DayPreviewDocument } from '../generated/administration.ts'
import { dayAndTime } from '../words/dates.ts'

interface DayEffectProps {
  calendarId: string
  day: string
  /** Null: it becomes an ordinary day again. */
  kind: 'holiday' | 'working' | null
}

export function DayEffect({ calendarId, day, kind }: DayEffectProps) {
  const { t } = useTranslation()
  const [{ data }] = useQuery({
    query: DayPreviewDocument,
    variables: { calendarId, day, kind },
    requestPolicy: 'network-only',
  })
  const preview = data?.dayPreview
  if (!preview) return <div className="bones" style={{ width: '60%' }} />
  return (
    <div className="day-effect" role="status">
      <p className="b">{t('administration.move', { count: preview.clocks })}</p>
      <p className="s q">{t('administration.rule')}</p>
      {preview.policies.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section className="day-effect-dues" tabIndex={0} aria-label={t('administration.dueNow')}>
          <table className="figures">
            <caption className="unseen">{t('administration.dueNow')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('administration.dueNow')}</th>
                <th scope="col">{t('administration.before')}</th>
                <th scope="col">{t('administration.after')}</th>
              </tr>
            </thead>
            <tbody>
              {preview.policies.map(({ clockLabel, severity, settlementKind, before, after }) => (
                <tr key={`${clockLabel} ${severity} ${settlementKind}`}>
                  <th scope="row">
                    {clockLabel} {severity && <span className="q">· {t(`label.severity.${severity}`)}</span>}
                    {settlementKind && <span className="q">· {t(`label.settlementKind.${settlementKind}`)}</span>}
                  </th>
                  <td className="nw">{dayAndTime(before)}</td>
                  <td className="nw b">{dayAndTime(after)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  )
}
