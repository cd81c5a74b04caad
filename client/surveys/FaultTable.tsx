// What is wrong with the lines of a file, the first of them in a table, all of them in a file.
import { useTranslation } from 'react-i18next'
import type { LineFault } from './send-import.ts'

const mostShown = 50

export function FaultTable({ faults, save }: { faults: readonly LineFault[]; save: () => void }) {
  const { t } = useTranslation()
  if (faults.length === 0) return null
  return (
    <div>
      <div className="card-head">
        <h2>{t('answers.faults')}</h2>
        <span className="space" />
        <button type="button" className="l s" onClick={save}>
          {t('answers.saveRefused')}
        </button>
      </div>
      {/* biome-ignore lint/a11y: a table that scrolls sideways must be reached by keys */}
      <div className="figures-frame" role="group" aria-label={t('answers.faults')} tabIndex={0}>
        <table className="import-columns">
          <thead>
            <tr>
              <th scope="col">{t('answers.line')}</th>
              <th scope="col">{t('answers.column')}</th>
              <th scope="col">{t('answers.reason')}</th>
            </tr>
          </thead>
          <tbody>
            {faults.slice(0, mostShown).map(({ line, column, text }) => (
              <tr key={`${line} ${column} ${text}`}>
                <td>{line}</td>
                <td dir="auto">{column ?? '–'}</td>
                <td dir="auto">{text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {faults.length > mostShown && (
        <p className="s q">{t('answers.moreFaults', { count: faults.length - mostShown })}</p>
      )}
    </div>
  )
}
