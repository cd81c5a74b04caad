// Beside the list: what just changed, what was promised, and what can be done with the row under the keyboard.
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { stateText } from '../claims/state-text.ts'
import { RowActionsDocument } from '../generated/row-actions.ts'
import type { WorkCase } from '../generated/work.ts'
import type { WorkClocksData } from '../generated/work-clocks.ts'
import { useSettled } from '../parts/settled.ts'
import { useMe } from '../shell/me.ts'
import { shortDay, shortWhen } from '../words/dates.ts'
import type { WorkRow } from './work-rows.ts'

interface WorkRailProps {
  cases: readonly WorkCase[]
  times: WorkClocksData | undefined
  row: WorkRow | null
  now: Date
}

export function WorkRail({ cases, times, row, now }: WorkRailProps) {
  const { t } = useTranslation()
  const { personId } = useMe()
  const changed = cases.toSorted((a, b) => b.changedAt.localeCompare(a.changedAt)).slice(0, 4)
  const promises = (times?.myCases.nodes ?? [])
    .flatMap(({ promises, account, number }) => promises.map((promise) => ({ ...promise, account, number })))
    .filter(({ keptAt, madeBy }) => keptAt === null && madeBy.id === personId)
    .toSorted((a, b) => a.dueAt.localeCompare(b.dueAt))
  return (
    <aside className="rail">
      {changed.length > 0 && (
        <section>
          <h2>{t('work.changed')}</h2>
          <ul className="feed">
            {changed.map((one) => (
              <li key={one.id}>
                <time dateTime={one.changedAt}>{shortWhen(one.changedAt, now)}</time>
                <span>
                  <Link to="/cases/$number" params={{ number: one.number }} className="l nw">
                    {one.number}
                  </Link>{' '}
                  {t('work.nowIn', { state: one.__typename === 'Claim' ? stateText(one, t) : one.stateLabel })}{' '}
                  <span className="q">{one.account.name}</span>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {promises.length > 0 && (
        <section>
          <h2>{t('work.promised')}</h2>
          <ul className="feed">
            {promises.slice(0, 4).map((promise) => (
              <li key={promise.id}>
                <time dateTime={promise.dueAt}>{shortDay(promise.dueAt)}</time>
                <Link to="/cases/$number" params={{ number: promise.number }}>
                  <span dir="auto">{promise.text}</span>
                  <br />
                  <span className="q">{t('work.promisedTo', { who: promise.account.name })}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {row && row.kind !== 'followUp' && <RowActions key={row.id} row={row} />}
    </aside>
  )
}

function RowActions({ row }: { row: WorkRow }) {
  const { t } = useTranslation()
  const number = useSettled(row.opens, 250)
  const [{ data }] = useQuery({ query: RowActionsDocument, variables: { number }, pause: number !== row.opens })
  return (
    <section aria-live="polite">
      <h2>{t('work.next')}</h2>
      <ul className="row-actions">
        <li>
          <Link to="/cases/$number" params={{ number: row.opens }}>
            {t('work.open')}
          </Link>
          <kbd>Enter</kbd>
        </li>
        {(data?.case?.actions ?? []).slice(0, 4).map(({ event, label, ready, requires }) => {
          const lacking = requires.filter(({ hint, fromInput }) => !hint && !fromInput).length
          return (
            <li key={event} className={ready ? undefined : 'off'}>
              <span>
                {label}
                {!ready && (
                  <>
                    <br />
                    <span className="xs">{t('work.missing', { count: lacking })}</span>
                  </>
                )}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
