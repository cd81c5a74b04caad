// How each account of the manager stands: open cases, next clock, last talk, satisfaction and what losing it would cost.
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { MyAccount } from '../generated/my-accounts.ts'
import { Icon } from '../shell/Icon.tsx'
import { decimal, shortDay, shortWhen } from '../words/dates.ts'

export function MyAccountTable({ accounts, now }: { accounts: readonly MyAccount[]; now: Date }) {
  const { t } = useTranslation()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keys
    <section className="scroll mine-table" tabIndex={0} aria-label={t('mine.table')}>
      <h2>{t('mine.table')}</h2>
      <table>
        <thead>
          <tr>
            <th>{t('mine.account')}</th>
            <th className="r">{t('mine.open')}</th>
            <th>{t('mine.nextDue')}</th>
            <th>{t('mine.lastTalk')}</th>
            <th>{t('mine.trend')}</th>
            <th className="r">{t('mine.atRisk')}</th>
          </tr>
        </thead>
        <tbody>
          {accounts.map(({ id, name, critical, region, figures, valueAtRisk }) => (
            <tr key={id}>
              <td>
                <Link to="/accounts/$id" params={{ id }} className="l">
                  <bdi className="md">{name}</bdi>
                </Link>{' '}
                {critical && <span className="tag">{t('common.critical')}</span>}
                <br />
                <span className="q s">
                  {[region.name, figures?.phaseLabel, figures?.dependent && t('mine.dependent')]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </td>
              <td className="r">
                {figures && `${figures.openClaims} · ${figures.openTrials} · ${figures.openVisits}`}
                {figures && figures.lateCases > 0 && (
                  <>
                    <br />
                    <span className="s danger">{t('mine.lateCases', { count: figures.lateCases })}</span>
                  </>
                )}
              </td>
              <td className="s nw">{figures?.nextDueAt ? shortWhen(figures.nextDueAt, now) : '–'}</td>
              <td className="s nw">{figures?.lastContactAt ? shortDay(figures.lastContactAt) : '–'}</td>
              <td className="s nw">{figures && <Trend waves={figures.waves} />}</td>
              <td className="r nw" dir="ltr">
                {valueAtRisk ? `${decimal(valueAtRisk.sales, 0)} ${valueAtRisk.currency}` : '–'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Trend({ waves }: { waves: readonly { name: string; mean: number; n: number }[] }) {
  const { t } = useTranslation()
  const [before, now] = [waves.at(-2), waves.at(-1)]
  if (!now) return <span className="q">–</span>
  const change = before ? Math.round((now.mean - before.mean) * 100) / 100 : 0
  return (
    <span className="row-flex">
      <b className="b">{now.mean.toFixed(2)}</b>
      {change !== 0 && (
        <span className={change < 0 ? 'warn row-flex' : 'm row-flex'} dir="ltr">
          <Icon name={change > 0 ? 'up' : 'down'} title={t(change > 0 ? 'mine.rises' : 'mine.falls')} />
          {change > 0 ? '+' : ''}
          {change.toFixed(2)}
        </span>
      )}
      <span className="q">n = {now.n}</span>
    </span>
  )
}
