// The map in words: each stay with its times and who led there, then what can be done from here.
import { useTranslation } from 'react-i18next'
import { durationText } from '../parts/duration-text.ts'
import { dayAndTime } from '../words/dates.ts'
import type { MapStep } from './map-model.ts'
import type { Stay } from './stays.ts'

interface MapTableProps {
  stays: readonly Stay[]
  steps: readonly MapStep[]
  nameOf: (state: string) => string
  now: Date
  caption: string
}

/** The plant never sleeps through a stay: it is told in days of the calendar. */
const dayMinutes = 1440

export function MapTable({ stays, steps, nameOf, now, caption }: MapTableProps) {
  const { t } = useTranslation()
  return (
    <div className="map-table">
      <table>
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('map.state')}</th>
            <th scope="col">{t('map.entered')}</th>
            <th scope="col">{t('map.left')}</th>
            <th scope="col">{t('map.by')}</th>
            <th scope="col" className="r">
              {t('map.stayed')}
            </th>
          </tr>
        </thead>
        <tbody>
          {stays.map(({ state, entered, left, by, step }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: stays have no identity but their place
            <tr key={index}>
              <th scope="row">{nameOf(state)}</th>
              <td>{entered ? dayAndTime(entered) : t('map.earlier')}</td>
              <td>{left ? dayAndTime(left) : <b className="b accent">{t('map.current')}</b>}</td>
              <td>
                {entered && (by ?? t('common.system'))} {step && <span className="q">· {step}</span>}
              </td>
              <td className="r nw">{entered && durationText(minutesBetween(entered, left, now), dayMinutes, t)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {steps.length > 0 && (
        <p className="s m">
          {t('map.youCan')}: {steps.map(({ action, to }) => `${action.label} → ${nameOf(to)}`).join(' · ')}
        </p>
      )}
    </div>
  )
}

function minutesBetween(entered: string, left: string | null, now: Date): number {
  return ((left ? new Date(left) : now).getTime() - new Date(entered).getTime()) / 60_000
}
