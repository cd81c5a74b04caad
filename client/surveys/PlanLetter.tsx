// The invitation as a contact would get it, in each of the languages that are asked in.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { LetterDocument, type LetterVariables } from '../generated/surveys.ts'
import { languageName } from '../words/dates.ts'
import { momentOf } from '../words/time-zone.ts'
import type { Reached } from './use-population.ts'
import type { Plan } from './wave-plan.ts'

const always = ['en', 'ru', 'kk', 'fa', 'zh'] as const

export function PlanLetter({ plan, reached }: { plan: Plan; reached: Reached }) {
  const { t } = useTranslation()
  const spoken = reached.preview?.languages.map(({ language }) => language) ?? []
  const offered: LetterVariables['language'][] = spoken.length > 0 ? spoken : [...always]
  const [chosen, setChosen] = useState<LetterVariables['language'] | null>(null)
  const language = chosen && offered.includes(chosen) ? chosen : (offered[0] ?? 'en')
  const until = momentOf(plan.closesAt || '2099-12-31T18:00').toISOString()
  const [{ data }] = useQuery({
    query: LetterDocument,
    variables: {
      language,
      name: t('planning.sampleName'),
      until,
      afterContact: plan.kind === 'afterContact',
    },
  })
  const letter = data?.invitationLetter
  if (!letter) return null
  return (
    <section className="letter" aria-label={t('planning.letter')}>
      <div className="card-head">
        <h2>{t('planning.letter')}</h2>
        <span className="space" />
        <label className="pick">
          <span className="unseen">{t('planning.letterLanguage')}</span>
          <select
            value={language}
            onChange={({ target }) => setChosen(offered.find((one) => one === target.value) ?? null)}
          >
            {offered.map((one) => (
              <option key={one} value={one}>
                {languageName(one)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div className="letter-sheet" dir={letter.language === 'fa' ? 'rtl' : 'ltr'} lang={letter.language}>
        <p className="b">{letter.subject}</p>
        {letter.body.split('\n\n').map((text) => (
          <p key={text}>{text}</p>
        ))}
        <p>
          <span className="letter-link">{letter.button}</span>
        </p>
        <p>{letter.closing}</p>
        <p className="xs q letter-stop">{letter.stop}</p>
      </div>
      {letter.language !== language && <p className="xs q">{t('planning.letterInEnglish')}</p>}
    </section>
  )
}
