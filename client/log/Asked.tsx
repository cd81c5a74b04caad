// What the next state asks anyway: worth asking while the caller is on the line, never in the way of saving.
import { useTranslation } from 'react-i18next'
import { remedies } from '../../schema/claim-vocabulary.ts'
import { severities } from '../../schema/vocabulary.ts'
import { Icon } from '../shell/Icon.tsx'
import type { LogDraft } from './log-draft.ts'

export function Asked({ draft, change }: { draft: LogDraft; change: (part: Partial<LogDraft>) => void }) {
  const { t } = useTranslation()
  const massKnown = draft.pieces.length > 0 && draft.pieces.every(({ claimedMass }) => claimedMass !== '')
  return (
    <section className="asked-next">
      <h2>{t('log.call')}</h2>
      <p className="s q">{t('log.callHint')}</p>
      <p className="asked-line">
        {massKnown ? <Icon name="check" /> : <i className="open-mark" />}
        <span className={massKnown ? 'q' : undefined}>{t('log.mass')}</span>
      </p>
      <div className="field">
        <label htmlFor="remedy">{t('log.remedy')}</label>
        <select
          className="input"
          id="remedy"
          value={draft.remedySought}
          onChange={({ target }) => change({ remedySought: target.value })}
        >
          <option value="">{t('form.choose')}</option>
          {Object.keys(remedies).map((word) => (
            <option key={word} value={word}>
              {t(`label.remedy.${word}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="severity">{t('log.severity')}</label>
        <select
          className="input"
          id="severity"
          value={draft.severity}
          onChange={({ target }) => change({ severity: target.value })}
        >
          <option value="">{t('form.choose')}</option>
          {Object.keys(severities).map((word) => (
            <option key={word} value={word}>
              {t(`label.severity.${word}`)}
            </option>
          ))}
        </select>
      </div>
    </section>
  )
}
