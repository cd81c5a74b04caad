// The form of a plan; what the server refuses is shown at the field that can repair it.
import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ChangeWaveDocument, OpenWaveDocument, type PlanChoicesData, PlanWaveDocument } from '../generated/surveys.ts'
import { Icon } from '../shell/Icon.tsx'
import { PlanAsked } from './PlanAsked.tsx'
import { PlanLetter } from './PlanLetter.tsx'
import { PlanPopulation } from './PlanPopulation.tsx'
import { PlanReach } from './PlanReach.tsx'
import { PlanTimes } from './PlanTimes.tsx'
import { usePopulation } from './use-population.ts'
import { type FieldFault, useSurveyCommand } from './use-survey-command.ts'
import { type KeptPlan, type Plan, planFaults, planInput } from './wave-plan.ts'
import '../parts/list-page.css'
import '../management/management.css'
import './surveys.css'

interface PlanFormProps {
  choices: PlanChoicesData
  start: Plan
  kept: KeptPlan | null
}

export function PlanForm({ choices, start, kept }: PlanFormProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const send = useSurveyCommand()
  const [plan, setPlan] = useState(start)
  const [wave, setWave] = useState(kept && { id: kept.id, revision: kept.revision })
  const [faults, setFaults] = useState<readonly { field: string; text: string }[]>([])
  const [told, setTold] = useState('')
  const [busy, setBusy] = useState(false)
  const reached = usePopulation(plan)
  useEffect(() => {
    document.title = t('surveys.plan')
  }, [t])
  const change = (part: Partial<Plan>) => {
    setPlan((now) => ({ ...now, ...part }))
    setFaults((now) => now.filter(({ field }) => !(field in part) && field !== 'population'))
  }
  const faultOf = (field: string) => faults.find((fault) => fault.field === field)?.text
  const refuse = (text: string, given: readonly FieldFault[], empty = false) => {
    setTold(given.length > 0 ? '' : text)
    setFaults(
      given.map(({ field, text: words, code }) => {
        const known = code === 'emptyPopulation' || empty ? 'population' : (field ?? '')
        return { field: known, text: words }
      }),
    )
  }
  const store = async (): Promise<{ id: string; revision: number } | null> => {
    const missing = planFaults(plan)
    setTold('')
    setFaults(missing.map((field) => ({ field, text: t(plan[field] === '' ? 'form.needed' : 'planning.wholeNumber') })))
    if (missing.length > 0) return null
    const input = planInput(plan)
    const outcome = wave ? await send(ChangeWaveDocument, { ...input, ...wave }) : await send(PlanWaveDocument, input)
    if (outcome.kind === 'refused') {
      refuse(outcome.text, outcome.faults)
      return null
    }
    const { id, revision } = outcome.answer
    setWave({ id, revision })
    return { id, revision }
  }
  const submit = (ask: boolean) => async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const stored = await store()
    if (stored && ask) {
      const opened = await send(OpenWaveDocument, stored)
      if (opened.kind === 'refused') refuse(opened.text, opened.faults)
      else void navigate({ to: '/surveys/waves/$id', params: { id: stored.id } })
    } else if (stored) void navigate({ to: '/surveys/waves/$id', params: { id: stored.id } })
    setBusy(false)
  }
  const part = { plan, change, faultOf, choices }
  const version = useMemo(
    () => choices.questionnaires.flatMap(({ versions }) => versions).find(({ id }) => id === plan.versionId),
    [choices, plan.versionId],
  )
  const elsewhere = faults.filter(({ field }) => !(field in plan) && field !== 'population')
  return (
    <div className="list-page surveys">
      <header className="list-head">
        <Link to="/surveys" className="btn ghost" aria-label={t('surveys.title')}>
          <Icon name="back" turns />
        </Link>
        <h1>{t(kept ? 'surveys.changePlan' : 'surveys.plan')}</h1>
      </header>
      <form className="plan" noValidate onSubmit={submit(false)}>
        <div className="plan-fields">
          <PlanAsked {...part} />
          {plan.respondents === 'customers' && plan.kind === 'planned' && (
            <PlanPopulation {...part} reached={reached} />
          )}
          {plan.respondents === 'customers' && <PlanTimes {...part} />}
          {plan.respondents === 'staff' && <PlanTimes {...part} short />}
        </div>
        <aside className="plan-side">
          {plan.respondents === 'customers' && plan.kind === 'planned' && (
            <PlanReach plan={plan} reached={reached} languages={version?.languages ?? []} />
          )}
          {plan.respondents === 'customers' && <PlanLetter plan={plan} reached={reached} />}
        </aside>
        <div className="plan-send">
          {(told !== '' || elsewhere.length > 0) && (
            <p className="fault" role="alert">
              <Icon name="warning" />
              {[told, ...elsewhere.map(({ text }) => text)].join(' ')}
            </p>
          )}
          <button type="button" className="btn main" aria-disabled={busy || undefined} onClick={submit(true)}>
            {busy && <span className="spin" />}
            {t(busy ? 'common.sending' : plan.kind === 'planned' ? 'surveys.askNow' : 'surveys.begin')}
          </button>
          <button type="submit" className="btn">
            {t('planning.keepPlan')}
          </button>
          <span className="xs q">{t('planning.keepPlanHint')}</span>
        </div>
      </form>
    </div>
  )
}
