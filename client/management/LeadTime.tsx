// Lead time by state as heat on the map of the claim: the longer the median, the fuller the box; the same as a table.
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLayout } from '../diagram/layouts.ts'
import { MapCanvas } from '../diagram/MapCanvas.tsx'
import { mapModel } from '../diagram/map-model.ts'
import type { ManagementData } from '../generated/management.ts'
import type { ClaimsSearch } from '../shell/searches.ts'
import { labelLanguage } from '../words/language.ts'
import { Card, Count } from './Card.tsx'
import { hoursText } from './figures-text.ts'
import { leadPicture } from './lead-picture.tsx'
import '../diagram/diagram.css'

type Stay = NonNullable<ManagementData['claimFigures']>['stays'][number]

export function LeadTime({ stays, search }: { stays: readonly Stay[]; search: ClaimsSearch }) {
  const { t } = useTranslation()
  const layout = useLayout('claim')
  const navigate = useNavigate()
  const [place, setPlace] = useState(1)
  const [asTable, setAsTable] = useState(false)
  if (!layout) return <div className="bones" />
  const names = layout.states[labelLanguage()] ?? {}
  const nameOf = (state: string) => names[state] ?? state
  const region = layout.regions[place - 1]
  const drawn = region?.states.filter(({ end }) => !end).map(({ state }) => state) ?? []
  const shown = stays.filter((stay) => stay.place === place && drawn.includes(stay.state))
  const longest = shown.toSorted((a, b) => b.median - a.median)[0]
  const figures = new Map(
    shown.map((stay) => [
      stay.state,
      {
        text: `${hoursText(stay.median, t)} · n ${stay.n}`,
        strength: stay.median / Math.max(longest?.median ?? 1, 0.01),
        open: () => void navigate({ to: '/claims', search: { ...search, left: stay.state } }),
      },
    ]),
  )
  const heads = [t('map.state'), t('management.median'), t('management.p90'), 'n']
  const rows = [
    heads,
    ...shown.map(({ state, median, p90, n }) => [nameOf(state), hoursText(median, t), hoursText(p90, t), n]),
  ]
  const title = longest
    ? t('management.leadFinding', { state: nameOf(longest.state), time: hoursText(longest.median, t) })
    : t('management.lead')
  return (
    <Card
      wide
      title={title}
      measure={t('management.leadMeasure')}
      rows={rows}
      picture={region && leadPicture(title, region, nameOf, figures)}
      tools={
        <>
          <fieldset className="segments" aria-label={t('map.regions')}>
            {layout.regions.map(({ name }, index) => (
              <button key={name} type="button" aria-pressed={place === index + 1} onClick={() => setPlace(index + 1)}>
                {t(`map.region.${name}`)}
              </button>
            ))}
          </fieldset>
          <button type="button" className="l s" onClick={() => setAsTable(!asTable)}>
            {t(asTable ? 'common.asPicture' : 'common.asTable')}
          </button>
        </>
      }
    >
      {asTable || !region ? (
        <table className="figures">
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
            {shown.map(({ state, median, p90, n }) => (
              <tr key={state}>
                <th scope="row">{nameOf(state)}</th>
                <td className="r nw">{hoursText(median, t)}</td>
                <td className="r nw">{hoursText(p90, t)}</td>
                <td className="r">
                  <Link
                    className="l"
                    to="/claims"
                    search={{ ...search, left: state }}
                    aria-label={`${nameOf(state)}: ${n}`}
                  >
                    <Count n={n} />
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <div className="map">
          <MapCanvas
            key={region.name}
            region={region}
            model={{ ...mapModel(region, '', [], [], []), lookOf: () => 'plain' }}
            zoom={1}
            nameOf={nameOf}
            choose={() => undefined}
            chosen={null}
            summary={title}
            figures={figures}
          />
        </div>
      )}
    </Card>
  )
}
