// Follows how loyal customers are, and keeps each move from one phase to another with what it came of.
import { sql } from 'kysely'
import type { LoyaltyPhase } from '../../schema/account-vocabulary.ts'
import { type LoyaltyFacts, loyaltyPhase } from '../accounts/loyalty.ts'
import type { Engine } from '../core/engine.ts'

interface Judged extends LoyaltyFacts {
  id: string
  phase: LoyaltyPhase | null
}

/** Judges every customer by the rule (ACC-14) and adds a move where its phase is another than the last one; a first phase counts once it is above ordinary. */
export async function recordLoyaltyMoves(engine: Engine): Promise<void> {
  await engine.db.transaction().execute(async (trx) => {
    // Servers that judge at the same time would each find the same move.
    await sql`select pg_advisory_xact_lock(hashtext('loyalty_move'))`.execute(trx)
    const now = engine.now()
    const { rows } = await sql<Judged>`
      select account.id, last.to_phase as phase,
        (select count(*)::int from customer_order where account_id = account.id
          and placed_on > (${now} at time zone 'UTC')::date - 365) as orders,
        ${satisfactionOf(now)} as mean,
        (select count(*)::int from referral where account_id = account.id) as referrals
      from account left join lateral (select to_phase from loyalty_move where account_id = account.id
        order by at desc, id desc limit 1) as last on true`.execute(trx)
    for (const { id, phase, ...facts } of rows) {
      const next = loyaltyPhase(facts)
      if (next === (phase ?? 'ordinary')) continue
      await sql`insert into loyalty_move (account_id, from_phase, to_phase, orders, mean, referrals, at)
        values (${id}, ${phase}, ${next}, ${facts.orders}, ${facts.mean}, ${facts.referrals}, ${now})`.execute(trx)
    }
  })
}

/** Mean of the marks on scales of 1 to 5 that the customer of `account` gave in twelve months; null without any. */
export function satisfactionOf(now: ReturnType<Engine['now']>) {
  return sql`(select avg(answer.number)::float from survey_response as response
    join survey_answer as answer on answer.response_id = response.id
    join survey_item on survey_item.id = answer.item_id and survey_item.kind = 'rating' and survey_item.scale_max = 5
    where response.account_id = account.id and response.person_id is null
      and response.answered_at > ${now} - interval '365 days')`
}
