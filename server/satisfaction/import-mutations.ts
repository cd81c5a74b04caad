// The taking in of answers from a table, tried first and then done.
import { faultText } from '../core/labels/fault-text.ts'
import { builder } from '../graphql/builder.ts'
import { command } from '../graphql/command.ts'
import { type ImportResult, importResponses } from './import-commands.ts'
import { importResponsesInput } from './import-inputs.ts'
import type { ImportFault } from './import-rows.ts'

const SurveyImportFault = builder.objectRef<ImportFault>('SurveyImportFault').implement({
  description: 'What is wrong with a row of a table of answers.',
  policy: 'open',
  fields: (t) => ({
    line: t.exposeInt('line', { description: 'Line of the table; 1 holds the headings.' }),
    column: t.exposeString('column', { nullable: true, description: 'Heading of the column; null for the whole row.' }),
    code: t.exposeString('code', { description: 'Stable word for the fault.' }),
    text: t.string({
      description: "The same in the request's language.",
      resolve: ({ code, params }, _args, { language }) => faultText(language, code, params) ?? code,
    }),
  }),
})

const SurveyImport = builder.objectRef<ImportResult>('SurveyImport').implement({
  description: 'What became of a table of answers: taken in whole, or not at all.',
  policy: 'open',
  fields: (t) => ({
    rows: t.exposeInt('rows', { description: 'Rows of the table.' }),
    taken: t.exposeInt('taken', { description: 'Rows that were written: all, or none.' }),
    faultCount: t.exposeInt('faultCount', { description: 'How many faults there are.' }),
    faults: t.field({
      type: [SurveyImportFault],
      description: 'The first hundred of them.',
      resolve: ({ faults }) => faults,
    }),
  }),
})

command({
  name: 'importResponses',
  description: 'Takes in answers from a table, all rows or none; `dryRun` only tells what is wrong with them.',
  action: 'survey.run',
  input: importResponsesInput,
  success: SurveyImport,
  run: (work, input, { engine, viewer }) => importResponses(work, engine, viewer, input),
  read: (_context, _info, result) => result,
})
