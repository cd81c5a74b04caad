// Improvement themes in the graph: what is to become better, who sees to it, what it rests on, and whether it helped.
import { Region } from '../accounts/graphql.ts'
import { label } from '../core/labels/label.ts'
import type { RowOf } from '../core/selection.ts'
import { relatedList, relatedOneOrNull } from '../core/selection-related.ts'
import { ThemeState } from '../graphql/acting-words.ts'
import { builder } from '../graphql/builder.ts'
import { connectionOf, pageArgs } from '../graphql/connection.ts'
import { answerNode, filterKey, globalId, Node } from '../graphql/node.ts'
import { ConsumerType, FindingKind } from '../graphql/words.ts'
import { Person } from '../organization/graphql.ts'
import { SurveyResponse } from './answer-graphql.ts'
import { Bounds } from './overview-figure-graphql.ts'
import type { ThemeEffect, ThemeMean } from './theme-effect.ts'
import { readThemeEffect } from './theme-effect-queries.ts'
import { readThemes, type ThemeRow, themeScope, themeShape, themeSourceShape } from './theme-queries.ts'
import { SurveyWave } from './wave-graphql.ts'

const ThemeSource = builder.objectRef<RowOf<'theme_source'>>('ThemeSource').implement({
  description: 'Answers or a finding that a theme rests on.',
  policy: 'internal',
  fields: (t) => ({
    response: t.field({
      type: SurveyResponse,
      nullable: true,
      description: 'The answers, for who may read them.',
      resolve: relatedOneOrNull<'survey_response'>(themeSourceShape, 'response'),
    }),
    finding: t.expose('finding', { type: FindingKind, nullable: true, description: 'The finding.' }),
    findingLabel: t.string({
      nullable: true,
      description: "The same in the request's language.",
      resolve: ({ finding }, _args, { language }) => finding && label(language, 'findingKind', finding),
    }),
    item: t.exposeString('item', { nullable: true, description: 'Code of the indicator that the finding speaks of.' }),
    addedAt: t.expose('added_at', { type: 'DateTime', description: 'When it was added.' }),
  }),
})

const ThemeMeasure = builder.objectRef<ThemeMean>('ThemeMeasure').implement({
  description: 'The mean that a theme is to raise, in one wave.',
  policy: 'internal',
  fields: (t) => ({
    waveId: t.id({ description: 'The wave.', resolve: ({ waveId }) => globalId('SurveyWave', waveId) }),
    wave: t.exposeString('wave', { description: 'Its name.' }),
    n: t.exposeInt('n', { description: 'Answers.' }),
    hidden: t.exposeBoolean('hidden', { description: 'Too few answered for who asks.' }),
    mean: t.exposeFloat('mean', { nullable: true, description: 'Mean.' }),
    interval: t.expose('interval', { type: Bounds, nullable: true, description: "Student's interval of the mean." }),
  }),
})

const ThemeEffectType = builder.objectRef<ThemeEffect>('ThemeEffect').implement({
  description: 'What became of the indicator from the wave that a theme rests on to the next one.',
  policy: 'internal',
  fields: (t) => ({
    before: t.expose('before', { type: ThemeMeasure, nullable: true, description: 'In the wave it rests on.' }),
    after: t.expose('after', {
      type: ThemeMeasure,
      nullable: true,
      description: 'In the first wave of the same questionnaire after the theme was opened; null until it has answers.',
    }),
    change: t.exposeFloat('change', { nullable: true, description: 'After less before.' }),
    p: t.float({
      nullable: true,
      description: "Chance of such a change between waves that think alike: Welch's test, two-sided.",
      resolve: ({ comparison }) => comparison?.p ?? null,
    }),
    significant: t.boolean({
      nullable: true,
      description: 'Whether p is below 0.05; null where it could not be tested.',
      resolve: ({ comparison }) => comparison?.significant ?? null,
    }),
  }),
})

export const ImprovementTheme = builder.objectRef<ThemeRow>('ImprovementTheme').implement({
  description: 'Something that is to become better because of what customers answered.',
  policy: 'internal',
  interfaces: [Node],
  fields: (t) => ({
    title: t.exposeString('title', { description: 'What is to become better.' }),
    description: t.exposeString('description', { nullable: true, description: 'What was heard and is meant.' }),
    wave: t.field({
      type: SurveyWave,
      nullable: true,
      description: 'The wave whose answers it rests on.',
      resolve: relatedOneOrNull<'survey_wave'>(themeShape, 'wave'),
    }),
    item: t.exposeString('item', { nullable: true, description: 'Code of the indicator; null: the general level.' }),
    region: t.field({
      type: Region,
      nullable: true,
      description: 'In this region; null: everywhere.',
      resolve: relatedOneOrNull<'region'>(themeShape, 'region'),
    }),
    consumerType: t.expose('consumer_type', {
      type: ConsumerType,
      nullable: true,
      description: 'Among customers of this type; null: both.',
    }),
    owner: t.field({
      type: Person,
      nullable: true,
      description: 'Who sees to it.',
      resolve: relatedOneOrNull<'person'>(themeShape, 'owner'),
    }),
    dueOn: t.expose('due_on', { type: 'Date', description: 'Until when.' }),
    overdue: t.boolean({
      description: 'Whether that day is over and it has not ended.',
      resolve: ({ state, due_on, read_at }) =>
        state !== 'done' && state !== 'dropped' && due_on < (read_at?.toISOString().slice(0, 10) ?? due_on),
    }),
    state: t.expose('state', { type: ThemeState, description: 'How far it is.' }),
    stateLabel: t.string({
      description: "The same in the request's language.",
      resolve: ({ state }, _args, { language }) => label(language, 'themeState', state),
    }),
    done: t.exposeString('done', { nullable: true, description: 'What was done, or why it was given up.' }),
    openedAt: t.expose('opened_at', { type: 'DateTime', description: 'When it was opened.' }),
    openedBy: t.field({
      type: Person,
      nullable: true,
      description: 'By whom.',
      resolve: relatedOneOrNull<'person'>(themeShape, 'openedBy'),
    }),
    closedAt: t.expose('closed_at', { type: 'DateTime', nullable: true, description: 'When it ended.' }),
    revision: t.exposeInt('revision', { description: 'Counts changes; a write names the one it read.' }),
    sources: t.field({
      type: [ThemeSource],
      description: 'What it rests on, as it was added.',
      resolve: relatedList<'theme_source'>(themeShape, 'sources'),
    }),
    effect: t.field({
      type: ThemeEffectType,
      nullable: true,
      description: 'Whether it helped.',
      resolve: ({ id }, _args, context) => readThemeEffect(context, id),
    }),
  }),
})
answerNode(themeShape, 'internal', themeScope)

builder.queryField('improvementThemes', (t) =>
  t.field({
    type: connectionOf(ImprovementTheme, 'internal'),
    nullable: true,
    description: 'Improvement themes by due day, within the regions that the viewer may see.',
    args: {
      ...pageArgs(),
      states: t.arg({ type: [ThemeState], description: 'In these states; all unless said.' }),
      regionId: t.arg.id({ description: 'Of this region, and those of everywhere.' }),
      ownerId: t.arg.id({ description: 'That this person sees to.' }),
    },
    resolve: (_root, { states, regionId, ownerId, ...page }, context, info) =>
      readThemes(
        context,
        info,
        {
          states: states ?? null,
          regionId: filterKey('Region', regionId, 'regionId'),
          ownerId: filterKey('Person', ownerId, 'ownerId'),
        },
        page,
      ),
  }),
)
