// What an answer must be, kind by kind.
import { describe, expect, it } from 'vitest'
import { type AskedItem, answerFaults, type GivenAnswer } from '../../server/satisfaction/answer-check.ts'

const plain = {
  id: '',
  scaleMin: null,
  scaleMax: null,
  decimals: false,
  obligatory: false,
  asksImportance: false,
  tiesAllowed: false,
  options: [],
}
const options = ['quality', 'price', 'delivery'].map((code) => ({ code, wording: { en: code } }))
const items: AskedItem[] = [
  { ...plain, code: 'quality', kind: 'rating', scaleMin: 1, scaleMax: 5, obligatory: true, asksImportance: true },
  { ...plain, code: 'thickness', kind: 'rating', scaleMin: 0, scaleMax: 10, decimals: true },
  { ...plain, code: 'helped', kind: 'agreement' },
  { ...plain, code: 'place', kind: 'choice', options },
  { ...plain, code: 'factors', kind: 'choices', options },
  { ...plain, code: 'order', kind: 'ranking', options },
  { ...plain, code: 'shared', kind: 'ranking', options, tiesAllowed: true },
  { ...plain, code: 'more', kind: 'text' },
]
const good: GivenAnswer = { item: 'quality', number: '4' }
const faultsOf = (...answers: GivenAnswer[]) =>
  answerFaults(items, [good, ...answers], { complete: true }).map(({ field, code }) => [field, code])

describe('answers', () => {
  it('of every kind are taken', () => {
    const ranks = [
      { option: 'quality', rank: 1 },
      { option: 'price', rank: 2 },
    ]
    const answers: GivenAnswer[] = [
      { item: 'thickness', number: '8.25' },
      { item: 'helped', words: ['partly'] },
      { item: 'place', words: ['price'], text: 'At the fair' },
      { item: 'factors', words: ['price', 'quality'] },
      { item: 'order', ranks },
      { item: 'shared', ranks: ranks.map((one) => ({ ...one, rank: 1 })) },
      { item: 'more', text: 'Thank you' },
    ]
    expect(faultsOf(...answers)).toEqual([])
    expect(faultsOf()).toEqual([])
  })

  it.each<[string, GivenAnswer, string, string]>([
    ['above the scale', { item: 'thickness', number: '10.5' }, 'number', 'offScale'],
    ['below the scale', { item: 'thickness', number: '-1' }, 'number', 'offScale'],
    ['with a decimal comma', { item: 'thickness', number: '8,5' }, 'number', 'notADecimal'],
    ['a mark for words', { item: 'more', number: '3' }, 'number', 'notAllowedHere'],
    ['an importance that was not asked', { item: 'thickness', importance: '3' }, 'importance', 'notAllowedHere'],
    ['neither yes, partly nor no', { item: 'helped', words: ['perhaps'] }, 'words', 'unknownOption'],
    ['two where one is asked', { item: 'place', words: ['price', 'quality'] }, 'words', 'tooMany'],
    ['an option that was not offered', { item: 'factors', words: ['colour'] }, 'words', 'unknownOption'],
    [
      'two firsts without ties',
      {
        item: 'order',
        ranks: [
          { option: 'quality', rank: 1 },
          { option: 'price', rank: 1 },
        ],
      },
      'ranks',
      'tiedRanks',
    ],
    ['a rank of four among three', { item: 'order', ranks: [{ option: 'quality', rank: 4 }] }, 'ranks', 'badRank'],
    [
      'an option ranked twice',
      {
        item: 'shared',
        ranks: [
          { option: 'price', rank: 1 },
          { option: 'price', rank: 2 },
        ],
      },
      'ranks',
      'answeredTwice',
    ],
    ['an item that was not asked', { item: 'colour', number: '3' }, 'item', 'unknownItem'],
    ['the same item again', { item: 'quality', number: '3' }, 'item', 'answeredTwice'],
  ])('%s is refused at its field', (_what, answer, field, code) => {
    expect(faultsOf(answer)).toEqual([[`answers.1.${field}`, code]])
  })

  it('half a mark on a scale of whole ones is refused', () => {
    expect(answerFaults(items, [{ item: 'quality', number: '3.5' }], { complete: true })).toEqual([
      { field: 'answers.0.number', code: 'notWhole', params: {} },
    ])
  })

  it('to obligatory items may be missing while one is still answering, not at the end', () => {
    const empty = [{ item: 'quality', text: '  ' }]
    expect(answerFaults(items, empty, { complete: false })).toEqual([])
    expect(answerFaults(items, empty, { complete: true })).toEqual([
      { field: 'answers', code: 'notAnswered', params: { item: 'quality' } },
    ])
  })
})
