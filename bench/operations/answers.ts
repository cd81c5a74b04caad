// What a respondent of the works' questionnaire answers.
import { purchaseFactors, worksIndicators } from '../../server/satisfaction/templates.ts'

export function answersGiven(at: number) {
  const mark = (item: string, place: number) => ({ item, number: String(1 + ((at + place) % 5)), importance: '4' })
  return {
    language: 'en',
    answers: [
      ...worksIndicators.map(mark),
      { item: 'decidingFactors', words: purchaseFactors.slice(0, 2) },
      { item: 'factorOrder', ranks: purchaseFactors.map((option, place) => ({ option, rank: place + 1 })) },
      { item: 'recommendation', number: String(at % 11) },
    ],
  }
}
