// One region as a picture: lines in SVG under boxes that hold their words; states and steps share one tab stop.
import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DiagramEdge, DiagramRegion } from '../../schema/diagram.ts'
import { type Direction, type MapPlace, placeTowards } from './map-keys.ts'
import { type LineLook, type MapModel, mirrored } from './map-model.ts'

interface MapCanvasProps {
  region: DiagramRegion
  model: MapModel
  zoom: number
  nameOf: (state: string) => string
  /** Opens the form of a step. */
  choose: (event: string) => void
  chosen: string | null
  /** What the picture says in words. */
  summary: string
  /** A figure above a state, and how strongly its box is filled, from 0 to 1. */
  figures?: ReadonlyMap<string, { text: string; strength: number; open: () => void }>
}

const looks: LineLook[] = ['plain', 'passed', 'lacking', 'able']
const arrows: Record<string, Direction> = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'onward', ArrowLeft: 'back' }

export function MapCanvas({ region: drawn, model, zoom, nameOf, choose, chosen, summary, figures }: MapCanvasProps) {
  const { t } = useTranslation()
  const heads = useId()
  const scroll = useRef<HTMLDivElement>(null)
  const mirror = document.documentElement.dir === 'rtl'
  const region = useMemo(() => (mirror ? mirrored(drawn) : drawn), [drawn, mirror])
  const [focused, setFocused] = useState<string | null>(null)
  const stop = focused ?? (model.current || region.first)
  const drag = useDrag(scroll)
  useEffect(() => {
    const box = scroll.current
    const current = region.states.find(({ state }) => state === model.current)
    if (!box || !current) return
    box.scrollLeft = (current.x + current.width / 2) * zoom - box.clientWidth / 2
    box.scrollTop = (current.y + current.height / 2) * zoom - box.clientHeight / 2
  }, [region, model.current, zoom])
  const move = (event: KeyboardEvent) => {
    const pressed = arrows[event.key]
    if (!pressed) return
    const turned = mirror && (pressed === 'onward' || pressed === 'back')
    const direction = turned ? (pressed === 'onward' ? 'back' : 'onward') : pressed
    const next = placeTowards(direction, stop, region, model, placesOf(region, model))
    event.preventDefault()
    if (next === null) return
    setFocused(next)
    scroll.current?.querySelector<HTMLElement>(`[data-place="${CSS.escape(next)}"]`)?.focus()
  }
  const place = (id: string) => ({
    'data-place': id,
    tabIndex: id === stop ? 0 : -1,
    onFocus: () => setFocused(id),
  })
  return (
    // biome-ignore lint/a11y/useSemanticElements: a picture with buttons in it is no fieldset
    <div className="map-scroll" dir="ltr" ref={scroll} role="group" aria-label={summary} onKeyDown={move} {...drag}>
      <div className="map-size" style={{ width: region.width * zoom, height: region.height * zoom }}>
        <div
          className="map-picture"
          style={{ width: region.width, height: region.height, transform: zoom === 1 ? undefined : `scale(${zoom})` }}
        >
          <svg width={region.width} height={region.height} aria-hidden="true">
            <defs>
              {looks.map((look) => (
                <marker
                  key={look}
                  id={`${heads}${look}`}
                  className={`map-head ${look}`}
                  markerUnits="userSpaceOnUse"
                  markerWidth="9"
                  markerHeight="8"
                  refX="8"
                  refY="4"
                  orient="auto"
                >
                  <path d="M0 0L9 4L0 8z" />
                </marker>
              ))}
            </defs>
            {region.edges
              .map((edge) => ({ edge, look: model.lookOf(edge) }))
              .toSorted((a, b) => looks.indexOf(a.look) - looks.indexOf(b.look))
              .map(({ edge, look }) => (
                <path
                  key={`${edge.from} ${edge.to}`}
                  className={`map-line ${look}`}
                  d={lineOf(edge)}
                  markerEnd={`url(#${heads}${look})`}
                />
              ))}
          </svg>
          {region.states.map(({ state, x, y, width, height, end }) => {
            const look = state === model.current ? 'current' : model.passed.has(state) ? 'passed' : 'ahead'
            const figure = figures?.get(state)
            const aim = model.steps.some(({ to }) => to === state) ? ' aim' : ''
            return (
              <div
                key={state}
                role="img"
                className={`map-state ${look}${end ? ' end' : ''}${aim}`}
                style={{
                  left: x,
                  top: y,
                  width,
                  height,
                  ...(figure && { backgroundColor: heat(figure.strength), borderWidth: 1 + figure.strength * 3 }),
                }}
                aria-label={[nameOf(state), figures ? figure?.text : t(`map.${look}`)].filter(Boolean).join(': ')}
                {...place(state)}
              >
                {look === 'current' && !figures && <i className="map-dot" />}
                <span dir="auto">{nameOf(state)}</span>
              </div>
            )
          })}
          {region.rooms.map(({ state, x, y, width, height }) => {
            const steps = model.steps.filter(({ to }) => to === state)
            const figure = figures?.get(state)
            if (steps.length === 0 && !figure) return null
            return (
              <div key={state} className="map-room" style={{ left: x, top: y, width, height }}>
                {figure && (
                  <button
                    type="button"
                    className="map-figure"
                    aria-label={`${nameOf(state)}: ${figure.text}`}
                    onClick={figure.open}
                  >
                    {figure.text}
                  </button>
                )}
                {steps.map(({ id, action }) => (
                  <button
                    key={id}
                    type="button"
                    className={action.ready ? 'map-step' : 'map-step lacking'}
                    aria-disabled={!action.ready || undefined}
                    aria-expanded={chosen === action.event}
                    title={action.ready ? undefined : action.lacking}
                    onClick={() => action.ready && choose(action.event)}
                    {...place(id)}
                  >
                    {action.label}
                  </button>
                ))}
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}

function heat(strength: number): ReactNode & string {
  return `color-mix(in srgb, var(--bars) ${Math.round(strength * 100)}%, var(--surface))`
}

function lineOf({ points }: DiagramEdge): string {
  return points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('')
}

function placesOf({ states, rooms }: DiagramRegion, { steps }: MapModel): MapPlace[] {
  const middle = (one: { x: number; y: number; width: number; height: number }) => ({
    x: one.x + one.width / 2,
    y: one.y + one.height / 2,
  })
  const buttons = rooms.flatMap((room) => {
    const own = steps.filter(({ to }) => to === room.state)
    const rest = room.height / Math.max(own.length, 1)
    return own.map(({ id }, index) => ({ id, x: middle(room).x, y: room.y + rest * (index + 0.5) }))
  })
  return [...states.map((one) => ({ id: one.state, ...middle(one) })), ...buttons]
}

/** The picture follows a mouse that is pressed on its ground; fingers scroll by themselves. */
function useDrag(scroll: { current: HTMLDivElement | null }) {
  const held = useRef<{ x: number; y: number } | null>(null)
  return {
    onPointerDown: (event: React.PointerEvent) => {
      if (event.pointerType !== 'mouse' || (event.target as Element).closest('[data-place]')) return
      held.current = { x: event.clientX, y: event.clientY }
      scroll.current?.setPointerCapture(event.pointerId)
    },
    onPointerMove: ({ clientX, clientY }: React.PointerEvent) => {
      if (!held.current || !scroll.current) return
      scroll.current.scrollLeft -= clientX - held.current.x
      scroll.current.scrollTop -= clientY - held.current.y
      held.current = { x: clientX, y: clientY }
    },
    onPointerUp: () => {
      held.current = null
    },
  }
}
