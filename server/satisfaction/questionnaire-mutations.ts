// What those who design surveys do with questionnaires.
import { sql } from 'kysely'
import { command } from '../graphql/command.ts'
import { Questionnaire, QuestionnaireVersion } from './graphql.ts'
import {
  beginQuestionnaireVersionInput,
  createQuestionnaireInput,
  questionnaireVersionInput,
  writeQuestionnaireVersionInput,
} from './inputs.ts'
import { readQuestionnaire, readQuestionnaireVersion } from './queries.ts'
import {
  beginQuestionnaireVersion,
  createQuestionnaire,
  publishQuestionnaireVersion,
  writeQuestionnaireVersion,
} from './questionnaire-commands.ts'
import { templateOf } from './templates.ts'

command({
  name: 'createQuestionnaire',
  description: 'Enters a questionnaire; its first version is a draft filled from the template of its instrument.',
  action: 'survey.design',
  input: createQuestionnaireInput,
  success: Questionnaire,
  run: async (work, input, { viewer }) => ({
    id: await createQuestionnaire(work, viewer, input, templateOf(input.instrument)),
  }),
  read: (context, info, { id }) => readQuestionnaire(context, info, id),
})

command({
  name: 'writeQuestionnaireVersion',
  description: 'Replaces the contents of a draft.',
  action: 'survey.design',
  input: writeQuestionnaireVersionInput,
  success: QuestionnaireVersion,
  run: async (work, input) => ({ id: await writeQuestionnaireVersion(work, input) }),
  read: (context, info, { id }) => readQuestionnaireVersion(context, info, id),
})

command({
  name: 'publishQuestionnaireVersion',
  description: 'Freezes a draft so that people can be asked by it; the version before is retired.',
  action: 'survey.design',
  input: questionnaireVersionInput,
  success: QuestionnaireVersion,
  run: async (work, input, { viewer, engine }) => {
    const { rows } = await sql<{ at: Date }>`select ${engine.now()} as at`.execute(work.trx)
    return { id: await publishQuestionnaireVersion(work, viewer, input, rows[0]?.at ?? new Date()) }
  },
  read: (context, info, { id }) => readQuestionnaireVersion(context, info, id),
})

command({
  name: 'beginQuestionnaireVersion',
  description: 'Begins a draft with the contents of the newest version.',
  action: 'survey.design',
  input: beginQuestionnaireVersionInput,
  success: QuestionnaireVersion,
  run: async (work, input, { viewer }) => ({ id: await beginQuestionnaireVersion(work, viewer, input) }),
  read: (context, info, { id }) => readQuestionnaireVersion(context, info, id),
})
