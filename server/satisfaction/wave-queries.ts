// Reads of waves and their invitations.
import type { GraphQLResolveInfo } from 'graphql'
import { type Expression, type SqlBool, sql } from 'kysely'
import type { WaveState } from '../../schema/survey-vocabulary.ts'
import { accountShape, contactShape, regionOfAccount, visibleAccounts } from '../accounts/queries.ts'
import { mailShape } from '../cases/mail-queries.ts'
import { can, mayRead } from '../core/permissions.ts'
import { type PageArgs, type RowOf, readOne, readPage } from '../core/selection.ts'
import type { Reader } from '../core/selection-plans.ts'
import type { Page } from '../core/selection-rows.ts'
import { computed, connection, list, one, type Shape, shape } from '../core/selection-shape.ts'
import type { Viewer } from '../core/viewer.ts'
import { keyOf } from '../graphql/node.ts'
import { personShape } from '../organization/queries.ts'
import { questionnaireVersionShape } from './queries.ts'

/** How many invitations are in each state, as JSON by state. */
const counted = computed('counts', 'plain', (alias) => {
  return sql`(select coalesce(jsonb_object_agg(state, n), '{}') from (select state, count(*)::int as n
    from survey_invitation where wave_id = ${sql.ref(`${alias}.id`)} group by state) as counted)`
})

const responded = computed('responses', 'plain', (alias) => {
  return sql`(select coalesce(sum(respondents), 0)::int from respondent_rollup where wave_id = ${sql.ref(`${alias}.id`)})`
})

const byRegion = computed('byRegion', 'plain', (alias) => {
  return sql`(select coalesce(json_agg(json_build_object('regionId', region_id, 'counts', counts) order by position), '[]') from (
    select region_id, position, json_object_agg(state, n) as counts from (
      select account.region_id, region.position, survey_invitation.state, count(*)::int as n
      from survey_invitation join account on account.id = survey_invitation.account_id join region on region.id = account.region_id
      where wave_id = ${sql.ref(`${alias}.id`)} group by 1, 2, 3) as counted group by 1, 2) as regions)`
})

const undelivered = computed('undelivered', 'plain', (alias) => {
  return sql`(select count(*)::int from mail_message join survey_invitation on survey_invitation.id = mail_message.invitation_id
    where survey_invitation.wave_id = ${sql.ref(`${alias}.id`)} and mail_message.state = 'dead')`
})

/** Sums of the first item that asks for readiness to recommend. */
const recommends = computed('recommends', 'plain', (alias) => {
  return sql`(select json_build_object('item', item.code, 'promoters', sum(rollup.promoters), 'passives', sum(rollup.passives),
      'detractors', sum(rollup.detractors))
    from satisfaction_rollup as rollup join survey_item as item on item.id = rollup.item_id and item.kind = 'recommendation'
    where rollup.wave_id = ${sql.ref(`${alias}.id`)} group by item.code, item.position order by item.position limit 1)`
})

/** What respondents buy, and the market of all regions in the wave's year or the last one known. */
const covered = computed('covered', 'plain', (alias) => {
  return sql`(select json_build_object('respondents', sum(respondents), 'bought', sum(kilotonnes)::float8,
      'market', (select sum(kilotonnes)::float8 from (select distinct on (region_id) kilotonnes from market_volume
        where year <= extract(year from ${sql.ref(`${alias}.opens_at`)}) order by region_id, year desc) as markets))
    from respondent_rollup where wave_id = ${sql.ref(`${alias}.id`)} having count(*) > 0)`
})

export const waveShape: Shape<'survey_wave'> = shape('SurveyWave', 'survey_wave', {
  fields: {
    version: one(() => questionnaireVersionShape, 'version_id'),
    name: 'name',
    kind: 'kind',
    kindLabel: 'kind',
    respondents: 'respondents',
    respondentsLabel: 'respondents',
    state: 'state',
    stateLabel: 'state',
    population: 'population',
    sampleSize: 'sample_size',
    sampleSeed: 'sample_seed',
    reminderDays: 'reminder_days',
    quietDays: 'quiet_days',
    linkDays: 'link_days',
    opensAt: 'opens_at',
    closesAt: 'closes_at',
    revision: 'revision',
    createdAt: 'created_at',
    openedAt: 'opened_at',
    closedAt: 'closed_at',
    createdBy: one(() => personShape, 'created_by'),
    invitationCounts: [counted],
    invitationsByRegion: [byRegion],
    mobileChannel: 'mobile_channel',
    undelivered: [undelivered],
    promoters: [recommends],
    coverage: [covered],
    responses: [responded],
    responseRate: [counted],
    invitations: connection(() => invitationShape, 'wave_id', {
      order: { columns: ['queued_at', 'id'], direction: 'asc' },
      scope: invitationScope,
      where: (other, { state, regionId }) => {
        const ofState = typeof state === 'string' ? sql`${sql.ref(`${other}.state`)} = ${state}` : sql`true`
        if (typeof regionId !== 'string') return ofState
        return sql`${ofState} and exists (select from account
          where account.id = ${sql.ref(`${other}.account_id`)} and account.region_id = ${keyOf('Region', regionId)})`
      },
    }),
  },
})

export const invitationShape: Shape<'survey_invitation'> = shape('SurveyInvitation', 'survey_invitation', {
  always: ['account_id', computed('region_id', 'plain', regionOfAccount)],
  fields: {
    wave: one(() => waveShape, 'wave_id'),
    account: one(() => accountShape, 'account_id'),
    contact: one(() => contactShape, 'contact_id'),
    channel: 'channel',
    channelLabel: 'channel',
    language: 'language',
    state: 'state',
    stateLabel: 'state',
    contactType: 'contact_type',
    contactTypeLabel: 'contact_type',
    employee: one(() => personShape, 'employee_id'),
    reminders: 'reminders',
    queuedAt: 'queued_at',
    sentAt: 'sent_at',
    nextReminderAt: 'next_reminder_at',
    openedAt: 'opened_at',
    answeredAt: 'answered_at',
    expiresAt: 'expires_at',
    messages: list(() => mailShape, 'invitation_id', { order: { columns: ['queued_at', 'id'], direction: 'asc' } }),
  },
})

/** Condition on `survey_invitation`: those of visible accounts, for who of the works may write to their contacts. */
export function invitationScope(viewer: Viewer): Expression<SqlBool> {
  if (!can(viewer, 'organization.read') || !mayRead(viewer, 'contactDetails')) return sql<SqlBool>`false`
  return sql<SqlBool>`survey_invitation.account_id in (select account.id from account where ${visibleAccounts(viewer)})`
}

/** Waves, the newest first. */
export function readWaves(
  reader: Reader,
  info: GraphQLResolveInfo,
  state: WaveState | null,
  args: PageArgs,
): Promise<Page<RowOf<'survey_wave'>>> {
  return readPage(reader, info, waveShape, {
    where: state ? sql<SqlBool>`survey_wave.state = ${state}` : sql<SqlBool>`true`,
    order: { columns: ['opens_at', 'id'], direction: 'desc' },
    args,
  })
}

export function readWave(reader: Reader, info: GraphQLResolveInfo, id: string): Promise<RowOf<'survey_wave'> | null> {
  return readOne(reader, info, waveShape, sql<SqlBool>`survey_wave.id = ${id}`)
}
