// Claims in rows, wherever claims are listed.
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { claimPhases, phaseIndex } from '../case/claim-phases.ts'
import type { ClaimRow } from '../generated/claims.ts'
import { Clock } from '../parts/Clock.tsx'
import { clockView, mainClock } from '../parts/clock-view.ts'
import { SmallPath } from '../parts/SmallPath.tsx'
import { Icon } from '../shell/Icon.tsx'
import { useMe } from '../shell/me.ts'
import { stateText } from './state-text.ts'
import '../parts/list-page.css'

export function ClaimRows({ rows, now }: { rows: readonly ClaimRow[]; now: Date }) {
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.id}>
          <ClaimLine row={row} now={now} />
        </li>
      ))}
    </ul>
  )
}

interface ClaimLineProps {
  row: ClaimRow & { proposals?: readonly { amountUsd: string }[] | undefined }
  now: Date
}

export function ClaimLine({ row, now }: ClaimLineProps) {
  const { t } = useTranslation()
  const { dayMinutes } = useMe()
  const clock = mainClock(row.deadlines)
  const amount = row.proposals?.[0]?.amountUsd
  return (
    <Link to="/cases/$number" params={{ number: row.number }} className="case-row">
      <span className="kind q">
        <Icon name="claim" title={t('common.claim')} />
      </span>
      <span className="number">{row.number}</span>
      <span className="subject">
        <b dir="auto">{row.title}</b>
        <span className="q account" dir="auto">
          {row.account.name}
        </span>
        {row.account.key && (
          <span className="q key-mark">
            <Icon name="star" title={t('common.keyAccount')} />
          </span>
        )}
        {amount !== undefined && <span className="s nw amount">{amount} USD</span>}
      </span>
      <span className="stage">
        <SmallPath phases={claimPhases.length} at={phaseIndex(row.state)} />
        <span className="m ell" dir="auto">
          {row.waiting === 'nothing' ? stateText(row, t) : row.waitingLabel}
        </span>
      </span>
      {clock ? (
        <Clock name={clock.label} view={clockView(clock, now, dayMinutes, t)} />
      ) : (
        <span className="clock s q">{row.severity && t(`label.severity.${row.severity}`)}</span>
      )}
    </Link>
  )
}
