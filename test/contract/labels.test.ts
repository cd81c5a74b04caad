// Every word and every text exists in every language, says the same and fills in the same places.
import { describe, expect, it } from 'vitest'
import * as actingVocabulary from '../../schema/acting-vocabulary.ts'
import * as claimVocabulary from '../../schema/claim-vocabulary.ts'
import * as mailVocabulary from '../../schema/mail-vocabulary.ts'
import * as notificationVocabulary from '../../schema/notification-vocabulary.ts'
import * as surveyVocabulary from '../../schema/survey-vocabulary.ts'
import * as taskVocabulary from '../../schema/task-vocabulary.ts'
import * as trialVocabulary from '../../schema/trial-vocabulary.ts'
import * as visitVocabulary from '../../schema/visit-vocabulary.ts'
import * as vocabulary from '../../schema/vocabulary.ts'
import { type LabelLanguage, words } from '../../schema/vocabulary.ts'
import { faultText, faultTexts } from '../../server/core/labels/fault-text.ts'
import { label } from '../../server/core/labels/label.ts'
import { letterTexts } from '../../server/core/labels/letter-text.ts'
import { missingText, missingTexts } from '../../server/core/labels/missing-text.ts'
import { notificationTexts } from '../../server/core/labels/notification-text.ts'
import { refusalText, refusalTexts } from '../../server/core/labels/refusal-text.ts'
import { fill, placesOf } from '../../server/core/labels/template.ts'
import { type WordList, type WordOf, wordLists } from '../../server/core/labels/word-lists.ts'

const languages = words(vocabulary.labelLanguages)
const lists = words(wordLists)
const labelsOf = <L extends WordList>(language: LabelLanguage, list: L) =>
  (words(wordLists[list]) as WordOf<L>[]).map((word) => label(language, list, word))
const texts: Record<string, Record<LabelLanguage, Record<string, string>>> = {
  missingTexts,
  faultTexts,
  refusalTexts,
  letterTexts,
  notificationTexts,
}

describe('labels', () => {
  it('exist for every closed list of the vocabularies', () => {
    const labelled = new Set(Object.values<object>(wordLists).flatMap((list) => Object.keys(list)))
    const closed = {
      ...vocabulary,
      ...claimVocabulary,
      ...taskVocabulary,
      ...mailVocabulary,
      ...notificationVocabulary,
      ...surveyVocabulary,
      ...actingVocabulary,
      ...trialVocabulary,
      ...visitVocabulary,
    }
    for (const [name, list] of Object.entries<unknown>(closed)) {
      if (typeof list === 'object')
        expect({ [name]: words(list ?? {}).filter((word) => !labelled.has(word)) }).toEqual({ [name]: [] })
    }
  })

  it('are in sentence case, without a full stop', () => {
    const odd = all().filter(({ text }) => !/^[\p{Lu}8]/u.test(text) || /[.\s]$/.test(text))
    expect(odd).toEqual([])
  })

  it('differ inside a list: no two buttons look alike', () => {
    for (const language of languages) {
      for (const list of lists) {
        const found = labelsOf(language, list)
        expect(found.filter((text, index) => found.indexOf(text) !== index)).toEqual([])
      }
    }
  })

  it('are the words of the trade', () => {
    expect(languages.map((language) => label(language, 'claimState', 'collecting'))).toEqual([
      'Collecting',
      'Сбор данных',
      'Деректер жиналуда',
    ])
    expect(languages.map((language) => label(language, 'caseKind', 'claim'))).toEqual(['Claim', 'Рекламация', 'Шағым'])
    expect(languages.map((language) => label(language, 'role', 'system'))).toEqual(['System', 'Система', 'Жүйе'])
  })
})

describe('labels and texts', () => {
  it('are written in the letters of their language', () => {
    const latin = /\b(?!8D\b|D\d\b|base64\b|PDF\b)[A-Za-z]+\b/
    const foreign = { en: /\p{Script=Cyrillic}/u, ru: latin, kk: latin }
    const strange = [...all(), ...allTexts()].filter(({ language, text }) =>
      foreign[language].test(text.replace(/\{\w+\}/g, '')),
    )
    expect(strange).toEqual([])
  })

  it('mix no letters of two alphabets in a word', () => {
    const mixed = /\p{Script=Cyrillic}[A-Za-z]|[A-Za-z]\p{Script=Cyrillic}/u
    expect([...all(), ...allTexts()].filter(({ text }) => mixed.test(text))).toEqual([])
  })
})

describe('texts', () => {
  it('fill in the same places in every language', () => {
    for (const [name, { en, ru, kk }] of Object.entries(texts)) {
      for (const [code, text] of Object.entries(en)) {
        const places = placesOf(text)
        expect([name, code, placesOf(ru[code] ?? ''), placesOf(kk[code] ?? '')]).toEqual([name, code, places, places])
      }
    }
  })

  it('are filled with what the rules found', () => {
    expect(missingText('en', 'sharesSum', { sum: '80' })).toBe('The responsible share is 80 %, it must be 100 %')
    expect(missingText('ru', 'sharesSum', { sum: '80' })).toBe('Сумма долей ответственности 80 %, должно быть 100 %')
    expect(missingText('kk', 'itemDefect', { item: 2 })).toBe('2-позицияның ақауы')
    expect(refusalText('en', 'stale', { revision: 3, current: 4 })).toBe(
      'Somebody changed this meanwhile: you saw revision 3, the current one is 4.',
    )
  })

  it('put words as their labels', () => {
    expect(missingText('ru', 'sameSeverity', { severity: 'major' })).toBe('Значимость уже такая: Значительная')
    expect(faultText('en', 'personWithoutRole', { role: 'analyst' })).toBe(
      'This person does not hold the role: Analyst',
    )
  })

  it('show a gap for a place that nobody filled', () => {
    expect(fill('{a} and {b}', { a: 1, toString: 'x' })).toBe('1 and …')
    expect(fill('{constructor}', {})).toBe('…')
  })

  it('know nothing of codes that do not exist', () => {
    expect(missingText('en', 'constructor')).toBeNull()
    expect(faultText('en', 'hasOwnProperty')).toBeNull()
  })

  it('of inputs and of charts have codes of their own', () => {
    expect(Object.keys(faultTexts.en).filter((code) => code in missingTexts.en)).toEqual([])
    expect(faultText('en', 'sharesSum', { sum: '80' })).toBe(missingText('en', 'sharesSum', { sum: '80' }))
  })
})

type Said = { language: LabelLanguage; where: string; text: string }

function all(): Said[] {
  return languages.flatMap((language) =>
    lists.flatMap((list) => labelsOf(language, list).map((text) => ({ language, where: list, text }))),
  )
}

function allTexts(): Said[] {
  return languages.flatMap((language) =>
    Object.values(texts).flatMap((byLanguage) =>
      Object.entries(byLanguage[language]).map(([where, text]) => ({ language, where, text })),
    ),
  )
}
