// Words of a comment with the people named in it: kept as `@[key]`, shown with the name that the person has now.

export interface Mentioned {
  id: string
  name: string
}

export interface CommentPart {
  text: string
  /** Key of the person who is named here. */
  personId: string | null
}

/** Keys of the people named, each once. */
export function mentionedIn(body: string): string[] {
  return [...new Set(Array.from(body.matchAll(token), ([, id = '']) => id))]
}

/** The words in order, each person named in a part of its own; a token of nobody stays what it is. */
export function partsOf(body: string, mentioned: readonly Mentioned[]): CommentPart[] {
  return body.split(/(@\[[0-9a-f-]{36}\])/).flatMap((text): CommentPart[] => {
    const person = mentioned.find(({ id }) => text === `@[${id}]`)
    if (person) return [{ text: `@${person.name}`, personId: person.id }]
    return text === '' ? [] : [{ text, personId: null }]
  })
}

export function plainText(body: string, mentioned: readonly Mentioned[]): string {
  return partsOf(body, mentioned)
    .map(({ text }) => text)
    .join('')
}

const token = /@\[([0-9a-f-]{36})\]/g
