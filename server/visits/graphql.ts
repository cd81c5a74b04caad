// Visits in the graph.
import { sql } from 'kysely'
import { Case } from '../cases/graph-refs.ts'
import { casesSeen } from '../cases/queries.ts'
import type { RowOf } from '../core/selection.ts'
import { builder } from '../graphql/builder.ts'
import { answerNode, Node } from '../graphql/node.ts'
import { visitShape } from './queries.ts'

export const Visit = builder.objectRef<RowOf<'service_case'>>('Visit').implement({
  description: 'A visit at a customer, asked for by a claim.',
  policy: 'open',
  interfaces: [Node, Case],
  facts: ({ id, account_id, region_id }) => ({ caseId: id, accountId: account_id, regionId: region_id }),
  isTypeOf: (row) => (row as RowOf<'service_case'>).kind === 'visit',
  fields: () => ({}),
})
answerNode(visitShape, 'open', (viewer) => sql<boolean>`service_case.kind = 'visit' and ${casesSeen(viewer)}`)
