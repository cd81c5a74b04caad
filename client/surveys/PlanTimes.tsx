// When: beginning and end, reminders, how long a link is valid, and how long people are left in peace.
import { useTranslation } from 'react-i18next'
import { timeZone } from '../words/time-zone.ts'
import { PlanField } from './PlanField.tsx'
import type { PlanPartProps } from './plan-part.ts'
import type { Plan } from './wave-plan.ts'

export function PlanTimes({ plan, change, faultOf, short = false }: PlanPartProps & { short?: boolean }) {
  const { t } = useTranslation()
  const text = (name: 'reminderDays' | 'linkDays' | 'quietDays', hint: string) => (
    <PlanField label={t(`planning.${name}`)} hint={hint} fault={faultOf(name)}>
      {(control) => (
        <input
          {...control}
          className="input"
          inputMode="numeric"
          value={plan[name]}
          onChange={({ target }) => change({ [name]: target.value } satisfies Partial<Plan>)}
        />
      )}
    </PlanField>
  )
  const day = (name: 'opensAt' | 'closesAt', hint?: string) => (
    <PlanField label={t(`planning.${name}`)} hint={hint} fault={faultOf(name)}>
      {(control) => (
        <input
          {...control}
          className="input"
          type="datetime-local"
          value={plan[name]}
          onChange={({ target }) => change({ [name]: target.value } satisfies Partial<Plan>)}
        />
      )}
    </PlanField>
  )
  return (
    <section className="plan-part">
      <h2>{t('planning.when')}</h2>
      <div className="plan-grid">
        {day('opensAt', t('planning.zone', { zone: timeZone() ?? 'UTC' }))}
        {day('closesAt', plan.kind === 'afterContact' ? t('planning.mayBeEndless') : t('planning.closesHint'))}
        {!short && text('reminderDays', t('planning.reminderHint'))}
        {!short && text('quietDays', t('planning.quietHint'))}
        {!short && text('linkDays', t('planning.linkHint'))}
      </div>
    </section>
  )
}
