// The talks that a case was spoken of in, in the graph.

import { contactEntryShape } from '../accounts/key-account-queries.ts'
import { ContactEntry } from '../accounts/talks-graphql.ts'
import { relatedList } from '../core/selection-related.ts'
import { hang, list } from '../core/selection-shape.ts'
import { builder } from '../graphql/builder.ts'
import { Case } from './graph-refs.ts'
import { caseShape } from './queries.ts'
import { newest } from './record-shapes.ts'

hang(
  caseShape,
  'talks',
  list(() => contactEntryShape, 'case_id', { order: newest, limit: 20 }),
)

builder.interfaceField(Case, 'talks', (t) =>
  t.field({
    type: [ContactEntry],
    description: 'The last twenty talks with the customer about it, the newest first.',
    resolve: relatedList<'contact_entry', { region_id: string }>(caseShape, 'talks'),
  }),
)
