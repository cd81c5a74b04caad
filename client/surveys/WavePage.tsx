// One wave: how far it is region by region, each invitation with its delivery, what can be done, and files of answers.
import { Link, useParams } from '@tanstack/react-router'
import { lazy, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { type WaveData, WaveDocument } from '../generated/surveys.ts'
import { Bones, Failure, NotFound } from '../parts/Notices.tsx'
import { Icon } from '../shell/Icon.tsx'
import { dayAndTime } from '../words/dates.ts'
import { withWords } from '../words/with-words.ts'
import { ImportedFiles } from './ImportedFiles.tsx'
import { InvitationList } from './InvitationList.tsx'
import type { ShownWave } from './shown-wave.ts'
import { WaveActions } from './WaveActions.tsx'
import { WaveProgress } from './WaveProgress.tsx'
import '../parts/list-page.css'
import '../management/management.css'
import './surveys.css'

const FollowUpLines = lazy(
  withWords(['surveys', 'follow-ups'], () =>
    import('../acting/FollowUpLines.tsx').then((module) => ({ default: module.FollowUpLines })),
  ),
)

export function WavePage() {
  const { t } = useTranslation()
  const { id } = useParams({ from: '/surveys/waves/$id' })
  const [{ data, error }, load] = useQuery({ query: WaveDocument, variables: { id } })
  const wave = data?.node
  const name = isWave(wave) ? wave.name : ''
  useEffect(() => {
    document.title = name || t('surveys.title')
  }, [name, t])
  const again = () => load({ requestPolicy: 'network-only' })
  if (error && !data) return <Failure error={error} retry={again} />
  if (!data) return <Bones rows={8} />
  if (!isWave(wave)) return <NotFound />
  return (
    <div className="list-page surveys">
      <header className="wave-head">
        <div className="row-flex wave-title">
          <Link to="/surveys" className="btn ghost" aria-label={t('surveys.title')}>
            <Icon name="back" turns />
          </Link>
          <h1 dir="auto">{wave.name}</h1>
          <span className={`tag wave-${wave.state}`}>{wave.stateLabel}</span>
        </div>
        <p className="s m wave-facts">
          {wave.version?.questionnaire?.name}
          {wave.version && `, ${t('surveys.version', { version: wave.version.version })}`}
          {' · '}
          {wave.kindLabel}
          {wave.respondents === 'staff' && ` · ${wave.respondentsLabel}`}
          {' · '}
          <span className="nw">
            {dayAndTime(wave.opensAt)} – {wave.closesAt ? dayAndTime(wave.closesAt) : t('surveys.endless')}
          </span>
          {wave.createdBy && ` · ${t('surveys.plannedBy', { who: wave.createdBy.name })}`}
        </p>
      </header>
      <WaveActions wave={wave} again={again} />
      {wave.respondents === 'customers' && wave.state !== 'planned' && <WaveProgress wave={wave} />}
      {wave.respondents === 'customers' && wave.state !== 'planned' && wave.responses > 0 && (
        <Suspense fallback={<Bones rows={2} />}>
          <div className="wave-part">
            <FollowUpLines of={{ waveId: wave.id }} />
          </div>
        </Suspense>
      )}
      {wave.respondents === 'customers' && wave.state !== 'planned' && wave.invitationCounts.length > 0 && (
        <InvitationList wave={wave} again={again} />
      )}
      {wave.state === 'planned' && <p className="m wave-none">{t('surveys.notAskedYet')}</p>}
      <ImportedFiles wave={wave} />
    </div>
  )
}

function isWave(node: WaveData['node'] | undefined): node is ShownWave {
  return node != null && 'invitationsByRegion' in node
}
