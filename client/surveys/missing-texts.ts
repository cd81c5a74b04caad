// Texts that a questionnaire lacks, language by language, each with its place.
import type { Contents, Text } from './contents.ts'

export interface Place {
  section: number
  /** Null: the heading of the section. */
  item: number | null
}

export interface MissingText extends Place {
  language: string
  /** In another language, so that one knows what it is about. */
  about: string
  obligatory: boolean
}

export function missingTexts({ languages, sections }: Contents): MissingText[] {
  return languages.flatMap((language) =>
    sections.flatMap(({ title, items }, section) => [
      ...lacking(title, language, { section, item: null, obligatory: true }),
      ...items.flatMap(({ wording, options, code, obligatory }, item) => {
        const place = { section, item, obligatory }
        return [
          ...lacking(wording, language, place, code),
          ...options.flatMap((option) => lacking(option.wording, language, place, option.code)),
        ]
      }),
    ]),
  )
}

function lacking(
  text: Text,
  language: string,
  place: Omit<MissingText, 'language' | 'about'>,
  code = '',
): MissingText[] {
  if (text[language]?.trim()) return []
  const about = Object.values(text).find((words) => words?.trim()) ?? code
  return [{ ...place, language, about }]
}
