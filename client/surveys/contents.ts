// A questionnaire as the builder holds it: sections with items, every text by language; and as it is sent, and shown.
import type { VersionContents, WriteVersionVariables } from '../generated/questionnaires.ts'
import type { Questionnaire } from '../survey/survey-api.ts'

export type Text = Partial<Record<string, string>>
export type ItemKind = VersionContents['sections'][number]['items'][number]['kind']
type Language = VersionContents['languages'][number]

export interface Option {
  code: string
  wording: Text
}

export interface Item {
  code: string
  kind: ItemKind
  scaleMin: number | null
  scaleMax: number | null
  decimals: boolean
  obligatory: boolean
  asksImportance: boolean
  tiesAllowed: boolean
  wording: Text
  options: readonly Option[]
}

export interface Section {
  title: Text
  items: readonly Item[]
}

export interface Contents {
  languages: readonly Language[]
  introduction: Text
  thanks: Text
  sections: readonly Section[]
}

type Worded = readonly { language: string; text: string }[]

export function contentsOf(version: VersionContents): Contents {
  return {
    languages: version.languages,
    introduction: textOf(version.introduction),
    thanks: textOf(version.thanks),
    sections: version.sections.map(({ titles, items }) => ({
      title: textOf(titles),
      items: items.map(({ wordings, options, ...item }) => ({
        ...item,
        wording: textOf(wordings),
        options: options.map(({ code, languages, texts }) => ({
          code,
          wording: Object.fromEntries(languages.map((language, index) => [language, texts[index] ?? ''])),
        })),
      })),
    })),
  }
}

type Written = WriteVersionVariables['input']

export function writtenOf({
  languages,
  introduction,
  thanks,
  sections,
}: Contents): Omit<Written, 'versionId' | 'revision'> {
  return {
    languages,
    introduction: wordings(introduction),
    thanks: wordings(thanks),
    sections: sections.map(({ title, items }) => ({
      title: wordings(title),
      items: items.map(({ wording, options, ...item }) => ({
        ...item,
        wording: wordings(wording),
        options: options.map(({ code, wording: text }) => ({ code, wording: wordings(text) })),
      })),
    })),
  }
}

/** As the page of respondents takes it; nothing is saved of what is answered there. */
export function shownOf({ languages, introduction, thanks, sections }: Contents, language: string): Questionnaire {
  const expiresAt = new Date(Date.now() + 30 * 86_400_000).toISOString()
  return {
    ...{ languages: [...languages], language, introduction, thanks, saved: [], expiresAt },
    sections: sections.map(({ title, items }) => ({
      title,
      items: items.map((item) => ({ ...item, options: [...item.options] })),
    })),
  }
}

const noScale = { scaleMin: null, scaleMax: null, decimals: false, asksImportance: false, tiesAllowed: false }

/** A kind with what it needs: a scale, or two answers to choose from. */
export function ofKind(item: Item, kind: ItemKind): Item {
  const offers = kind === 'choice' || kind === 'choices' || kind === 'ranking'
  const options = offers ? (item.options.length > 1 ? item.options : [newOption([]), newOption(['option1'])]) : []
  const scale =
    kind === 'rating' ? { scaleMin: 1, scaleMax: 5 } : kind === 'recommendation' ? { scaleMin: 0, scaleMax: 10 } : {}
  return { ...item, ...noScale, ...scale, kind, options }
}

export function newItem(taken: readonly string[]): Item {
  const item = { code: free('item', taken), kind: 'rating' as const, obligatory: false, wording: {}, options: [] }
  return { ...item, ...noScale, scaleMin: 1, scaleMax: 5 }
}

export function newOption(taken: readonly string[]): Option {
  return { code: free('option', taken), wording: {} }
}

function free(stem: string, taken: readonly string[]): string {
  for (let n = 1; ; n++) if (!taken.includes(`${stem}${n}`)) return `${stem}${n}`
}

function textOf(worded: Worded): Text {
  return Object.fromEntries(worded.map(({ language, text }) => [language, text]))
}

function wordings(text: Text) {
  return Object.entries(text).flatMap(([language, words]) =>
    words?.trim() ? [{ language: language as Language, text: words }] : [],
  )
}
