// One item with the controls of its kind; marks are given by pressing their figure, too.
import { type KeyboardEvent, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { AskedItem } from '../generated/answers.ts'
import { Icon } from '../shell/Icon.tsx'
import type { Given } from './given-answers.ts'
import { Ranking } from './Ranking.tsx'

interface AnswerFieldProps {
  item: AskedItem
  given: Given
  change: (part: Given) => void
  fault: string | undefined
}

export function AnswerField({ item, given, change, fault }: AnswerFieldProps) {
  const { t } = useTranslation()
  const id = useId()
  const { kind, wording, obligatory, asksImportance } = item
  return (
    <fieldset
      className={fault ? 'answer-field wrong' : 'answer-field'}
      aria-describedby={fault ? `${id}-fault` : undefined}
    >
      <legend dir="auto">
        {wording} {!obligatory && <span className="may">{t('form.may')}</span>}
      </legend>
      <Control item={item} given={given} change={change} id={id} />
      {asksImportance && (kind === 'rating' || kind === 'recommendation') && (
        <div className="importance-row">
          <span className="s m" id={`${id}-importance`}>
            {t('answers.importance')}
          </span>
          <Points
            name={`${id}-importance`}
            label={t('answers.importance')}
            item={item}
            value={given.importance ?? ''}
            change={(importance) => change({ importance })}
          />
        </div>
      )}
      {fault && (
        <p className="fault" role="alert" id={`${id}-fault`}>
          <Icon name="warning" />
          {fault}
        </p>
      )}
    </fieldset>
  )
}

function Control({ item, given, change, id }: Omit<AnswerFieldProps, 'fault'> & { id: string }) {
  const { t } = useTranslation()
  const { kind, options, wording } = item
  switch (kind) {
    case 'rating':
    case 'recommendation':
      return item.decimals ? (
        <input
          className="input mark-input"
          inputMode="decimal"
          aria-label={wording}
          placeholder={`${item.scaleMin}–${item.scaleMax}`}
          value={given.number ?? ''}
          onChange={({ target }) => change({ number: target.value })}
        />
      ) : (
        <Points
          name={`${id}-number`}
          label={wording}
          item={item}
          value={given.number ?? ''}
          change={(number) => change({ number })}
        />
      )
    case 'agreement':
    case 'choice':
    case 'choices': {
      const offered =
        kind === 'agreement'
          ? (['yes', 'partly', 'no'] as const).map((code) => ({ code, wording: t(`label.agreement.${code}`) }))
          : options
      const words = given.words ?? []
      return (
        <div className="answer-options">
          {offered.map(({ code, wording: said }) => (
            <label key={code}>
              <input
                type={kind === 'choices' ? 'checkbox' : 'radio'}
                name={id}
                checked={words.includes(code)}
                onChange={({ target }) => {
                  if (kind !== 'choices') change({ words: [code] })
                  else change({ words: target.checked ? [...words, code] : words.filter((one) => one !== code) })
                }}
              />
              <span dir="auto">{said}</span>
            </label>
          ))}
        </div>
      )
    }
    case 'ranking':
      return <Ranking item={item} ranks={given.ranks ?? {}} change={(ranks) => change({ ranks })} />
    case 'text':
      return (
        <textarea
          className="input"
          rows={3}
          dir="auto"
          maxLength={10_000}
          aria-label={wording}
          value={given.text ?? ''}
          onChange={({ target }) => change({ text: target.value })}
        />
      )
    default:
      return kind satisfies never
  }
}

interface PointsProps {
  name: string
  label: string
  item: AskedItem
  value: string
  change: (value: string) => void
}

/** Arrows move as in any group of radios; a figure gives the mark, of ten by 1 and 0. */
function Points({ name, label, item, value, change }: PointsProps) {
  const from = item.scaleMin ?? 1
  const to = item.scaleMax ?? 5
  const points = Array.from({ length: to - from + 1 }, (_, index) => String(from + index))
  const press = (event: KeyboardEvent) => {
    if (!/^\d$/.test(event.key) || event.ctrlKey || event.altKey || event.metaKey) return
    const both = `${value}${event.key}`
    const mark = points.includes(both) ? both : event.key
    if (!points.includes(mark)) return
    event.preventDefault()
    change(mark)
    const radio = event.currentTarget.querySelector<HTMLInputElement>(`input[value="${mark}"]`)
    radio?.focus()
  }
  return (
    <div className="points" role="radiogroup" aria-label={label} onKeyDown={press}>
      {points.map((point) => (
        <label key={point} className="point">
          <input type="radio" name={name} value={point} checked={value === point} onChange={() => change(point)} />
          <span>{point}</span>
        </label>
      ))}
    </div>
  )
}
