// What is given to take answers in that people of the works enter.
import { z } from 'zod'
import { consumerTypes, languages } from '../../schema/vocabulary.ts'
import { decimal, list, moment, text, whole, word } from '../core/input.ts'
import { nodeId } from '../graphql/input-of.ts'

const code = () => z.string().max(60, { error: 'tooLong {"max":60}' })
/** A mark as it was said; its item's scale decides whether it fits. */
const mark = () => z.string().max(20, { error: 'tooLong {"max":20}' }).meta({ scalar: 'Decimal' })

const rank = z.object({
  option: code().describe('Code of the option.'),
  rank: whole(1, 30).describe('Its place, 1 the most important.'),
})

export const givenAnswer = z.object({
  item: code().describe('Code of the item.'),
  number: mark().nullish().describe('A mark.'),
  importance: mark().nullish().describe("How important the item is, on the item's own scale."),
  words: list(code(), 30).nullish().describe('Codes of the chosen options; of an agreement: yes, partly or no.'),
  ranks: list(rank, 30).nullish().describe('Options in order.'),
  text: text().nullish().describe('Own words.'),
})

export const enterResponseInput = z.object({
  waveId: nodeId('SurveyWave').describe('The wave.'),
  contactId: nodeId('Contact').nullish().describe('Who answered; of a wave of staff it stays out.'),
  regionId: nodeId('Region')
    .nullish()
    .describe("Of a wave of staff: the region whose customers' opinion is estimated."),
  consumerType: word('ConsumerType', consumerTypes).nullish().describe('Of a wave of staff: the type of customers.'),
  kilotonnes: decimal({ places: 3, min: '0', max: '1000000' })
    .nullish()
    .describe('What the customer buys a year, where it is known.'),
  language: word('Language', languages).describe('In which it was answered.'),
  answeredAt: moment().nullish().describe('When it was answered; now unless said.'),
  answers: list(givenAnswer, 200).describe('The answers.'),
})

export const surveyOptOutInput = z.object({
  contactId: nodeId('Contact').describe('The contact.'),
  optedOut: z.boolean().describe('Whether he is not to be asked any more.'),
})

export const publicAnswersInput = z.object({
  language: word('Language', languages),
  answers: list(givenAnswer, 200),
})
