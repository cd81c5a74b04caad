// What each person wants to be told and where: sensible from the start, changed by himself, obligatory for who approves.
import { type Expression, type SqlBool, sql } from 'kysely'
import {
  type NotificationChannel,
  type NotificationKind,
  notificationChannels,
  notificationKinds,
} from '../../schema/notification-vocabulary.ts'
import { type GrantableRole, words } from '../../schema/vocabulary.ts'
import type { Engine } from '../core/engine.ts'
import { Refused, refuseField } from '../core/refusal.ts'
import type { Viewer } from '../core/viewer.ts'
import type { Work } from '../core/work.ts'

export interface NotificationChoice {
  kind: NotificationKind
  channel: NotificationChannel
  wanted: boolean
  obligatory: boolean
}

/** In the app everything, by mail what cannot wait until the person looks. */
const mailedUnlessSaid: readonly NotificationKind[] = ['mention', 'approval', 'clockPassed']

/** Who approves must see what waits for him and what has run out: at least in the app. */
const obligatoryKinds: readonly NotificationKind[] = ['approval', 'clockPassed']
const approvingRoles: readonly GrantableRole[] = ['csLead', 'management']

/** Condition on `person`: wants to be told of this kind there. */
export function wants(kind: NotificationKind, channel: NotificationChannel): Expression<SqlBool> {
  const chosen = sql<SqlBool>`coalesce((select wanted from notification_choice as choice
    where choice.person_id = person.id and choice.kind = ${kind} and choice.channel = ${channel}),
    ${wantedUnlessSaid(kind, channel)}::boolean)`
  if (!isObligatoryKind(kind, channel)) return chosen
  return sql<SqlBool>`(${chosen} or exists (
    select from role_grant where role_grant.person_id = person.id and role_grant.role = any(${approvingRoles})))`
}

/** Every kind and channel with the viewer's choice. */
export async function readChoices({ db }: Pick<Engine, 'db'>, viewer: Viewer): Promise<NotificationChoice[]> {
  if (viewer.kind !== 'person') return []
  const rows = await db
    .selectFrom('notification_choice')
    .where('person_id', '=', viewer.id)
    .select(['kind', 'channel', 'wanted'])
    .execute()
  return words(notificationKinds).flatMap((kind) =>
    words(notificationChannels).map((channel) => {
      const obligatory = isObligatory(viewer, kind, channel)
      const said = rows.find((row) => row.kind === kind && row.channel === channel)?.wanted
      return { kind, channel, obligatory, wanted: obligatory || (said ?? wantedUnlessSaid(kind, channel)) }
    }),
  )
}

/** Keeps one choice. Refuses `obligatoryNotification` to who approves. */
export async function chooseNotification(
  { trx }: Work,
  viewer: Viewer,
  { kind, channel, wanted }: Omit<NotificationChoice, 'obligatory'>,
): Promise<Record<string, never>> {
  if (viewer.kind !== 'person') throw new Refused({ kind: 'notAllowed' })
  if (!wanted && isObligatory(viewer, kind, channel)) throw refuseField('wanted', 'obligatoryNotification')
  await trx
    .insertInto('notification_choice')
    .values({ person_id: viewer.id, kind, channel, wanted })
    .onConflict((conflict) => conflict.columns(['person_id', 'kind', 'channel']).doUpdateSet({ wanted }))
    .execute()
  return {}
}

function isObligatory(viewer: Viewer, kind: NotificationKind, channel: NotificationChannel): boolean {
  const approves = viewer.kind === 'person' && viewer.grants.some(({ role }) => approvingRoles.includes(role))
  return approves && isObligatoryKind(kind, channel)
}

function isObligatoryKind(kind: NotificationKind, channel: NotificationChannel): boolean {
  return channel === 'inApp' && obligatoryKinds.includes(kind)
}

function wantedUnlessSaid(kind: NotificationKind, channel: NotificationChannel): boolean {
  return channel === 'inApp' || mailedUnlessSaid.includes(kind)
}
