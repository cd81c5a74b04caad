// Tells who has a follow-up that its time comes, and that it is over: behind the bell, and by mail where he chose so.
import { type Selectable, sql, type Transaction } from 'kysely'
import type { Database } from '../../schema/database.ts'
import { wants } from '../cases/notification-choices.ts'
import type { Engine } from '../core/engine.ts'
import { queueMail } from '../core/mail-message.ts'
import { whoMay } from '../core/who-may.ts'

/** Hours before its end in which a follow-up is warned of; default of the product. */
const warnedHours = 24
/** Follow-ups told of in one transaction. */
const batch = 50

type Moment = 'warned' | 'passed'

/** One round over all that nobody has called yet; each is told of once before its end and once after it. */
export async function tellOfFollowUps(engine: Engine): Promise<void> {
  for (const moment of ['passed', 'warned'] as const) while ((await tell(engine, moment)) === batch);
}

async function tell(engine: Engine, moment: Moment): Promise<number> {
  const [told, count] = await engine.db.transaction().execute(async (trx): Promise<[string[], number]> => {
    const column = moment === 'passed' ? 'passed_at' : 'warned_at'
    const from = moment === 'passed' ? sql`due_at` : sql`due_at - make_interval(hours => ${warnedHours})`
    const rows = await trx
      .selectFrom('survey_follow_up')
      .innerJoin('account', 'account.id', 'survey_follow_up.account_id')
      .where('survey_follow_up.state', '=', 'open')
      .where(`survey_follow_up.${column}`, 'is', null)
      .where('passed_at', 'is', null)
      .where(sql<boolean>`${from} <= ${engine.now()}`)
      .select([
        'survey_follow_up.id',
        'survey_follow_up.owner_id',
        'survey_follow_up.due_at',
        'account.id as accountId',
        'account.name as account',
        'account.region_id as regionId',
        engine.now().as('now'),
      ])
      .orderBy('due_at')
      .limit(batch)
      .forUpdate('survey_follow_up')
      .skipLocked()
      .execute()
    const told: string[] = []
    for (const row of rows) told.push(...(await tellOne(trx, engine, row, moment)))
    const ids = rows.map(({ id }) => id)
    if (ids.length > 0)
      await trx
        .updateTable('survey_follow_up')
        .set({ [column]: engine.now() })
        .where('id', 'in', ids)
        .execute()
    return [told, rows.length]
  })
  if (told.length > 0) engine.changes.announce({ caseId: null, taskId: null, personIds: [...new Set(told)] })
  return count
}

interface Due {
  id: string
  owner_id: string | null
  due_at: Date
  accountId: string
  account: string
  regionId: string
  now: Date
}

/** Its owner, while he may still call; else the leads who can give it to somebody. */
async function tellOne(trx: Transaction<Database>, engine: Engine, due: Due, moment: Moment): Promise<string[]> {
  const { id, accountId, regionId, account } = due
  const may = whoMay('followUp.work', { accountId, regionId, departmentIds: sql<string[]>`'{}'::uuid[]` })
  const { rows } = await sql<Pick<Selectable<Database['person']>, 'id' | 'email'> & { inApp: boolean; mail: boolean }>`
    with able as (select person.* from person where ${may})
    select person.id, person.email, ${wants('followUp', 'inApp')} as "inApp", ${wants('followUp', 'mail')} as mail
    from able as person
    where person.id = ${due.owner_id}::uuid or (not exists (select from able where able.id = ${due.owner_id}::uuid)
      and exists (select from role_grant where role_grant.person_id = person.id and role_grant.role = 'csLead'))`.execute(
    trx,
  )
  const detail = JSON.stringify({ moment, followUpId: id, account, dueAt: due.due_at.toISOString() })
  for (const person of rows) {
    if (person.inApp) {
      await trx
        .insertInto('notification')
        .values({ person_id: person.id, kind: 'followUp', detail, at: due.now })
        .execute()
    }
    if (person.mail) {
      await queueMail(trx, engine, {
        purpose: 'notice',
        channel: 'email',
        receiver: person.email,
        account_id: accountId,
        person_id: person.id,
        follow_up_id: id,
        at: due.now,
      })
    }
  }
  return rows.filter(({ inApp }) => inApp).map(({ id }) => id)
}
