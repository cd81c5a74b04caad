// Words of a comment as they are typed, with the people who were picked, and as they are sent.
export interface Written {
  text: string
  /** Picked while it was written; only those whose name still stands in the text are sent. */
  people: readonly { id: string; name: string }[]
}

export const nothingWritten: Written = { text: '', people: [] }

/** The name that is being typed behind an at sign at the caret; null where there is none. */
export function nameAt(text: string, caret: number): string | null {
  return /(?:^|[\s(])@([\p{L}\p{M}'’-]*(?: [\p{L}\p{M}'’-]*)?)$/u.exec(text.slice(0, caret))?.[1] ?? null
}

/** Puts the picked person in the place of what was typed of the name; says where the caret goes. */
export function pick(
  { text, people }: Written,
  caret: number,
  person: { id: string; name: string },
): { written: Written; caret: number } {
  const typed = nameAt(text, caret) ?? ''
  const before = `${text.slice(0, caret - typed.length)}${person.name} `
  const known = people.filter(({ id }) => id !== person.id)
  return { written: { text: before + text.slice(caret), people: [...known, person] }, caret: before.length }
}

/** The words with each person who was picked as `@[id]`; a longer name is looked for first. */
export function sentText({ text, people }: Written): string {
  return people
    .toSorted((a, b) => b.name.length - a.name.length)
    .reduce((rest, { id, name }) => rest.replaceAll(`@${name}`, `@[${id}]`), text)
}

/** A comment that is there already, to be edited. */
export function writtenFrom(parts: readonly { text: string; personId: string | null }[]): Written {
  return {
    text: parts.map(({ text }) => text).join(''),
    people: parts.flatMap(({ text, personId }) => (personId ? [{ id: personId, name: text.slice(1) }] : [])),
  }
}
