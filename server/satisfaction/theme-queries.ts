// Reads of improvement themes and of what they rest on.
import type { GraphQLResolveInfo } from 'graphql'
import { type Expression, type SqlBool, sql } from 'kysely'
import type { ThemeState } from '../../schema/acting-vocabulary.ts'
import { regionShape } from '../accounts/queries.ts'
import { answerScope, can } from '../core/permissions.ts'
import { type PageArgs, type RowOf, readOne, readPage } from '../core/selection.ts'
import type { Reader } from '../core/selection-plans.ts'
import type { Page } from '../core/selection-rows.ts'
import { list, now, one, type Shape, shape } from '../core/selection-shape.ts'
import type { Viewer } from '../core/viewer.ts'
import { personShape } from '../organization/queries.ts'
import { responseScope, surveyResponseShape } from './answer-queries.ts'
import { waveShape } from './wave-queries.ts'

/** Rows carry the time of the statement where it was asked for. */
export type ThemeRow = RowOf<'improvement_theme'> & { read_at?: Date }

export const themeShape: Shape<'improvement_theme'> = shape('ImprovementTheme', 'improvement_theme', {
  fields: {
    title: 'title',
    description: 'description',
    wave: one(() => waveShape, 'wave_id'),
    item: 'item',
    region: one(() => regionShape, 'region_id'),
    consumerType: 'consumer_type',
    owner: one(() => personShape, 'owner_id'),
    dueOn: 'due_on',
    overdue: ['due_on', 'state', now('read_at')],
    state: 'state',
    stateLabel: 'state',
    done: 'done',
    openedAt: 'opened_at',
    openedBy: one(() => personShape, 'opened_by'),
    closedAt: 'closed_at',
    revision: 'revision',
    sources: list(() => themeSourceShape, 'theme_id', { order: { columns: ['added_at', 'id'], direction: 'asc' } }),
    effect: 'item',
  },
})

export const themeSourceShape: Shape<'theme_source'> = shape('ThemeSource', 'theme_source', {
  fields: {
    response: one(() => surveyResponseShape, 'response_id', responseScope),
    finding: 'finding',
    findingLabel: 'finding',
    item: 'item',
    addedAt: 'added_at',
  },
})

/** Condition on `improvement_theme`: for people of the works, within the regions whose figures they see. */
export function themeScope(viewer: Viewer): Expression<SqlBool> {
  if (!can(viewer, 'satisfaction.read')) return sql<SqlBool>`false`
  return sql<SqlBool>`(improvement_theme.region_id is null or ${answerScope('improvement_theme.region_id', viewer)})`
}

/** By due day. */
export function readThemes(
  reader: Reader,
  info: GraphQLResolveInfo,
  {
    states,
    regionId,
    ownerId,
  }: { states?: readonly ThemeState[] | null; regionId: string | null; ownerId: string | null },
  args: PageArgs,
): Promise<Page<ThemeRow>> {
  const where = sql<SqlBool>`${themeScope(reader.viewer)}
    and ${states?.length ? sql`improvement_theme.state = any(${states})` : sql`true`}
    and ${regionId ? sql`(improvement_theme.region_id is null or improvement_theme.region_id = ${regionId})` : sql`true`}
    and ${ownerId ? sql`improvement_theme.owner_id = ${ownerId}` : sql`true`}`
  return readPage(reader, info, themeShape, { where, order: { columns: ['due_on', 'id'], direction: 'asc' }, args })
}

export function readTheme(reader: Reader, info: GraphQLResolveInfo, id: string): Promise<ThemeRow | null> {
  const where = sql<SqlBool>`improvement_theme.id = ${id} and ${themeScope(reader.viewer)}`
  return readOne(reader, info, themeShape, where)
}
