// Catalogues and the routing table in the graph.
import type { RowOf } from '../core/selection.ts'
import { relatedOne } from '../core/selection-related.ts'
import { builder } from '../graphql/builder.ts'
import { labelIn, Translated } from '../graphql/labels.ts'
import { answerNode, Node } from '../graphql/node.ts'
import { Catalogue, Stage } from '../graphql/words.ts'
import { Department } from './graphql.ts'
import { catalogueEntryShape, readCatalogue, readRoutingRules, routingRuleShape } from './queries.ts'
import { everything, people } from './visibility.ts'

export const CatalogueEntry = builder.objectRef<RowOf<'catalogue_entry'>>('CatalogueEntry').implement({
  description: 'A code of a catalogue with its name.',
  policy: 'open',
  interfaces: [Node],
  fields: (t) => ({
    catalogue: t.expose('catalogue', { type: Catalogue, description: 'The list it belongs to.' }),
    code: t.exposeString('code', { description: 'The code that claims and tasks carry.' }),
    name: t.string({
      description: "Name in the request's language.",
      resolve: ({ name }, _args, context) => labelIn(context, name),
    }),
    names: t.field({ type: Translated, description: 'Name in all languages.', resolve: ({ name }) => name }),
    position: t.exposeInt('position', { description: 'Place in the list.' }),
    active: t.exposeBoolean('active', { description: 'Whether it can still be chosen.' }),
  }),
})
answerNode(catalogueEntryShape, 'open', everything)

export const RoutingRule = builder.objectRef<RowOf<'routing_rule'>>('RoutingRule').implement({
  description: 'Which department is proposed for a subject at a stage.',
  policy: 'open',
  interfaces: [Node],
  fields: (t) => ({
    subject: t.exposeString('subject', { description: 'Code of the subject.' }),
    stage: t.expose('stage', { type: Stage, description: 'Stage of the material.' }),
    department: t.field({
      type: Department,
      description: 'Who is proposed.',
      resolve: relatedOne<'department'>(routingRuleShape, 'department'),
    }),
    dueWorkingDays: t.exposeInt('due_working_days', { description: 'Working days proposed for the answer.' }),
  }),
})
answerNode(routingRuleShape, 'internal', people)

builder.queryFields((t) => ({
  catalogue: t.field({
    type: [CatalogueEntry],
    policy: 'open',
    description: 'The codes of a catalogue in order.',
    args: {
      catalogue: t.arg({ type: Catalogue, required: true, description: 'Which list.' }),
      inactive: t.arg.boolean({ description: 'Also codes that can no longer be chosen.' }),
    },
    resolve: (_root, { catalogue, inactive }, context, info) =>
      readCatalogue(context, info, catalogue, inactive ?? false),
  }),
  routingRules: t.field({
    type: [RoutingRule],
    policy: 'internal',
    description: 'The routing table: which department is proposed for what.',
    resolve: (_root, _args, context, info) => readRoutingRules(context, info),
  }),
}))
