// The entry of the outline that is open: the heading of a section, or an item.
import { useTranslation } from 'react-i18next'
import { Icon } from '../shell/Icon.tsx'
import type { PlacedFault } from './BuilderFaults.tsx'
import type { Contents, Item, Section } from './contents.ts'
import { ItemEditor } from './ItemEditor.tsx'
import type { Place } from './missing-texts.ts'
import { stepped } from './moved.ts'
import { TextField } from './TextField.tsx'

interface EntryEditorProps {
  contents: Contents
  place: Place
  choose: (place: Place) => void
  language: string
  change: ((contents: Contents) => void) | null
  faults: readonly PlacedFault[]
}

export function EntryEditor({ contents, place, choose, language, change, faults }: EntryEditorProps) {
  const { t } = useTranslation()
  const { section: at, item: index } = place
  const section = contents.sections[at]
  if (!section) {
    return <p className="m wave-none">{t('questionnaires.emptyHint')}</p>
  }
  const item = index === null ? null : (section.items[index] ?? null)
  const putSection = (next: Section | null) => {
    const sections = next === null ? contents.sections.toSpliced(at, 1) : contents.sections.with(at, next)
    change?.({ ...contents, sections })
  }
  const putItem = (next: Item | null) => {
    if (index === null) return
    putSection({
      ...section,
      items: next === null ? section.items.toSpliced(index, 1) : section.items.with(index, next),
    })
  }
  const move = (step: 1 | -1) => {
    const next = stepped(contents, place, step)
    if (!next) return
    change?.(next.contents)
    choose(next.place)
  }
  const mine = faults.filter((fault) => fault.place?.section === at && fault.place.item === index)
  const faultOf = (name: string) => {
    const fault = mine.find(({ field }) => field.endsWith(`.${name}`))
    return fault?.code === 'untranslated' ? t('questionnaires.lacksText') : fault?.text
  }
  return (
    <div className="entry-editor">
      {item ? (
        <ItemEditor
          key={`${at} ${index}`}
          item={item}
          language={language}
          languages={contents.languages}
          change={change && putItem}
          faultOf={faultOf}
        />
      ) : (
        <>
          <TextField
            label={t('questionnaires.sectionTitle')}
            text={section.title}
            language={language}
            change={change && ((title) => putSection({ ...section, title }))}
            fault={faultOf('title')}
            max={200}
          />
          {at === 0 && (
            <>
              <TextField
                label={t('questionnaires.introduction')}
                text={contents.introduction}
                language={language}
                change={change && ((introduction) => change({ ...contents, introduction }))}
                fault={undefined}
                max={2_000}
              />
              <TextField
                label={t('questionnaires.thanks')}
                text={contents.thanks}
                language={language}
                change={change && ((thanks) => change({ ...contents, thanks }))}
                fault={undefined}
                max={2_000}
              />
            </>
          )}
        </>
      )}
      {change && (
        <div className="row-flex entry-steps">
          <button type="button" className="btn" aria-label={t('questionnaires.up')} onClick={() => move(-1)}>
            ↑
          </button>
          <button type="button" className="btn" aria-label={t('questionnaires.down')} onClick={() => move(1)}>
            ↓
          </button>
          <span className="space" />
          <button
            type="button"
            className="btn ghost"
            onClick={() => {
              if (item) putItem(null)
              else putSection(null)
              choose({
                section: item ? at : Math.max(0, at - 1),
                item: item && index !== null && index > 0 ? index - 1 : null,
              })
            }}
          >
            <Icon name="cross" />
            {t(item ? 'questionnaires.removeItem' : 'questionnaires.removeSection')}
          </button>
        </div>
      )}
    </div>
  )
}
