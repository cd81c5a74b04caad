// What is given to take answers in from a table: the text, and which column means what.
import { z } from 'zod'
import { consumerTypes, languages } from '../../schema/vocabulary.ts'
import { line, list, whole, word } from '../core/input.ts'
import { nodeId } from '../graphql/input-of.ts'

const column = () => z.string().min(1, { error: 'blank' }).max(200, { error: 'tooLong {"max":200}' })
const value = () => z.string().max(200, { error: 'tooLong {"max":200}' })

const itemColumn = z.object({
  column: column().describe('Heading of the column.'),
  item: z.string().max(60, { error: 'tooLong {"max":60}' }).describe('Code of the item.'),
  importance: z.boolean().nullish().describe('Whether it holds how important the item is, not the answer.'),
})

const regionValue = z.object({
  value: value().describe('What stands in the column.'),
  regionId: nodeId('Region').describe('The region it stands for.'),
})

const typeValue = z.object({
  value: value().describe('What stands in the column.'),
  consumerType: word('ConsumerType', consumerTypes).describe('The type it stands for.'),
})

export const importResponsesInput = z.object({
  waveId: nodeId('SurveyWave').describe('The wave that takes the answers.'),
  text: z
    .string()
    .min(1, { error: 'blank' })
    .max(240_000, { error: 'tooLong {"max":240000}' })
    .describe('The table as CSV with a line of headings; separated by commas, semicolons or tabs.'),
  items: list(itemColumn, 200).describe('Columns with answers.'),
  regionColumn: column().nullish().describe('Column with the region: its code, or one of the values told.'),
  regionValues: list(regionValue, 100).nullish().describe('What the values of that column stand for.'),
  regionId: nodeId('Region').nullish().describe('The region of all rows, where no column says it.'),
  typeColumn: column().nullish().describe('Column with the type of customer: endUser, wholesaler, or a value told.'),
  typeValues: list(typeValue, 100).nullish().describe('What the values of that column stand for.'),
  consumerType: word('ConsumerType', consumerTypes).nullish().describe('The type of all rows.'),
  accountColumn: column().nullish().describe('Column with the number of the customer.'),
  kilotonnesColumn: column().nullish().describe('Column with what the customer buys a year, in thousands of tonnes.'),
  keyColumn: column()
    .nullish()
    .describe('Column with a word for the row: the same one is taken in once. Else its line.'),
  dateColumn: column().nullish().describe('Column with the day of the answers; today unless said.'),
  language: word('Language', languages).nullish().describe('In which it was answered; English unless said.'),
  decimalComma: z.boolean().nullish().describe('Whether decimals are written with a comma.'),
  dryRun: z.boolean().describe('Only look: nothing is written.'),
  skipFaulty: z
    .boolean()
    .nullish()
    .describe('Take in the rows that are right and leave out the others, not all or none.'),
  firstLine: whole(2, 10_000_000)
    .nullish()
    .describe('Line of the file on which the first row stands, where the text is a part of it; 2 unless said.'),
  fileName: line(200).nullish().describe('Name of the file.'),
  importId: nodeId('AnswerImport')
    .nullish()
    .describe('The import that an earlier part of the file began; a new one unless said.'),
})

export const withdrawImportInput = z.object({
  id: nodeId('AnswerImport').describe('The import.'),
})
