// The cost of a trial batch up to which nobody approves it: read and set, each setting a new version.
import { sql } from 'kysely'
import { z } from 'zod'
import { decimal } from '../core/input.ts'
import type { RowOf } from '../core/selection.ts'
import type { Reader } from '../core/selection-plans.ts'
import type { Viewer } from '../core/viewer.ts'
import type { Work } from '../core/work.ts'
import { builder } from '../graphql/builder.ts'
import { command } from '../graphql/command.ts'

type Limit = Pick<RowOf<'trial_cost_limit'>, 'version' | 'amount_usd'>

const TrialCostLimit = builder.objectRef<Limit>('TrialCostLimit').implement({
  description: 'The limit in force.',
  policy: 'administration',
  fields: (t) => ({
    version: t.exposeInt('version', { description: 'Its version, from 1.' }),
    amountUsd: t.expose('amount_usd', {
      type: 'Decimal',
      description: 'US dollars up to which the management does not approve a trial batch.',
    }),
  }),
})

builder.queryField('trialCostLimit', (t) =>
  t.field({
    type: TrialCostLimit,
    nullable: true,
    policy: 'administration',
    description: 'The cost of a trial batch above which the management approves it.',
    resolve: (_root, _args, context) => readLimit(context),
  }),
)

command({
  name: 'setTrialCostLimit',
  description:
    'Sets the cost above which the management approves a trial batch; trials whose cost was named before keep their way.',
  action: 'approvalMatrix.write',
  input: z.object({ amountUsd: decimal({ places: 2, min: '0', max: '100000000' }).describe('US dollars.') }),
  success: TrialCostLimit,
  run: (work, { amountUsd }, { viewer }) => setLimit(work, viewer, amountUsd),
  read: (context) => readLimit(context),
})

async function readLimit({ engine }: Reader): Promise<Limit | null> {
  const { rows } = await sql<Limit>`
    select version, amount_usd::text from trial_cost_limit order by version desc limit 1`.execute(engine.db)
  return rows[0] ?? null
}

async function setLimit({ trx }: Work, viewer: Viewer, amountUsd: string): Promise<{ version: number }> {
  const by = viewer.kind === 'person' ? viewer.id : null
  // The table is locked: two who set at once get versions one after the other.
  await sql`lock table trial_cost_limit in share row exclusive mode`.execute(trx)
  const { rows } = await sql<{ version: number }>`insert into trial_cost_limit (version, amount_usd, set_by)
    select coalesce(max(version), 0) + 1, ${amountUsd}, ${by} from trial_cost_limit returning version`.execute(trx)
  return { version: rows[0]?.version ?? 0 }
}
