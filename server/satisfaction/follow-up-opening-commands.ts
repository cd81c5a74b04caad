// Opens follow-ups: with the answer that calls for one, in its transaction, or for a customer who says nothing.
import { type Selectable, sql, type Transaction } from 'kysely'
import type { FollowUpReason } from '../../schema/acting-vocabulary.ts'
import type { Database } from '../../schema/database.ts'
import type { FollowUpRuleRow } from '../../schema/database-acting.ts'
import { plantCalendar } from '../core/plant-calendar.ts'
import { whoMay } from '../core/who-may.ts'
import { dueTime } from '../core/working-time.ts'
import type { AskedItem, GivenAnswer } from './answer-check.ts'
import { reasonToCall } from './follow-up-rule.ts'
import { followUpRule } from './follow-up-rule-queries.ts'

type Trx = Transaction<Database>

export interface StoredAnswers {
  responseId: string
  accountId: string
  items: readonly AskedItem[]
  answers: readonly GivenAnswer[]
  answeredAt: Date
  storedAt: Date
}

/** Opens a follow-up where the rule asks for one: once for a response, and none for answers that are older than the rule's days. */
export async function followUpAnswers(trx: Trx, stored: StoredAnswers): Promise<void> {
  const rule = await followUpRule(trx)
  if (stored.storedAt.getTime() - stored.answeredAt.getTime() > rule.days_back * 86_400_000) return
  const found = reasonToCall(
    { detractorAtMost: rule.detractor_at_most, lowMark: Number(rule.low_mark), onNo: rule.on_no },
    stored.items,
    stored.answers,
  )
  if (!found) return
  const { reason, itemId, mark } = found
  const { responseId, accountId, storedAt } = stored
  await openFollowUp(trx, rule, { reason, itemId, mark, responseId, accountId, at: storedAt })
}

interface NewFollowUp {
  reason: FollowUpReason
  responseId: string | null
  itemId: string | null
  mark: string | null
  accountId: string
  at: Date
}

/** Its clock counts working days of the plant. Its owner: the account's manager, else who ran its newest case, as far as they may call. */
export async function openFollowUp(
  trx: Trx,
  rule: Pick<Selectable<FollowUpRuleRow>, 'working_days'>,
  { reason, responseId, itemId, mark, accountId, at }: NewFollowUp,
): Promise<string> {
  const { working } = await plantCalendar(trx)
  const { id } = await trx
    .insertInto('survey_follow_up')
    .values({
      response_id: responseId,
      account_id: accountId,
      reason,
      item_id: itemId,
      mark,
      owner_id: await ownerOf(trx, accountId),
      opened_at: at,
      due_at: dueTime(working, at, { unit: 'workingDays', value: rule.working_days }) ?? at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

async function ownerOf(trx: Trx, accountId: string): Promise<string | null> {
  const account = await trx
    .selectFrom('account')
    .where('id', '=', accountId)
    .select(['region_id', 'manager_id'])
    .executeTakeFirstOrThrow()
  const place = { accountId, regionId: account.region_id, departmentIds: sql<string[]>`'{}'::uuid[]` }
  const { rows } = await sql<{ id: string }>`select person.id from person
    left join lateral (select max(opened_at) as at from service_case
      where service_case.account_id = ${accountId} and service_case.owner_id = person.id) as ran on true
    where (person.id = ${account.manager_id}::uuid or ran.at is not null) and ${whoMay('followUp.work', place)}
    order by person.id = ${account.manager_id}::uuid desc nulls last, ran.at desc nulls last limit 1`.execute(trx)
  return rows[0]?.id ?? null
}
