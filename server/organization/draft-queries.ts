// Reads of what a person is writing; a statement for one person never sees rows of another.
import type { GraphQLResolveInfo } from 'graphql'
import { type SqlBool, sql } from 'kysely'
import { type RowOf, readList, readOne } from '../core/selection.ts'
import type { Reader } from '../core/selection-plans.ts'
import { type Shape, shape } from '../core/selection-shape.ts'

/** Drafts that one person may have at a time. */
export const MOST_DRAFTS = 200

export const draftShape: Shape<'draft'> = shape('Draft', 'draft', {
  fields: { key: 'key', body: 'body', revision: 'revision', basedOn: 'based_on', changedAt: 'changed_at' },
})

type Draft = RowOf<'draft'>

export function readDraft(
  reader: Reader,
  info: GraphQLResolveInfo,
  personId: string,
  key: string,
): Promise<Draft | null> {
  return readOne(reader, info, draftShape, sql<SqlBool>`draft.person_id = ${personId} and draft.key = ${key}`)
}

/** All of one person, changed last first. */
export function readDrafts(reader: Reader, info: GraphQLResolveInfo, personId: string): Promise<Draft[]> {
  return readList(reader, info, draftShape, {
    where: sql<SqlBool>`draft.person_id = ${personId}`,
    order: { columns: ['changed_at', 'id'], direction: 'desc' },
    limit: MOST_DRAFTS,
  })
}
