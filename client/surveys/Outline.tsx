// The outline: sections with their items; order by dragging, by Alt with the arrows, or by the buttons of the open entry.
import { type DragEvent, type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../shell/Icon.tsx'
import { type Contents, newItem, type Text } from './contents.ts'
import type { MissingText, Place } from './missing-texts.ts'
import { movedItem, stepped } from './moved.ts'

interface OutlineProps {
  contents: Contents
  place: Place
  choose: (place: Place) => void
  change: ((contents: Contents) => void) | null
  language: string
  missing: readonly MissingText[]
}

interface ItemPlace {
  section: number
  item: number
}

export function Outline({ contents, place, choose, change, language, missing }: OutlineProps) {
  const { t } = useTranslation()
  const [dragged, setDragged] = useState<ItemPlace | null>(null)
  const [over, setOver] = useState<ItemPlace | null>(null)
  const read = (text: Text) => text[language]?.trim() || Object.values(text).find((words) => words?.trim()) || ''
  const codes = contents.sections.flatMap(({ items }) => items.map(({ code }) => code))
  const lacks = (section: number, item: number | null) =>
    missing.some((one) => one.section === section && one.item === item && one.language === language)
  const move = (of: Place) => (event: KeyboardEvent) => {
    if (!change || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    const next = stepped(contents, of, event.key === 'ArrowUp' ? -1 : 1)
    if (!next) return
    change(next.contents)
    choose(next.place)
    requestAnimationFrame(() => document.getElementById(idOf(next.place))?.focus())
  }
  const drop = (to: ItemPlace) => (event: DragEvent) => {
    event.preventDefault()
    setOver(null)
    if (!change || !dragged) return
    const after = dragged.section === to.section && dragged.item < to.item ? to.item - 1 : to.item
    change(movedItem(contents, dragged, { section: to.section, item: after }))
    choose({ section: to.section, item: after })
    setDragged(null)
  }
  const target = (to: ItemPlace) => ({
    onDragOver: (event: DragEvent) => {
      if (!dragged) return
      event.preventDefault()
      setOver(to)
    },
    onDrop: drop(to),
  })
  return (
    <nav className="outline" aria-label={t('questionnaires.outline')}>
      {contents.sections.map(({ title, items }, section) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sections have no name of their own
        <div key={section} className="outline-section">
          <button
            type="button"
            id={idOf({ section, item: null })}
            className="outline-title"
            aria-current={place.section === section && place.item === null ? 'true' : undefined}
            aria-keyshortcuts={change ? 'Alt+ArrowUp Alt+ArrowDown' : undefined}
            onClick={() => choose({ section, item: null })}
            onKeyDown={move({ section, item: null })}
          >
            <bdi>{read(title) || t('questionnaires.untitled')}</bdi>
            {lacks(section, null) && <Lacking />}
          </button>
          <ol>
            {items.map((item, at) => (
              <li
                key={item.code}
                className={over?.section === section && over.item === at ? 'over' : undefined}
                {...target({ section, item: at })}
              >
                <button
                  type="button"
                  id={idOf({ section, item: at })}
                  className="outline-item"
                  draggable={change !== null}
                  aria-current={place.section === section && place.item === at ? 'true' : undefined}
                  aria-keyshortcuts={change ? 'Alt+ArrowUp Alt+ArrowDown' : undefined}
                  onDragStart={(event) => {
                    event.dataTransfer.setData('text/plain', item.code)
                    setDragged({ section, item: at })
                  }}
                  onDragEnd={() => {
                    setDragged(null)
                    setOver(null)
                  }}
                  onClick={() => choose({ section, item: at })}
                  onKeyDown={move({ section, item: at })}
                >
                  <span className="ell">
                    <bdi>{read(item.wording) || item.code}</bdi>
                  </span>
                  {item.obligatory && (
                    <span className="q" title={t('questionnaires.obligatory')}>
                      *
                    </span>
                  )}
                  {lacks(section, at) && <Lacking />}
                </button>
              </li>
            ))}
          </ol>
          {change && (
            <div
              className={over?.section === section && over.item === items.length ? 'outline-add over' : 'outline-add'}
              {...target({ section, item: items.length })}
            >
              <button
                type="button"
                className="quiet-link"
                onClick={() => {
                  const sections = contents.sections.map((one, index) =>
                    index === section ? { ...one, items: [...one.items, newItem(codes)] } : one,
                  )
                  change({ ...contents, sections })
                  choose({ section, item: items.length })
                }}
              >
                {t('questionnaires.addItem')}
              </button>
            </div>
          )}
        </div>
      ))}
      {change && (
        <button
          type="button"
          className="btn"
          onClick={() => {
            change({ ...contents, sections: [...contents.sections, { title: {}, items: [] }] })
            choose({ section: contents.sections.length, item: null })
          }}
        >
          <Icon name="plus" />
          {t('questionnaires.addSection')}
        </button>
      )}
      {change && <p className="xs q">{t('questionnaires.orderHint')}</p>}
    </nav>
  )

  function Lacking() {
    return <span className="lacking-dot" title={t('questionnaires.lacksText')} />
  }
}

function idOf({ section, item }: Place): string {
  return `outline-${section}-${item ?? 'title'}`
}
