// Answers as the form holds them, and as they are sent: one for each item that says something.
import type { AskedItem, EnterResponseVariables } from '../generated/answers.ts'

export interface Given {
  number?: string
  importance?: string
  words?: readonly string[]
  ranks?: Readonly<Record<string, string>>
  text?: string
}

export type GivenAnswers = Readonly<Record<string, Given>>

export function isGiven({ number, words, ranks, text }: Given = {}): boolean {
  return Boolean(number?.trim() || words?.length || Object.values(ranks ?? {}).some(Boolean) || text?.trim())
}

/** Codes of obligatory items that nothing was said of. */
export function missingOf(items: readonly AskedItem[], answers: GivenAnswers): string[] {
  return items.filter(({ obligatory, code }) => obligatory && !isGiven(answers[code])).map(({ code }) => code)
}

/** In the order of the items; a decimal comma is read as a point. */
export function answersInput(
  items: readonly AskedItem[],
  answers: GivenAnswers,
): EnterResponseVariables['input']['answers'] {
  return items.flatMap(({ code }) => {
    const given = answers[code]
    if (!given || (!isGiven(given) && !given.importance)) return []
    const ranks = Object.entries(given.ranks ?? {}).flatMap(([option, rank]) =>
      rank ? [{ option, rank: Number(rank) }] : [],
    )
    return [
      {
        item: code,
        ...(given.number?.trim() && { number: given.number.trim().replace(',', '.') }),
        ...(given.importance && { importance: given.importance }),
        ...(given.words?.length && { words: given.words }),
        ...(ranks.length > 0 && { ranks }),
        ...(given.text?.trim() && { text: given.text }),
      },
    ]
  })
}
