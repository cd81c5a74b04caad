// Questionnaires in the graph: versions, sections and items with their wordings.
import type { SurveyOption } from '../../schema/json.ts'
import { languages, type Language as Word, words } from '../../schema/vocabulary.ts'
import { label } from '../core/labels/label.ts'
import type { RowOf } from '../core/selection.ts'
import { relatedList, relatedOneOrNull } from '../core/selection-related.ts'
import { builder } from '../graphql/builder.ts'
import { labelIn, Translated } from '../graphql/labels.ts'
import { answerNode, Node } from '../graphql/node.ts'
import { Instrument, ItemKind, Language, QuestionnaireState } from '../graphql/words.ts'
import { Person } from '../organization/graphql.ts'
import { people } from '../organization/visibility.ts'
import { questionnaireShape, questionnaireVersionShape, readQuestionnaires, surveySectionShape } from './queries.ts'
import { wordingIn, wordingsOf } from './wording.ts'

const WordedText = builder.objectRef<{ language: Word; text: string }>('WordedText').implement({
  description: 'A text in one language.',
  policy: 'open',
  fields: (t) => ({
    language: t.expose('language', { type: Language, description: 'The language.' }),
    text: t.exposeString('text', { description: 'The text.' }),
  }),
})

const SurveyOptionType = builder.objectRef<SurveyOption>('SurveyOption').implement({
  description: 'An answer that an item offers.',
  policy: 'open',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Stable name of the answer.' }),
    wording: t.string({
      description: "Text in the request's language, else in the first there is.",
      resolve: ({ wording }, _args, { language }) => wordingIn(language, wording),
    }),
    wordings: t.field({
      type: [WordedText],
      description: 'Text in all languages.',
      resolve: ({ wording }) => wordingsOf(wording),
    }),
    languages: t.field({
      type: [Language],
      description: 'Languages in which there is a text, in the order of `texts`.',
      resolve: ({ wording }) => wordingsOf(wording).map(({ language }) => language),
    }),
    texts: t.stringList({
      description: 'The same as `wordings` in fewer fields: the texts in the order of `languages`.',
      resolve: ({ wording }) => wordingsOf(wording).map(({ text }) => text),
    }),
  }),
})

export const SurveyItem = builder.objectRef<RowOf<'survey_item'>>('SurveyItem').implement({
  description: 'A question with its own scale.',
  policy: 'internal',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Joins the item to the same one of other versions.' }),
    kind: t.expose('kind', { type: ItemKind, description: 'How it is answered.' }),
    kindLabel: t.string({
      description: "The same in the request's language.",
      resolve: ({ kind }, _args, { language }) => label(language, 'itemKind', kind),
    }),
    scaleMin: t.exposeInt('scale_min', { nullable: true, description: 'Lowest point of the scale; of marks alone.' }),
    scaleMax: t.exposeInt('scale_max', { nullable: true, description: 'Highest point of the scale; of marks alone.' }),
    decimals: t.exposeBoolean('decimals', { description: 'Whether answers may lie between the points.' }),
    obligatory: t.exposeBoolean('obligatory', { description: 'Whether it must be answered.' }),
    asksImportance: t.exposeBoolean('asks_importance', { description: 'Whether its importance is asked beside it.' }),
    tiesAllowed: t.exposeBoolean('ties_allowed', { description: 'Whether options of a ranking may share a place.' }),
    wording: t.string({
      description: "The question in the request's language, else in the first there is.",
      resolve: ({ wording }, _args, { language }) => wordingIn(language, wording),
    }),
    wordings: t.field({
      type: [WordedText],
      description: 'The question in all languages.',
      resolve: ({ wording }) => wordingsOf(wording),
    }),
    options: t.field({ type: [SurveyOptionType], description: 'Answers offered.', resolve: ({ options }) => options }),
  }),
})

