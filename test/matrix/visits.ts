// Fills a visit of the permission matrix with its course, report and what came of it.
import type { Kysely } from 'kysely'
import type { Database } from '../../schema/database.ts'
import { added, rivalProduct } from './works.ts'

const at = new Date('2026-11-02T06:00:00Z')

/** Every column of a visit, and its report with a finding that became a claim; it stands where the report is written. */
export async function fillReport(
  db: Kysely<Database>,
  { caseId, claimId, author }: { caseId: string; claimId: string; author: string },
): Promise<Record<string, string>> {
  const contact = await db
    .selectFrom('contact')
    .innerJoin('service_case', 'service_case.account_id', 'contact.account_id')
    .where('service_case.id', '=', caseId)
    .select('contact.id')
    .executeTakeFirstOrThrow()
  await db.updateTable('service_case').set({ state: 'reporting' }).where('id', '=', caseId).execute()
  await db
    .updateTable('visit')
    .set({
      asked_by_id: contact.id,
      order_number: 'PO-4711',
      wished_from: '2026-11-09',
      wished_to: '2026-11-13',
      ahead_reason: 'A line stands still',
      engineer_id: author,
      starts_at: at,
      ends_at: new Date('2026-11-02T08:00:00Z'),
      place: 'Their works',
      host_id: author,
      room: 'Blue room',
      confirmed_at: at,
      begun_at: at,
      finished_at: at,
      reported_at: at,
    })
    .where('case_id', '=', caseId)
    .execute()
  const own = { case_id: caseId }
  await db
    .insertInto('visit_attendance')
    .values({ ...own, person_id: author })
    .execute()
  const content = JSON.stringify({
    sections: [{ topic: 'claims', lines: [{ text: 'Wavy edges', number: 'C-1', at: '2026-11-02T06:00:00Z' }] }],
  })
  await db
    .insertInto('visit_dossier')
    .values({ ...own, content, dossier_at: at })
    .execute()
  const finding = await added(db, 'visit_finding', {
    ...own,
    number: 1,
    block: 'claims',
    body: 'Straps are loose',
    confirmed_on: '2026-11-20',
    closed_reason: 'Seen',
    closed_by: author,
    closed_at: at,
  })
  await db
    .insertInto('visit_check')
    .values({ ...own, person_id: author, kept: ['politeness'], checked_at: at })
    .execute()
  const { account_id } = await db
    .selectFrom('service_case')
    .where('id', '=', caseId)
    .select('account_id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('calendar_feed')
    .values({ person_id: author, token_hash: author, created_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await db
    .insertInto('visit_cadence')
    .values({ account_id, days: 90, set_by: author, set_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const ofAccount = { account_id }
  const rival = await rivalProduct(db)
  const processed = { ...own, iteration: 1, position: 1, input_mass: '20.000', good_mass: '18.600' }
  await added(db, 'trial_processing', { ...processed, stops: 2, pieces: 5, rating: 3 })
  const compared = { ...own, ...ofAccount, competitor_product_id: rival, indicator: 'Yield', unit: '%' }
  await added(db, 'competitor_value', { ...compared, direction: 'higher', theirs: '95.5', ours: '93', recorded_at: at })
  const recommendation = {
    ...ofAccount,
    case_id: caseId,
    indicator: 'Bends',
    problem: 'Cracks',
    target: '5',
    created_at: at,
  }
  const block = { ...own, block: 'claims', body: 'Two are open', written_by: author, written_at: at }
  const task = await db.selectFrom('task').where('case_id', '=', caseId).select('id').executeTakeFirstOrThrow()
  return {
    VisitBlockText: await added(db, 'visit_block', block),
    VisitFinding: finding,
    VisitOutcome: await added(db, 'visit_outcome', {
      ...own,
      finding_id: finding,
      kind: 'claim',
      note: 'Loose straps',
      task_id: task.id,
      claim_id: claimId,
      need_id: await added(db, 'product_need', { ...ofAccount, product: 'Strip' }),
      offer_id: await added(db, 'account_offer', {
        ...ofAccount,
        product: 'Strip',
        reason: 'Asked',
        offered_on: '2026-11-02',
      }),
      plan_id: await added(db, 'account_plan', { ...ofAccount, side: 'ours', text: 'Slitter' }),
      recommendation_id: await added(db, 'recommendation', recommendation),
      made_by: author,
      made_at: at,
    }),
  }
}
