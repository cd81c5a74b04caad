// What is given to write questionnaires: items with their scales and wordings, section by section.
import { z } from 'zod'
import { instruments, itemKinds } from '../../schema/survey-vocabulary.ts'
import { languages } from '../../schema/vocabulary.ts'
import { list, text, whole, word } from '../core/input.ts'
import { translations } from '../core/input-words.ts'
import { nodeId } from '../graphql/input-of.ts'

const CODE = /^[a-z][A-Za-z0-9]{0,59}$/

/** A stable name that joins items of several versions. */
const surveyCode = () =>
  z.string().superRefine((value, context) => {
    if (CODE.test(value)) return
    const params = { code: 'badCode', allowed: 'a–z, A–Z, 0–9' }
    context.addIssue({ code: 'custom', params, message: params.code })
  })

const wordings = (max: number) =>
  list(
    z.object({
      language: word('Language', languages).describe('The language.'),
      text: text(max).describe('What the respondent reads.'),
    }),
    20,
  )

const option = z.object({
  code: surveyCode().describe('Stable name of the answer.'),
  wording: wordings(300).describe('What the respondent reads, by language.'),
})

const item = z.object({
  code: surveyCode().describe('Stable name: the same one in another version is the same question in a trend.'),
  kind: word('ItemKind', itemKinds).describe('How it is answered.'),
  scaleMin: whole(0, 10).nullish().describe('Lowest point of the scale; of marks alone.'),
  scaleMax: whole(1, 10).nullish().describe('Highest point of the scale; of marks alone.'),
  decimals: z.boolean().nullish().describe('Whether answers may lie between the points.'),
  obligatory: z.boolean().nullish().describe('Whether it must be answered.'),
  asksImportance: z.boolean().nullish().describe('Whether its importance is asked beside it, on the same scale.'),
  tiesAllowed: z.boolean().nullish().describe('Whether options of a ranking may share a place.'),
  wording: wordings(1_000).describe('The question, by language.'),
  options: list(option, 30).nullish().describe('Answers offered by a choice or put in order by a ranking.'),
})

const section = z.object({
  title: wordings(200).describe('Heading, by language.'),
  items: list(item, 60).describe('Items in the order they are asked.'),
})

export const createQuestionnaireInput = z.object({
  code: surveyCode().describe('Stable name of the questionnaire.'),
  instrument: word('Instrument', instruments).describe(
    'What it is for; the first version is filled from its template.',
  ),
  name: translations.describe('Name.'),
})

export const questionnaireVersionInput = z.object({
  versionId: nodeId('QuestionnaireVersion').describe('The version.'),
  revision: whole(1, 1_000_000).describe('The revision that was read.'),
})

export const writeQuestionnaireVersionInput = questionnaireVersionInput.extend({
  languages: list(word('Language', languages), 20).describe('Languages in which people are asked.'),
  introduction: wordings(2_000).nullish().describe('What is said before the first question, by language.'),
  thanks: wordings(2_000).nullish().describe('What is said at the end, by language.'),
  sections: list(section, 20).describe('All sections with their items; what is left out is gone.'),
})

export const beginQuestionnaireVersionInput = z.object({
  questionnaireId: nodeId('Questionnaire').describe('The questionnaire that gets a new version.'),
})
