// The live state diagram of a case: one region at a time, as a picture or as a table; steps open their form.
import { type ReactNode, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Diagram } from '../../schema/diagram.ts'
import { Icon } from '../shell/Icon.tsx'
import { labelLanguage } from '../words/language.ts'
import { useLayout } from './layouts.ts'
import { MapCanvas } from './MapCanvas.tsx'
import { MapTable } from './MapTable.tsx'
import { type MapAction, type MapModel, mapModel } from './map-model.ts'
import { type StateChange, type Stay, staysOf } from './stays.ts'

export interface StateMapProps {
  /** Kind of the chart. */
  kind: string
  /** Current state of each region, in the chart's order; null where the viewer does not see it. */
  current: readonly (string | null)[]
  history: readonly StateChange[]
  actions: readonly MapAction[]
  chosen: string | null
  choose: (event: string) => void
  now: Date
  /** What else stands among the tools. */
  tools?: ReactNode
}

export function StateMap(props: StateMapProps) {
  const layout = useLayout(props.kind)
  return layout ? <LaidMap {...props} layout={layout} /> : <div className="bones map-bones" />
}

function LaidMap({
  layout,
  current,
  history,
  actions,
  chosen,
  choose,
  now,
  tools,
}: StateMapProps & { layout: Diagram }) {
  const { t } = useTranslation()
  const [at, setAt] = useState(0)
  const [asTable, setAsTable] = useState(false)
  const frame = useRef<HTMLDivElement>(null)
  const [zoom, setZoom] = useState(1)
  const names = layout.states[labelLanguage()] ?? {}
  const nameOf = (state: string) => names[state] ?? state
  const regions = useMemo(() => modelsOf(layout, current, history, actions), [layout, current, history, actions])
  const shown = regions[at] ?? regions[0]
  const width = shown?.region.width ?? 0
  const fit = () => setZoom(Math.min(1, (frame.current?.clientWidth ?? width) / width))
  if (!shown) return null
  const staying = actions.filter(
    ({ event }) => !regions.some(({ model }) => model.steps.some((one) => one.action.event === event)),
  )
  const summary = t('map.summary', {
    now: nameOf(shown.model.current),
    passed: [...shown.model.passed].map(nameOf).join(', ') || t('map.nothing'),
    can: shown.model.steps.map(({ action, to }) => `${action.label} → ${nameOf(to)}`).join('; ') || t('map.nothing'),
  })
  return (
    <div className="map" ref={frame}>
      <div className="map-tools">
        {regions.length > 1 && (
          <fieldset className="segments" aria-label={t('map.regions')}>
            {regions.map(({ region, model }, index) => (
              <button
                key={region.name}
                type="button"
                aria-pressed={region === shown.region}
                onClick={() => setAt(index)}
              >
                {t(`map.region.${region.name}`, { defaultValue: nameOf(model.current) })}
                {index > 0 && <bdi className="q map-now">{nameOf(model.current)}</bdi>}
              </button>
            ))}
          </fieldset>
        )}
        <span className="space" />
        {!asTable && (
          <span className="map-zoom">
            <button type="button" className="btn ghost" onClick={fit}>
              {t('map.fit')}
            </button>
            <button
              type="button"
              className="btn ghost"
              aria-label={t('map.smaller')}
              onClick={() => setZoom(zoom * 0.8)}
            >
              −
            </button>
            <button
              type="button"
              className="btn ghost"
              aria-label={t('map.larger')}
              onClick={() => setZoom(Math.min(zoom * 1.25, 2))}
            >
              <Icon name="plus" />
            </button>
          </span>
        )}
        <button type="button" className="l s" onClick={() => setAsTable(!asTable)}>
          {t(asTable ? 'common.asPicture' : 'common.asTable')}
        </button>
        {tools}
      </div>
      {asTable ? (
        <MapTable stays={shown.stays} steps={shown.model.steps} nameOf={nameOf} now={now} caption={summary} />
      ) : (
        <MapCanvas
          key={shown.region.name}
          region={shown.region}
          model={shown.model}
          {...{ zoom, nameOf, choose, chosen, summary }}
        />
      )}
      <div className="map-foot">
        {staying.length > 0 && (
          <p className="s m map-staying">
            {t('map.staying')}:{' '}
            {staying.map(({ event, label, ready }) => (
              <button key={event} type="button" className="l s" disabled={!ready} onClick={() => choose(event)}>
                {label}
              </button>
            ))}
          </p>
        )}
        {!asTable && <Legend />}
      </div>
    </div>
  )
}

interface ShownRegion {
  region: Diagram['regions'][number]
  stays: Stay[]
  model: MapModel
}

/** A step that moves several regions has its button in the first one that shows it. */
function modelsOf(
  { regions }: Diagram,
  current: StateMapProps['current'],
  history: readonly StateChange[],
  actions: readonly MapAction[],
): ShownRegion[] {
  const taken: string[] = []
  return regions.flatMap((region, at) => {
    const state = current[at]
    if (!state) return []
    const states = region.states.map((one) => one.state)
    const stays = staysOf(history, { at, of: regions.length, states })
    const model = mapModel(region, state, stays, actions, taken)
    taken.push(...model.steps.map(({ action }) => action.event))
    return [{ region, stays, model }]
  })
}

function Legend() {
  const { t } = useTranslation()
  return (
    <ul className="map-legend xs q" aria-label={t('map.legend')}>
      {(['current', 'passed', 'able', 'lacking', 'final'] as const).map((look) => (
        <li key={look}>
          <i className={`map-key ${look}`} />
          {t(`map.${look}`)}
        </li>
      ))}
    </ul>
  )
}
