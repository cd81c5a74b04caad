// Waves in the graph: what is asked, whom, when, and what became of it.
import { type InvitationState, invitationStates } from '../../schema/survey-vocabulary.ts'
import { words } from '../../schema/vocabulary.ts'
import { label } from '../core/labels/label.ts'
import type { RowOf } from '../core/selection.ts'
import { relatedOneOrNull, relatedPage } from '../core/selection-related.ts'
import { builder } from '../graphql/builder.ts'
import { connectionOf, pageArgs } from '../graphql/connection.ts'
import { answerNode, Node } from '../graphql/node.ts'
import { InvitationState as InvitationStateEnum, RespondentGroup, WaveKind, WaveState } from '../graphql/words.ts'
import { Person } from '../organization/graphql.ts'
import { people } from '../organization/visibility.ts'
import { QuestionnaireVersion } from './graphql.ts'
import { SurveyInvitation } from './invitation-graphql.ts'
import { WavePopulation } from './population-graphql.ts'
import type { PopulationFilter } from './population-queries.ts'
import { invitationShape, readWaves, waveShape } from './wave-queries.ts'

export const InvitationCount = builder
  .objectRef<{ state: InvitationState; count: number }>('InvitationCount')
  .implement({
    description: 'How many invitations of a wave are in a state.',
    policy: 'internal',
    fields: (t) => ({
      state: t.expose('state', { type: InvitationStateEnum, description: 'The state.' }),
      stateLabel: t.string({
        description: "The same in the request's language.",
        resolve: ({ state }, _args, { language }) => label(language, 'invitationState', state),
      }),
      count: t.exposeInt('count', { description: 'How many.' }),
    }),
  })

type Counted = { counts?: Partial<Record<InvitationState, number>>; responses?: number }

export const SurveyWave = builder.objectRef<RowOf<'survey_wave'>>('SurveyWave').implement({
  description: 'One round of asking by a questionnaire.',
  policy: 'internal',
  interfaces: [Node],
  fields: (t) => ({
    version: t.field({
      type: QuestionnaireVersion,
      nullable: true,
      description: 'What is asked.',
      resolve: relatedOneOrNull<'questionnaire_version'>(waveShape, 'version'),
    }),
    name: t.exposeString('name', { description: 'Name.' }),
    kind: t.expose('kind', { type: WaveKind, description: 'When people are asked.' }),
    kindLabel: t.string({
      description: "The same in the request's language.",
      resolve: ({ kind }, _args, { language }) => label(language, 'waveKind', kind),
    }),
    respondents: t.expose('respondents', { type: RespondentGroup, description: 'Who is asked.' }),
    respondentsLabel: t.string({
      description: "The same in the request's language.",
      resolve: ({ respondents }, _args, { language }) => label(language, 'respondentGroup', respondents),
    }),
    state: t.expose('state', { type: WaveState, description: 'How far it is.' }),
    stateLabel: t.string({
      description: "The same in the request's language.",
      resolve: ({ state }, _args, { language }) => label(language, 'waveState', state),
    }),
    population: t.field({
      type: WavePopulation,
      nullable: true,
      description: 'Who is asked.',
      resolve: ({ population }) => population as PopulationFilter,
    }),
    sampleSize: t.exposeInt('sample_size', { nullable: true, description: 'How many are drawn; null: all.' }),
    sampleSeed: t.exposeInt('sample_seed', { description: 'The same seed draws the same people.' }),
    reminderDays: t.exposeIntList('reminder_days', { description: 'Working days after which it is reminded.' }),
    quietDays: t.exposeInt('quiet_days', { description: 'Who was asked in so many days before is left out.' }),
    linkDays: t.exposeInt('link_days', { description: 'Days for which a link is valid.' }),
    opensAt: t.expose('opens_at', { type: 'DateTime', description: 'When the first invitations go out.' }),
    closesAt: t.expose('closes_at', {
      type: 'DateTime',
      nullable: true,
      description: 'When the last answer is taken.',
    }),
    revision: t.exposeInt('revision', { description: 'Counts changes; a write names the one it read.' }),
    createdAt: t.expose('created_at', { type: 'DateTime', description: 'When it was planned.' }),
    openedAt: t.expose('opened_at', { type: 'DateTime', nullable: true, description: 'When it was opened.' }),
    closedAt: t.expose('closed_at', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was closed or given up.',
    }),
    createdBy: t.field({
      type: Person,
      nullable: true,
      description: 'Who planned it.',
      resolve: relatedOneOrNull<'person'>(waveShape, 'createdBy'),
    }),
    invitationCounts: t.field({
      type: [InvitationCount],
      description: 'Its invitations by state, without those of nobody.',
      resolve: (row) =>
        words(invitationStates).flatMap((state) => {
          const count = countsOf(row)[state] ?? 0
          return count > 0 ? [{ state, count }] : []
        }),
    }),
    responses: t.int({
      description: 'Answers taken in, however they came.',
      resolve: (row) => (row as Counted).responses ?? 0,
    }),
    responseRate: t.float({
      nullable: true,
      description: 'Answered invitations among those that were sent, 0 to 1; null where none was.',
      resolve: (row) => rateOf(countsOf(row)),
    }),
    invitations: t.field({
      type: connectionOf(SurveyInvitation, 'internal'),
      nullable: true,
      description: 'Invitations of customers that the viewer may see, in the order they were queued.',
      args: {
        ...pageArgs(),
        state: t.arg({ type: InvitationStateEnum, description: 'Only in this state.' }),
        regionId: t.arg.id({ description: 'Only of customers of this region.' }),
      },
      resolve: relatedPage<'survey_invitation', { region_id: string }>(waveShape, 'invitations'),
    }),
  }),
})
answerNode(waveShape, 'internal', people)

builder.objectField(SurveyInvitation, 'wave', (t) =>
  t.field({
    type: SurveyWave,
    nullable: true,
    description: 'The wave.',
    resolve: relatedOneOrNull<'survey_wave'>(invitationShape, 'wave'),
  }),
)

builder.queryFields((t) => ({
  surveyWaves: t.field({
    type: connectionOf(SurveyWave, 'internal'),
    nullable: true,
    policy: 'internal',
    description: 'Waves, the newest first.',
    args: { ...pageArgs(), state: t.arg({ type: WaveState, description: 'Only in this state.' }) },
    resolve: (_root, { state, ...page }, context, info) => readWaves(context, info, state ?? null, page),
  }),
}))

function countsOf(row: object): Partial<Record<InvitationState, number>> {
  return (row as Counted).counts ?? {}
}

/** Answered ÷ all that left the house: sent, opened, answered, declined, expired. */
function rateOf(counts: Partial<Record<InvitationState, number>>): number | null {
  const sent = (['sent', 'opened', 'answered', 'declined', 'expired'] as const).map((state) => counts[state] ?? 0)
  const all = sent.reduce((sum, n) => sum + n, 0)
  return all === 0 ? null : (counts.answered ?? 0) / all
}
