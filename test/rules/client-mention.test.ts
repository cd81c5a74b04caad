// Words of a comment with people named in it: typed, sent, edited; and commands found by the beginnings of their words.
import { describe, expect, it } from 'vitest'
import { nameAt, pick, sentText, writtenFrom } from '../../client/case/mention-text.ts'
import { fitting } from '../../client/shell/fitting.ts'
import { partsOf } from '../../server/cases/comment-text.ts'

const lena = { id: 'L', name: 'Lena Lead' }
const len = { id: 'S', name: 'Lena' }

describe('a name behind an at sign', () => {
  it.each([
    ['@', 1, ''],
    ['Look, @Le', 9, 'Le'],
    ['Look, @Lena Le', 14, 'Lena Le'],
    ['Смотри, @Ле', 11, 'Ле'],
    ['(@le', 4, 'le'],
    ['mail@works', 10, null],
    ['@Lena Lead now', 14, null],
    ['@Lena, ', 7, null],
  ])('%s at %i is %s', (text, caret, name) => {
    expect(nameAt(text, caret)).toBe(name)
  })

  it('is completed where the caret is, and what stood behind it stays', () => {
    const typed = { text: 'Ask @le about it', people: [] }
    expect(pick(typed, 7, lena)).toEqual({ written: { text: 'Ask @Lena Lead  about it', people: [lena] }, caret: 15 })
  })
})

it('sends the longer name first, and nobody whose name was deleted', () => {
  const gone = { id: 'G', name: 'Gone' }
  const text = '@Lena Lead and @Lena'
  expect(sentText({ text, people: [len, lena, gone] })).toBe('@[L] and @[S]')
})

it('edits what was shown', () => {
  const id = '01890000-0000-7000-8000-000000000001'
  const parts = partsOf(`Dear @[${id}], hello`, [{ id, name: 'Lena Lead' }])
  const written = writtenFrom(parts)
  expect(written.text).toBe('Dear @Lena Lead, hello')
  expect(sentText(written)).toBe(`Dear @[${id}], hello`)
})

it('leaves a token of nobody as it is', () => {
  const body = 'Not @[01890000-0000-7000-8000-000000000001] a person'
  expect(
    partsOf(body, [])
      .map(({ text }) => text)
      .join(''),
  ).toBe(body)
})

describe('commands', () => {
  const command = (label: string, ready = true) => ({ id: label, label, ready, run: () => undefined })
  const all = [
    command('Acknowledge'),
    command('Ask for a visit'),
    command('Merge', false),
    command('Étendre la visite'),
  ]
  const found = (text: string) => fitting(all, text).map(({ label }) => label)

  it('are found by the beginnings of their words, without regard to accents and capitals', () => {
    expect(found('visi')).toEqual(['Ask for a visit', 'Étendre la visite'])
    expect(found('VISIT ask')).toEqual(['Ask for a visit'])
    expect(found('etendre')).toEqual(['Étendre la visite'])
    expect(found('isit')).toEqual([])
  })

  it('that cannot be taken now are found, with their reason, but not offered unasked', () => {
    expect(found('merge')).toEqual(['Merge'])
    expect(found('')).not.toContain('Merge')
  })
})
