// The taking in of answers from a table, tried first and then done.
import { faultText } from '../core/labels/fault-text.ts'
import { builder } from '../graphql/builder.ts'
import { command } from '../graphql/command.ts'
import { globalId } from '../graphql/node.ts'
import { type ImportResult, importResponses, withdrawImport } from './import-commands.ts'
import { importResponsesInput, withdrawImportInput } from './import-inputs.ts'
import type { ImportFault } from './import-rows.ts'
import { SurveyWave } from './wave-graphql.ts'
import { readWave } from './wave-queries.ts'

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
  description: 'What became of a table of answers.',
  policy: 'open',
  fields: (t) => ({
    importId: t.id({
      nullable: true,
      description: 'The import that rows were written under; further parts of the file name it.',
      resolve: ({ importId }) => importId && globalId('AnswerImport', importId),
    }),
    rows: t.exposeInt('rows', { description: 'Rows of the table.' }),
    taken: t.exposeInt('taken', {
      description: 'Rows that were written: all or none, unless faulty ones were to be skipped.',
    }),
    faultCount: t.exposeInt('faultCount', { description: 'How many faults there are.' }),
    faults: t.field({
      type: [SurveyImportFault],
      description: 'The first thousand of them.',
      resolve: ({ faults }) => faults,
    }),
  }),
})

command({
  name: 'importResponses',
  description:
    'Takes in answers from a table, all rows or none, or with `skipFaulty` those that are right; `dryRun` only tells what is wrong.',
  action: 'survey.run',
  input: importResponsesInput,
  success: SurveyImport,
  run: (work, input, { engine, viewer }) => importResponses(work, engine, viewer, input),
  read: (_context, _info, result) => result,
})

command({
  name: 'withdrawImport',
  description: 'Takes a file of answers back as a whole, with its part of all figures.',
  action: 'survey.run',
  input: withdrawImportInput,
  success: SurveyWave,
  run: async (work, { id }, { engine, viewer }) => ({ id: await withdrawImport(work, engine, viewer, { id }) }),
  read: (context, info, { id }) => readWave(context, info, id),
})
