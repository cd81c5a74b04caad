// Which orders of a claim's material the customer applied for too late (ACC-13): then its own precondition for delivery in time was not met.
import { sql } from 'kysely'
import { batched } from '../core/batched.ts'
import type { Reader } from '../core/selection-plans.ts'
import { builder } from '../graphql/builder.ts'
import { orderScope } from '../materials/queries.ts'
import { Claim } from './graphql.ts'

interface LateApplication {
  order: string
  dueOn: string
  appliedOn: string
  daysLate: number
}

const LateApplicationType = builder.objectRef<LateApplication>('LateApplication').implement({
  description: 'An order of the claimed material for whose delivery the customer applied too late.',
  policy: 'internal',
  fields: (t) => ({
    order: t.exposeString('order', { description: 'Number of the order.' }),
    dueOn: t.expose('dueOn', { type: 'Date', description: 'By when it was to apply.' }),
    appliedOn: t.expose('appliedOn', { type: 'Date', description: 'When it did.' }),
    daysLate: t.exposeInt('daysLate', { description: 'Days between the two.' }),
  }),
})

builder.objectField(Claim, 'lateApplications', (t) =>
  t.field({
    type: [LateApplicationType],
    nullable: true,
    policy: 'internal',
    description: "The customer's precondition that was not met: applications that came too late; at most 20.",
    resolve: async ({ id }, _args, context) => (await lateApplications(context, id)) ?? [],
  }),
)

const most = 20

const lateApplications = batched(async ({ engine, viewer }: Reader, ids) => {
  const { rows } = await sql<{ id: string; late: LateApplication[] }>`
    select case_id as id, (json_agg(json_build_object('order', number, 'dueOn', application_due_on, 'appliedOn', applied_on,
      'daysLate', applied_on - application_due_on) order by number)) as late
    from (select distinct claim_item.case_id, customer_order.number, application_due_on, applied_on
      from claim_item join piece on piece.id = claim_item.piece_id join customer_order on customer_order.id = piece.order_id
      where claim_item.case_id = any(${ids}::uuid[]) and applied_on > application_due_on and ${orderScope(viewer)}) as found
    group by case_id`.execute(engine.db)
  return new Map(rows.map(({ id, late }) => [id, late.slice(0, most)]))
})
