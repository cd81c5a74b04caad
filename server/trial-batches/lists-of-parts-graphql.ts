// The parts that hang on a trial batch in the graph, and what follows from them: verdicts of the groups, the result.
import {
  type IndicatorGroup as Group,
  indicatorGroups,
  type GroupVerdict as Verdict,
} from '../../schema/trial-vocabulary.ts'
import { words } from '../../schema/vocabulary.ts'
import { label } from '../core/labels/label.ts'
import { relatedList } from '../core/selection-related.ts'
import { builder } from '../graphql/builder.ts'
import { GroupVerdict, IndicatorGroup } from '../graphql/words.ts'
import { Piece } from '../materials/graphql.ts'
import { verdicts } from '../workflows/trial-conformity.ts'
import { TrialBatch, type TrialRow } from './graphql.ts'
import {
  TrialCardChange,
  TrialHeat,
  TrialProcessing,
  TrialRequirement,
  TrialResult,
  TrialStage,
} from './parts-graphql.ts'
import { trialShape } from './queries.ts'
import { CompetitorValue, Recommendation } from './recommendation-graphql.ts'
import { resultOf } from './results.ts'

const TrialGroup = builder.objectRef<{ group: Group; verdict: Verdict }>('TrialGroup').implement({
  description: 'The verdict on one of the six groups, by the last inspection of the present iteration.',
  policy: 'internal',
  fields: (t) => ({
    group: t.expose('group', { type: IndicatorGroup, description: 'The group.' }),
    groupLabel: t.string({
      description: "The group in the request's language.",
      resolve: ({ group }, _args, { language }) => label(language, 'indicatorGroup', group),
    }),
    verdict: t.expose('verdict', { type: GroupVerdict, description: 'Whether it conforms.' }),
  }),
})

builder.objectFields(TrialBatch, (t) => ({
  groups: t.field({
    type: [TrialGroup],
    nullable: true,
    policy: 'internal',
    description: 'The six groups with their verdicts.',
    resolve: ({ inspected }) => groupsOf(inspected),
  }),
  result: t.field({
    type: TrialResult,
    nullable: true,
    policy: 'internal',
    description: 'What came of processing; null before.',
    resolve: ({ processed }) => (processed.length > 0 ? resultOf(processed) : null),
  }),
  requirements: t.field({
    type: [TrialRequirement],
    nullable: true,
    policy: 'internal',
    description: 'The requirement sets of all iterations.',
    resolve: relatedList<'trial_requirement'>(trialShape, 'requirements'),
  }),
  heats: t.field({
    type: [TrialHeat],
    nullable: true,
    policy: 'internal',
    description: 'The heats that were made, each a variant.',
    resolve: relatedList<'trial_heat'>(trialShape, 'heats'),
  }),
  coils: t.field({
    type: [Piece],
    nullable: true,
    policy: 'internal',
    description: 'The coils that were made.',
    resolve: relatedList<'piece'>(trialShape, 'coils'),
  }),
  cardChanges: t.field({
    type: [TrialCardChange],
    nullable: true,
    policy: 'internal',
    description: 'Changes to the technical card.',
    resolve: relatedList<'trial_card_change'>(trialShape, 'cardChanges'),
  }),
  stages: t.field({
    type: [TrialStage],
    nullable: true,
    policy: 'internal',
    description: 'Stages of the quality chain that it passed.',
    resolve: relatedList<'trial_stage'>(trialShape, 'stages'),
  }),
  processing: t.field({
    type: [TrialProcessing],
    nullable: true,
    policy: 'internal',
    description: 'Results of processing, variant by variant.',
    resolve: relatedList<'trial_processing'>(trialShape, 'processing'),
  }),
  comparisons: t.field({
    type: [CompetitorValue],
    nullable: true,
    policy: 'internal',
    description: "Competitors' values side by side with ours.",
    resolve: relatedList<'competitor_value'>(trialShape, 'comparisons'),
  }),
  recommendations: t.field({
    type: [Recommendation],
    nullable: true,
    policy: 'internal',
    description: 'Recommendations that the trial left.',
    resolve: relatedList<'recommendation'>(trialShape, 'recommendations'),
  }),
}))

function groupsOf(inspected: TrialRow['inspected']): { group: Group; verdict: Verdict }[] {
  const measured = inspected.flatMap(({ id, unit, values }) =>
    values.map((value) => ({ requirementId: id, value, unit })),
  )
  const found = verdicts(inspected, measured)
  return words(indicatorGroups).map((group) => ({ group, verdict: found[group] }))
}