const SurveySection = builder.objectRef<RowOf<'survey_section'>>('SurveySection').implement({
  description: 'Items that are asked under one heading.',
  policy: 'internal',
  fields: (t) => ({
    title: t.string({
      description: "Heading in the request's language, else in the first there is.",
      resolve: ({ title }, _args, { language }) => wordingIn(language, title),
    }),
    titles: t.field({
      type: [WordedText],
      description: 'Heading in all languages.',
      resolve: ({ title }) => wordingsOf(title),
    }),
    items: t.field({
      type: [SurveyItem],
      description: 'In the order they are asked.',
      resolve: relatedList<'survey_item'>(surveySectionShape, 'items'),
    }),
  }),
})
surveySectionShape.fields.set('titles', { kind: 'columns', columns: ['title'], values: [] })

export const Questionnaire = builder.objectRef<RowOf<'questionnaire'>>('Questionnaire')

export const QuestionnaireVersion = builder
  .objectRef<RowOf<'questionnaire_version'>>('QuestionnaireVersion')
  .implement({
    description: 'One wording of a questionnaire; frozen once people are asked by it.',
    policy: 'internal',
    interfaces: [Node],
    fields: (t) => ({
      questionnaire: t.field({
        type: Questionnaire,
        nullable: true,
        description: 'The questionnaire.',
        resolve: relatedOneOrNull<'questionnaire'>(questionnaireVersionShape, 'questionnaire'),
      }),
      version: t.exposeInt('version', { description: 'Counted from 1.' }),
      state: t.expose('state', { type: QuestionnaireState, description: 'How far it is.' }),
      stateLabel: t.string({
        description: "The same in the request's language.",
        resolve: ({ state }, _args, { language }) => label(language, 'questionnaireState', state),
      }),
      languages: t.field({
        type: [Language],
        description: 'In which people are asked.',
        resolve: ({ languages: given }) => words(languages).filter((word) => given.includes(word)),
      }),
      introduction: t.field({
        type: [WordedText],
        description: 'What is said before the first question.',
        resolve: ({ introduction }) => wordingsOf(introduction),
      }),
      thanks: t.field({
        type: [WordedText],
        description: 'What is said at the end.',
        resolve: ({ thanks }) => wordingsOf(thanks),
      }),
      revision: t.exposeInt('revision', { description: 'Counts changes; a write names the one it read.' }),
      createdAt: t.expose('created_at', { type: 'DateTime', description: 'When it was begun.' }),
      publishedAt: t.expose('published_at', {
        type: 'DateTime',
        nullable: true,
        description: 'When it was published.',
      }),
      publishedBy: t.field({
        type: Person,
        nullable: true,
        description: 'By whom.',
        resolve: relatedOneOrNull<'person'>(questionnaireVersionShape, 'publishedBy'),
      }),
      sections: t.field({
        type: [SurveySection],
        description: 'In the order they are asked.',
        resolve: relatedList<'survey_section'>(questionnaireVersionShape, 'sections'),
      }),
    }),
  })
answerNode(questionnaireVersionShape, 'internal', people)

Questionnaire.implement({
  description: 'What people are asked, in versions.',
  policy: 'internal',
  interfaces: [Node],
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Stable name.' }),
    instrument: t.expose('instrument', { type: Instrument, description: 'What it is for.' }),
    instrumentLabel: t.string({
      description: "The same in the request's language.",
      resolve: ({ instrument }, _args, { language }) => label(language, 'instrument', instrument),
    }),
    name: t.string({
      description: "Name in the request's language.",
      resolve: ({ name }, _args, context) => labelIn(context, name),
    }),
    names: t.field({ type: Translated, description: 'Name in all languages.', resolve: ({ name }) => name }),
    createdAt: t.expose('created_at', { type: 'DateTime', description: 'When it was entered.' }),
    versions: t.field({
      type: [QuestionnaireVersion],
      description: 'The newest first.',
      resolve: relatedList<'questionnaire_version'>(questionnaireShape, 'versions'),
    }),
  }),
})
answerNode(questionnaireShape, 'internal', people)

builder.queryField('questionnaires', (t) =>
  t.field({
    type: [Questionnaire],
    policy: 'internal',
    description: 'All questionnaires by code.',
    resolve: (_root, _args, context, info) => readQuestionnaires(context, info),
  }),
)
