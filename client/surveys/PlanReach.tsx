// Beside the plan, as it is written: how many would be asked, of which regions and languages, and who is left out.
import { useTranslation } from 'react-i18next'
import { Bones } from '../parts/Notices.tsx'
import { Icon } from '../shell/Icon.tsx'
import { languageName } from '../words/dates.ts'
import type { Reached } from './use-population.ts'
import type { Plan } from './wave-plan.ts'

interface PlanReachProps {
  plan: Plan
  reached: Reached
  /** Of the questionnaire. */
  languages: readonly string[]
}

export function PlanReach({ plan, reached: { preview, stale }, languages }: PlanReachProps) {
  const { t } = useTranslation()
  if (!preview) return <Bones rows={4} />
  const { count, byMail, groups, leftOut } = preview
  const wanted = /^\d+$/.test(plan.sampleSize.trim()) ? Number(plan.sampleSize) : count
  const sample = Math.min(count, wanted)
  const regions = [...Map.groupBy(groups, ({ region }) => region?.name ?? '')]
  const other = preview.languages.filter(({ language }) => languages.length > 0 && !languages.includes(language))
  return (
    <section className={stale ? 'reach stale' : 'reach'} aria-live="polite" aria-label={t('planning.reach')}>
      <p className="s q">{t('planning.reach')}</p>
      <p className="big">{sample}</p>
      <p className="s">
        {sample < count ? t('planning.sampleOf', { count }) : t('planning.allOf', { count })}
        {count > 0 && ` · ${t('planning.byMail', { count: byMail })}`}
      </p>
      {count === 0 && (
        <p className="s danger row-flex">
          <Icon name="warning" />
          {t('planning.nobody')}
        </p>
      )}
      {regions.length > 0 && (
        <table className="reach-table">
          <caption className="unseen">{t('planning.regions')}</caption>
          <tbody>
            {regions.map(([name, rows]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className="q s">
                  {rows.map((row) => `${t(`label.consumerType.${row.consumerType}`)} ${row.count}`).join(' · ')}
                </td>
                <td className="r">{rows.reduce((sum, row) => sum + row.count, 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {preview.languages.length > 0 && (
        <p className="s m">
          {preview.languages.map(({ language, count: n }) => `${languageName(language)} ${n}`).join(' · ')}
        </p>
      )}
      {other.length > 0 && (
        <p className="s warn row-flex">
          <Icon name="warning" />
          {t('planning.notInLanguage', { languages: other.map(({ language }) => languageName(language)).join(', ') })}
        </p>
      )}
      {leftOut.length > 0 && (
        <p className="s q">
          {t('planning.leftOut')} {leftOut.map(({ reasonLabel, count: n }) => `${reasonLabel} ${n}`).join(' · ')}
        </p>
      )}
    </section>
  )
}
