// The questionnaire as a respondent sees it on a phone, by the very code of his page; nothing of what is answered is kept.
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ask } from '../survey/asking.ts'
import looks from '../survey/survey.css?inline'
import { type Contents, shownOf } from './contents.ts'

const nowhere = async () => ({ ok: true as const, data: null })

export function SurveyPreview({ contents, language }: { contents: Contents; language: string }) {
  const { t } = useTranslation()
  const host = useRef<HTMLDivElement>(null)
  const [round, setRound] = useState(0)
  const shown = JSON.stringify(contents)
  useEffect(() => {
    const element = host.current
    if (!element) return
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' })
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(looks)
    root.adoptedStyleSheets = [sheet]
    const page = document.createElement('div')
    page.className = 'sv'
    // `round` begins it anew.
    page.dataset.round = String(round)
    root.replaceChildren(page)
    const asked = shownOf(JSON.parse(shown) as Contents, language)
    if (asked.sections.some(({ items }) => items.length > 0)) ask(page, { save: nowhere, handIn: nowhere }, asked)
  }, [shown, language, round])
  return (
    <aside className="preview" aria-label={t('questionnaires.preview')}>
      <div className="card-head">
        <h2>{t('questionnaires.preview')}</h2>
        <span className="space" />
        <button type="button" className="l s" onClick={() => setRound(round + 1)}>
          {t('questionnaires.fromStart')}
        </button>
      </div>
      <div className="phone" ref={host} />
    </aside>
  )
}
