// Figures that are best read as tables: states, deadlines kept, to and fro.
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { stateText } from '../claims/state-text.ts'
import type { ManagementData } from '../generated/management.ts'
import type { ClaimsSearch } from '../shell/searches.ts'
import { decimal } from '../words/dates.ts'
import { Card, Count } from './Card.tsx'
import { Drill, Table } from './FigureTable.tsx'
import { percent } from './figures-text.ts'

type Figures = NonNullable<ManagementData['claimFigures']>

export function StateCounts({ counts, search }: { counts: Figures['counts']; search: ClaimsSearch }) {
  const { t } = useTranslation()
  const late = counts.reduce((sum, one) => sum + one.late, 0)
  const heads = [t('map.state'), t('management.open'), t('management.late'), t('management.soon')]
  const named = counts.map((one) => ({ ...one, stateLabel: stateText({ ...one, open: true }, t) }))
  const rows = named.map(({ stateLabel, n, late: over, soon }) => [stateLabel, n, over, soon])
  const open = { ...search, show: 'open' as const }
  return (
    <Card
      title={t('management.lateFinding', { count: late })}
      measure={t('management.stateMeasure')}
      rows={[heads, ...rows]}
    >
      <Table heads={heads}>
        {named.map(({ state, stateLabel, n, late: over, soon }) => (
          <tr key={state}>
            <th scope="row">{stateLabel}</th>
            <Drill n={n} search={{ ...open, state }} label={stateLabel} />
            <Drill
              n={over}
              search={{ ...open, state, clock: 'over' }}
              label={`${stateLabel}, ${t('management.late')}`}
            />
            <Drill
              n={soon}
              search={{ ...open, state, clock: 'soon' }}
              label={`${stateLabel}, ${t('management.soon')}`}
            />
          </tr>
        ))}
      </Table>
    </Card>
  )
}

export function DeadlinesKept({ kept, search }: { kept: Figures['kept']; search: ClaimsSearch }) {
  const { t } = useTranslation()
  const ended = kept.reduce((sum, one) => sum + one.ended, 0)
  const held = kept.reduce((sum, one) => sum + one.kept, 0)
  const heads = [t('management.clock'), t('management.kept'), t('management.late'), 'n']
  const rows = kept.map((one) => [one.clockLabel, percent(one.kept / one.ended), one.ended - one.kept, one.ended])
  const title = ended > 0 ? t('management.keptFinding', { share: percent(held / ended) }) : t('management.kept')
  return (
    <Card title={title} measure={t('management.keptMeasure')} rows={[heads, ...rows]}>
      <Table heads={heads}>
        {kept.map((one) => (
          <tr key={one.clock}>
            <th scope="row">{one.clockLabel}</th>
            <td className="r">{percent(one.kept / one.ended)}</td>
            <Drill
              n={one.ended - one.kept}
              search={{ ...search, missed: one.clock }}
              label={`${one.clockLabel}, ${t('management.late')}`}
            />
            <td className="r">
              <Link className="l" to="/claims" search={{ ...search, stopped: one.clock }}>
                <Count n={one.ended} />
              </Link>
            </td>
          </tr>
        ))}
      </Table>
    </Card>
  )
}

export function PingPong({ handovers }: { handovers: Figures['handovers'] }) {
  const { t } = useTranslation()
  const [first] = handovers
  const heads = [t('management.claim'), t('management.handed'), t('management.returned')]
  const rows = handovers.map(({ number, handed, returned }) => [number, handed, returned])
  const title = first
    ? t('management.pingFinding', { mean: decimal(String(first.meanReturned), 2), count: first.claims })
    : t('management.ping')
  return (
    <Card wide title={title} measure={t('management.pingMeasure')} rows={[heads, ...rows]}>
      <Table heads={heads}>
        {handovers.map(({ number, title: subject, handed, returned }) => (
          <tr key={number}>
            <th scope="row">
              <Link className="l nw" to="/cases/$number" params={{ number }}>
                {number}
              </Link>{' '}
              <span className="q" dir="auto">
                {subject}
              </span>
            </th>
            <td className="r">{handed}</td>
            <td className="r">{returned}</td>
          </tr>
        ))}
      </Table>
    </Card>
  )
}
