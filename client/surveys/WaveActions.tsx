// What can be done with a wave in its state; closing and giving up are asked once more.
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CancelWaveDocument, CloseWaveDocument, OpenWaveDocument } from '../generated/surveys.ts'
import { Icon } from '../shell/Icon.tsx'
import { useMe } from '../shell/me.ts'
import type { ShownWave } from './shown-wave.ts'
import { useSurveyCommand } from './use-survey-command.ts'

type Asked = 'close' | 'cancel' | null

export function WaveActions({ wave, again }: { wave: ShownWave; again: () => void }) {
  const { t } = useTranslation()
  const { actions } = useMe()
  const send = useSurveyCommand()
  const [asked, setAsked] = useState<Asked>(null)
  const [told, setTold] = useState<{ text: string; widen: boolean } | null>(null)
  const { id, state, revision, respondents, responses } = wave
  const runs = actions.includes('survey.run')
  const carryOut = async (document: typeof OpenWaveDocument | typeof CloseWaveDocument | typeof CancelWaveDocument) => {
    const outcome = await send(document as typeof CloseWaveDocument, { id, revision })
    setAsked(null)
    if (outcome.kind === 'done') setTold(null)
    else {
      const text = outcome.faults.map((fault) => fault.text).join(' ') || outcome.text
      setTold({ text, widen: outcome.faults.some(({ code }) => code === 'emptyPopulation') })
    }
    again()
  }
  return (
    <div className="wave-actions">
      {state === 'planned' && runs && (
        <>
          <button type="button" className="btn main" onClick={() => void carryOut(OpenWaveDocument)}>
            {t(wave.kind === 'planned' ? 'surveys.askNow' : 'surveys.begin')}
          </button>
          <Link to="/surveys/plan" search={{ wave: id }} className="btn">
            {t('surveys.changePlan')}
          </Link>
        </>
      )}
      {state === 'open' && actions.includes('survey.enter') && (
        <Link to="/surveys/waves/$id/enter" params={{ id }} className="btn main">
          <Icon name={respondents === 'staff' ? 'plus' : 'phone'} />
          {t(respondents === 'staff' ? 'surveys.estimate' : 'surveys.enter')}
        </Link>
      )}
      {(state === 'open' || state === 'closed') && runs && (
        <Link to="/surveys/waves/$id/import" params={{ id }} className="btn">
          {t('surveys.import')}
        </Link>
      )}
      {(state === 'open' || state === 'closed') && (
        <Link
          to="/satisfaction"
          search={{ wave: id, instrument: wave.version?.questionnaire?.instrument }}
          className="btn"
        >
          <Icon name="figures" />
          {t('surveys.results')}
        </Link>
      )}
      <span className="space" />
      {asked === null && state === 'open' && runs && (
        <button type="button" className="btn" onClick={() => setAsked('close')}>
          {t('surveys.close')}
        </button>
      )}
      {asked === null && (state === 'planned' || (state === 'open' && responses === 0)) && runs && (
        <button type="button" className="btn ghost" onClick={() => setAsked('cancel')}>
          {t('surveys.cancel')}
        </button>
      )}
      {asked && (
        <span className="row-flex" role="alert">
          <span className="s">{t(asked === 'close' ? 'surveys.sureClose' : 'surveys.sureCancel')}</span>
          <button
            type="button"
            className="btn main"
            onClick={() => void carryOut(asked === 'close' ? CloseWaveDocument : CancelWaveDocument)}
          >
            {t(asked === 'close' ? 'surveys.close' : 'surveys.cancel')}
          </button>
          <button type="button" className="btn" onClick={() => setAsked(null)}>
            {t('common.cancel')}
          </button>
        </span>
      )}
      {told && (
        <p className="fault" role="alert">
          <Icon name="warning" />
          {told.text}{' '}
          {told.widen && (
            <Link className="l" to="/surveys/plan" search={{ wave: id }} hash="population">
              {t('surveys.widenLink')}
            </Link>
          )}
        </p>
      )}
    </div>
  )
}
