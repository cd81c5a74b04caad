// The form of one respondent: who answers, every item with its own scale, and what is not right at its item.
import { Link } from '@tanstack/react-router'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DraftHint } from '../device/DraftHint.tsx'
import { useDraft } from '../device/use-draft.ts'
import { type AskedWaveData, EnterResponseDocument, type EnterResponseVariables } from '../generated/answers.ts'
import { Icon } from '../shell/Icon.tsx'
import { languageName } from '../words/dates.ts'
import { labelLanguage } from '../words/language.ts'
import { AnswerField } from './AnswerField.tsx'
import type { AskedWave } from './asked-wave.ts'
import { answersInput, type Given, type GivenAnswers, isGiven, missingOf } from './given-answers.ts'
import { useSurveyCommand } from './use-survey-command.ts'
import { type Respondent, WhoAnswers } from './WhoAnswers.tsx'

interface EnterFormProps {
  wave: AskedWave
  regions: AskedWaveData['regions']
  contactId: string
  next: () => void
}

interface Entry {
  answers: GivenAnswers
  language: string
}

const nothing: Given = {}

export function EnterForm({ wave, regions, contactId, next }: EnterFormProps) {
  const { t } = useTranslation()
  const send = useSurveyCommand()
  const [who, setWho] = useState<Respondent>({ contactId, regionId: '', consumerType: 'endUser' })
  const entry = useDraft<Entry>(`survey:${wave.id}:${who.contactId}`, { answers: {}, language: labelLanguage() })
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({})
  const [told, setTold] = useState('')
  const [busy, setBusy] = useState(false)
  const [done, setDone] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const sections = wave.version?.sections ?? []
  const items = sections.flatMap((section) => section.items)
  const { answers, language } = entry.value
  const change = (code: string, part: Given) => {
    entry.change({ language, answers: { ...answers, [code]: { ...answers[code], ...part } } })
    setFaults(({ [code]: _, ...rest }) => rest)
  }
  const show = (next: Readonly<Record<string, string>>, text: string) => {
    setFaults(next)
    setTold(text)
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('.fault')?.scrollIntoView({ block: 'center' }))
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    const missing = missingOf(items, answers)
    const nobody = wave.respondents === 'staff' ? who.regionId === '' : who.contactId === ''
    const empty = Object.fromEntries(missing.map((code) => [code, t('form.needed')]))
    if (missing.length > 0 || nobody) return show({ ...empty, ...(nobody && { who: t('form.needed') }) }, '')
    const input = answersInput(items, answers)
    setBusy(true)
    const outcome = await send(EnterResponseDocument, {
      waveId: wave.id,
      language: wave.version?.languages.find((one) => one === language) ?? 'en',
      answers: input,
      ...(wave.respondents === 'staff'
        ? { regionId: who.regionId, consumerType: who.consumerType }
        : { contactId: who.contactId }),
    } satisfies EnterResponseVariables['input'])
    setBusy(false)
    if (outcome.kind === 'done') {
      entry.clear()
      return setDone(true)
    }
    const placed = outcome.faults.map(({ field, text }) => {
      const at = /^answers\.(\d+)/.exec(field ?? '')?.[1]
      const code = at === undefined ? undefined : input[Number(at)]?.item
      return { code: code ?? (field === 'contactId' || field === 'regionId' ? 'who' : ''), text }
    })
    const lost = placed.filter(({ code }) => code === '').map(({ text }) => text)
    const text = placed.length === 0 ? outcome.text : lost.join(' ')
    show(
      Object.fromEntries(placed.filter(({ code }) => code !== '').map(({ code, text: words }) => [code, words])),
      text,
    )
  }
  if (done) {
    return (
      <div className="box" role="status">
        <h2 className="row-flex">
          <Icon name="check" />
          {t('answers.entered')}
        </h2>
        <div className="row-flex">
          <button type="button" className="btn main" onClick={next}>
            {t('answers.another')}
          </button>
          <Link to="/surveys/waves/$id" params={{ id: wave.id }} className="btn">
            {t('answers.toWave')}
          </Link>
        </div>
      </div>
    )
  }
  const count = items.filter(({ code }) => isGiven(answers[code])).length
  return (
    <form className="enter" ref={form} noValidate onSubmit={submit}>
      <WhoAnswers wave={wave} regions={regions} who={who} change={setWho} fault={faults.who} />
      <div className="field enter-language">
        <label htmlFor="answered-in">{t('answers.language')}</label>
        <select
          className="input"
          id="answered-in"
          value={language}
          onChange={({ target }) => entry.change({ answers, language: target.value })}
        >
          {(wave.version?.languages ?? []).map((one) => (
            <option key={one} value={one}>
              {languageName(one)}
            </option>
          ))}
        </select>
      </div>
      {sections.map(({ title, items: asked }) => (
        <section key={title} className="enter-section">
          <h2 dir="auto">{title}</h2>
          {asked.map((item) => (
            <AnswerField
              key={item.code}
              item={item}
              given={answers[item.code] ?? nothing}
              change={(part) => change(item.code, part)}
              fault={faults[item.code]}
            />
          ))}
        </section>
      ))}
      <div className="plan-send">
        {told && (
          <p className="fault" role="alert">
            <Icon name="warning" />
            {told}
          </p>
        )}
        <button type="submit" className="btn main" aria-disabled={busy || undefined}>
          {busy && <span className="spin" />}
          {t(busy ? 'common.sending' : 'answers.handIn')}
        </button>
        <span className="s q">{t('answers.count', { count, all: items.length })}</span>
        <span className="space" />
        <DraftHint {...entry} />
      </div>
    </form>
  )
}
