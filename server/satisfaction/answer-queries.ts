// The answers behind each figure: single responses of visible accounts, with what was given to each item.
import type { GraphQLResolveInfo } from 'graphql'
import { type Expression, type SqlBool, sql } from 'kysely'
import { accountShape, regionShape, visibleAccounts } from '../accounts/queries.ts'
import { answerScope, mayRead } from '../core/permissions.ts'
import { type PageArgs, type RowOf, readPage } from '../core/selection.ts'
import type { Reader } from '../core/selection-plans.ts'
import type { Page } from '../core/selection-rows.ts'
import { list, one, type Shape, shape } from '../core/selection-shape.ts'
import type { Viewer } from '../core/viewer.ts'
import { chosenWaves, groupsAsked, type OverviewFilter } from './overview-filter.ts'
import { surveyItemShape } from './queries.ts'
import { wasDelivered } from './year-of-deliveries.ts'

export const surveyResponseShape: Shape<'survey_response'> = shape('SurveyResponse', 'survey_response', {
  fields: {
    account: one(() => accountShape, 'account_id', visibleAccounts),
    region: one(() => regionShape, 'region_id'),
    consumerType: 'consumer_type',
    kilotonnes: 'kilotonnes',
    source: 'source',
    sourceLabel: 'source',
    language: 'language',
    answeredAt: 'answered_at',
    answers: list(() => surveyAnswerShape, 'response_id', { order: { columns: ['item_id'], direction: 'asc' } }),
  },
})

export const surveyAnswerShape: Shape<'survey_answer'> = shape('SurveyAnswer', 'survey_answer', {
  key: 'item_id',
  fields: {
    item: one(() => surveyItemShape, 'item_id'),
    number: 'number',
    importance: 'importance',
    words: 'words',
    ranks: 'ranks',
    text: 'text',
    language: 'language',
  },
})

export interface ResponseFilter extends OverviewFilter {
  /** Code of an item that was answered. */
  item?: string | null
  atLeast?: number | null
  atMost?: number | null
  accountId?: string | null
  /** Of customers to whom this product was delivered in the year before the newest wave. */
  productId?: string | null
  /** With own words. */
  commented?: boolean | null
}

/** The newest first. Who may not read single answers is given none. */
export function readResponses(
  reader: Reader,
  info: GraphQLResolveInfo,
  filter: ResponseFilter,
  page: PageArgs,
): Promise<Page<RowOf<'survey_response'>>> {
  const order = { columns: ['answered_at', 'id'], direction: 'desc' } as const
  return readPage(reader, info, surveyResponseShape, { where: responsesMeant(reader, filter), order, args: page })
}

/** Condition on `survey_response`: of accounts that the viewer may see; answers without an account are seen with the region. */
export function responseScope(viewer: Viewer): Expression<SqlBool> {
  if (!mayRead(viewer, 'answers')) return sql<SqlBool>`false`
  const ofRegion = answerScope('survey_response.region_id', viewer)
  return sql<SqlBool>`(case when survey_response.account_id is null then ${ofRegion} else survey_response.account_id in
    (select account.id from account where ${visibleAccounts(viewer)}) end)`
}

function responsesMeant(reader: Reader, filter: ResponseFilter): Expression<SqlBool> {
  const { item, atLeast, atMost, accountId, productId, commented } = filter
  const waves = sql`(${chosenWaves(filter)}) as wave`
  const answered = item
    ? sql`exists (select from survey_answer join survey_item on survey_item.id = survey_answer.item_id
        where survey_answer.response_id = survey_response.id and survey_item.code = ${item}
          and ${atLeast == null ? sql`true` : sql`survey_answer.number >= ${atLeast}`}
          and ${atMost == null ? sql`true` : sql`survey_answer.number <= ${atMost}`})`
    : sql`true`
  const spoken = commented
    ? sql`exists (select from survey_answer where survey_answer.response_id = survey_response.id and survey_answer.text is not null)`
    : sql`true`
  return sql<SqlBool>`${responseScope(reader.viewer)} and ${groupsAsked('survey_response', filter)}
    and survey_response.wave_id in (select id from ${waves})
    and ${productId ? wasDelivered('survey_response.account_id', productId, waves) : sql`true`}
    and ${accountId ? sql`survey_response.account_id = ${accountId}` : sql`true`} and ${answered} and ${spoken}`
}
