// How far a wave is, region by region: sent, opened, answered, declined, undeliverable; as a table that can be taken along.
import { useTranslation } from 'react-i18next'
import { saveCsv } from '../management/csv.ts'
import { percent } from '../management/figures-text.ts'
import { AnsweredBar } from './AnsweredBar.tsx'
import type { ShownWave } from './shown-wave.ts'
import { countOf, invitedOf, scoreText } from './wave-figures.ts'

const columns = ['queued', 'sent', 'opened', 'answered', 'declined', 'expired', 'undeliverable'] as const

export function WaveProgress({ wave }: { wave: ShownWave }) {
  const { t } = useTranslation()
  const { invitationCounts, invitationsByRegion, promoters, coverage } = wave
  const invited = invitedOf(invitationCounts)
  const shown = columns.filter((state) => countOf(invitationCounts, state) > 0 || state === 'answered')
  const heads = [
    t('surveys.region'),
    t('surveys.invited'),
    ...shown.map((state) => t(`label.invitationState.${state}`)),
  ]
  const rows = [
    ...invitationsByRegion.map(({ region, counts }) => ({ name: region?.name ?? '–', counts })),
    ...(invitationsByRegion.length > 1 ? [{ name: t('surveys.allRegions'), counts: invitationCounts }] : []),
  ]
  const csv = [
    heads,
    ...rows.map(({ name, counts }) => [name, invitedOf(counts), ...shown.map((state) => countOf(counts, state))]),
  ]
  return (
    <section className="wave-part" aria-label={t('surveys.progress')}>
      <div className="wave-figures">
        <div>
          <p className="s q">{t('surveys.answered')}</p>
          <p className="figure-big">{wave.responses}</p>
          <AnsweredBar responses={wave.responses} invited={invited} rate={wave.responseRate} />
        </div>
        <div>
          <p className="s q">{t('surveys.coverage')}</p>
          <p className="figure-big">{coverage === null ? '–' : percent(coverage)}</p>
          <p className="xs q">{t('surveys.coverageHint')}</p>
        </div>
        <div>
          <p className="s q">NPS</p>
          <p className="figure-big">{promoters?.score == null ? '–' : scoreText(promoters.score)}</p>
          <p className="xs q">
            {promoters ? `n = ${promoters.n}${promoters.n < 5 ? ' △' : ''}` : t('surveys.notAsked')}
          </p>
        </div>
      </div>
      {invited > 0 && (
        <>
          <div className="card-head">
            <h2>{t('surveys.progress')}</h2>
            <span className="space" />
            <button type="button" className="l s" onClick={() => saveCsv(wave.name, csv)}>
              CSV
            </button>
          </div>
          {/* biome-ignore lint/a11y: a table that scrolls sideways must be reached by keys */}
          <div className="figures-frame" role="group" aria-label={t('surveys.progress')} tabIndex={0}>
            <table className="figures progress-table">
              <thead>
                <tr>
                  {heads.map((head, index) => (
                    <th key={head} scope="col" className={index > 0 ? 'r' : undefined}>
                      {head}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map(({ name, counts }) => (
                  <tr key={name}>
                    <th scope="row">{name}</th>
                    <td className="r">{invitedOf(counts)}</td>
                    {shown.map((state) => {
                      const count = countOf(counts, state)
                      const bad = state === 'undeliverable' && count > 0
                      return (
                        <td key={state} className={bad ? 'r danger b' : count === 0 ? 'r q' : 'r'}>
                          {count}
                        </td>
                      )
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  )
}
