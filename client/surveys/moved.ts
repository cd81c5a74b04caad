// Moves an entry of a questionnaire to another place: sections among sections, items from section to section.
import type { Contents } from './contents.ts'
import type { Place } from './missing-texts.ts'

/** One step up or down; an item at the edge of its section goes over into the next one. Null where there is no further. */
export function stepped(contents: Contents, place: Place, step: 1 | -1): { contents: Contents; place: Place } | null {
  const { section, item } = place
  if (item === null) {
    if (!contents.sections[section + step]) return null
    return { contents: movedSection(contents, section, section + step), place: { section: section + step, item: null } }
  }
  const items = contents.sections[section]?.items ?? []
  const to = item + step
  if (to >= 0 && to < items.length) {
    const target = { section, item: to }
    return { contents: movedItem(contents, { section, item }, target), place: target }
  }
  const beside = contents.sections[section + step]
  if (!beside) return null
  const target = { section: section + step, item: step === 1 ? 0 : beside.items.length }
  return { contents: movedItem(contents, { section, item }, target), place: target }
}

interface ItemPlace {
  section: number
  item: number
}

/** To the place that the item has afterwards. */
export function movedItem(contents: Contents, from: ItemPlace, to: ItemPlace): Contents {
  const moving = contents.sections[from.section]?.items[from.item]
  if (!moving) return contents
  const without = contents.sections.map((section, at) =>
    at === from.section ? { ...section, items: section.items.filter((_, index) => index !== from.item) } : section,
  )
  const sections = without.map((section, at) =>
    at === to.section ? { ...section, items: section.items.toSpliced(to.item, 0, moving) } : section,
  )
  return { ...contents, sections }
}

function movedSection(contents: Contents, from: number, to: number): Contents {
  const moving = contents.sections[from]
  if (!moving) return contents
  return { ...contents, sections: contents.sections.toSpliced(from, 1).toSpliced(to, 0, moving) }
}
