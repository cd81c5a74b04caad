// Whom to call because of answers, a line each, of one customer or of one wave: what is open first; each leads to where it is worked on.
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { type FollowUpLinesData, FollowUpLinesDocument, WaveLoopDocument } from '../generated/follow-up-lines.ts'
import { percent } from '../management/figures-text.ts'
import { Bones, Failure } from '../parts/Notices.tsx'
import { Icon } from '../shell/Icon.tsx'
import { dayAndTime, shortDay } from '../words/dates.ts'
import '../management/management.css'
import './follow-up-lines.css'

const most = 8
const ofAnswers = ['detractor', 'lowMark', 'saidNo'] as const

/** Of this customer, silence among them, or of the answers of this wave. */
type Of = { accountId: string } | { waveId: string }

export function FollowUpLines({ of }: { of: Of }) {
  const { t } = useTranslation()
  const wave = 'waveId' in of ? of.waveId : null
  const account = 'accountId' in of ? of.accountId : null
  const filter = useMemo(() => ({ waveIds: wave === null ? null : [wave] }), [wave])
  const [{ data, error }, load] = useQuery({
    query: FollowUpLinesDocument,
    variables: { filter, accountId: account, reasons: account === null ? ofAnswers : null },
  })
  const [{ data: loop }] = useQuery({ query: WaveLoopDocument, variables: { filter }, pause: wave === null })
  const [whole, setWhole] = useState(false)
  if (error && !data) return <Failure error={error} retry={() => load({ requestPolicy: 'network-only' })} />
  if (!data) return <Bones rows={2} />
  if (!data.followUps) return null
  const { nodes, pageInfo } = data.followUps
  const rows = nodes.toSorted((a, b) => Number(a.state === 'closed') - Number(b.state === 'closed'))
  const detractors = loop?.loopClosing?.detractors
  return (
    <section className="follow-up-lines" aria-label={t('followUps.title')}>
      <div className="card-head">
        <h2>{t('followUps.title')}</h2>
        <span className="q s">{t('followUps.open', { open: openOf(rows), all: rows.length })}</span>
        <span className="space" />
        {wave !== null && (
          <Link to="/satisfaction/acting" search={{ part: 'followUps', wave }} className="l s">
            {t('followUps.work')}
          </Link>
        )}
      </div>
      {detractors != null && detractors.opened > 0 && (
        <p className="s m">
          {t('followUps.loop', {
            share: detractors.share === null ? '–' : percent(detractors.share),
            inTime: detractors.inTime,
            opened: detractors.opened,
          })}
          {detractors.opened < 5 && ' △'}
        </p>
      )}
      {rows.length === 0 && <p className="q s">{t('followUps.none')}</p>}
      <ul>
        {rows.slice(0, whole ? rows.length : most).map((row) => (
          <li key={row.id}>
            <FollowUpLine row={row} ofAccount={account !== null} />
          </li>
        ))}
      </ul>
      {rows.length > most && !whole && (
        <button type="button" className="l s" onClick={() => setWhole(true)}>
          {t('followUps.more', { count: rows.length - most })}
        </button>
      )}
      {whole && pageInfo.hasNextPage && <p className="q s">{t('followUps.first', { count: rows.length })}</p>}
    </section>
  )
}

type Row = NonNullable<FollowUpLinesData['followUps']>['nodes'][number]

function FollowUpLine({ row, ofAccount }: { row: Row; ofAccount: boolean }) {
  const { t } = useTranslation()
  const { id, mark, account, reasonLabel, stateLabel, state, late, dueAt, calledAt, owner, outcomeLabel } = row
  const day = calledAt && shortDay(calledAt)
  const since = day && (state === 'called' ? day : t('followUps.called', { day }))
  const when = since ?? (state === 'closed' ? '' : t('followUps.due', { when: dayAndTime(dueAt) }))
  return (
    <Link to="/satisfaction/acting" search={{ part: 'followUps', followUp: id }} className="follow-up-line">
      <b className={state === 'closed' ? 'q' : undefined}>{mark === null ? '–' : Number(mark)}</b>
      <span className="who">
        <span className="md">{ofAccount ? reasonLabel : <bdi>{account?.name ?? t('followUps.hidden')}</bdi>}</span>
        <span className="q s">
          {[
            ofAccount ? '' : reasonLabel,
            owner?.name ?? (state === 'closed' ? '' : t('followUps.nobody')),
            outcomeLabel,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      <span className={late && state !== 'closed' ? 'danger s when' : 'm s when'}>
        {late && state !== 'closed' && <Icon name="warning" />}
        <span>{[stateLabel, when].filter(Boolean).join(' · ')}</span>
      </span>
    </Link>
  )
}

function openOf(rows: readonly Row[]): number {
  return rows.filter(({ state }) => state !== 'closed').length
}
