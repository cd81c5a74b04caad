// A text of the questionnaire in the chosen language, with another one to translate from.
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../shell/Icon.tsx'
import { languageName } from '../words/dates.ts'
import type { Text } from './contents.ts'

interface TextFieldProps {
  label: string
  text: Text
  language: string
  change: ((text: Text) => void) | null
  fault: string | undefined
  max: number
}

export function TextField({ label, text, language, change, fault: told, max }: TextFieldProps) {
  const { t } = useTranslation()
  const id = useId()
  const [from, words] = Object.entries(text).find(([one, said]) => one !== language && said?.trim()) ?? []
  const lacks = !text[language]?.trim()
  // What another language lacks is told beside that one.
  const fault = told === t('questionnaires.lacksText') && !lacks ? undefined : told
  return (
    <div className="field">
      <label htmlFor={id}>
        {label} <span className="may">({languageName(language)})</span>
      </label>
      <textarea
        id={id}
        className="input"
        rows={max > 300 ? 2 : 1}
        dir="auto"
        lang={language}
        maxLength={max}
        readOnly={change === null}
        aria-invalid={fault !== undefined || undefined}
        value={text[language] ?? ''}
        onChange={({ target }) => change?.({ ...text, [language]: target.value })}
      />
      {lacks && from && (
        <p className="xs q">
          {languageName(from)}: <bdi lang={from}>{words}</bdi>
        </p>
      )}
      {fault && (
        <p className="fault" role="alert">
          <Icon name="warning" />
          {fault}
        </p>
      )}
    </div>
  )
}
