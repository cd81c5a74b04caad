// What losing a customer would cost, on every account and so on each of its claims.
import { sql } from 'kysely'
import { Account } from '../accounts/graphql.ts'
import { accountShape } from '../accounts/queries.ts'
import { valueAtRisk } from '../accounts/value-at-risk.ts'
import { sumMoney } from '../core/money.ts'
import { computed } from '../core/selection-shape.ts'
import { builder } from '../graphql/builder.ts'
import { subtractDecimals } from '../workflows/decimal.ts'

interface Outlook {
  currency: string
  yearly_sales: string | null
  yearly_growth: string | null
  years: number | null
  margin_percent: string | null
  /** Ordered by month, `2026-10`. */
  months: { month: string; amount: string }[]
}

/** Defaults of the product where the account's terms say nothing: five years are those of the source, the margin is ours. */
const defaults = { years: 5, marginPercent: '8' }

interface Risk {
  sales: string
  profit: string
  currency: string
  years: number
  yearlySales: string
  yearlyGrowth: string
  marginPercent: string
  fromOrders: boolean
}

const ValueAtRisk = builder.objectRef<Risk>('ValueAtRisk').implement({
  description: 'Sales and profit that would be lost with a customer.',
  policy: 'money',
  fields: (t) => ({
    sales: t.expose('sales', { type: 'Decimal', description: 'Sales of all the years.' }),
    profit: t.expose('profit', { type: 'Decimal', description: 'Profit of them.' }),
    currency: t.exposeString('currency', { description: 'Currency of all amounts.' }),
    years: t.exposeInt('years', { description: 'Years that are counted.' }),
    yearlySales: t.expose('yearlySales', { type: 'Decimal', description: 'Sales of the first year.' }),
    yearlyGrowth: t.expose('yearlyGrowth', { type: 'Decimal', description: 'Growth from year to year.' }),
    marginPercent: t.expose('marginPercent', { type: 'Decimal', description: 'Profit of sales in percent.' }),
    fromOrders: t.exposeBoolean('fromOrders', {
      description: 'Whether sales are those of the last twelve months, since none were entered.',
    }),
  }),
})

accountShape.fields.set('valueAtRisk', {
  kind: 'columns',
  columns: [],
  values: [computed('outlook', 'plain', outlookOf), { kind: 'now', name: 'read_at' }],
})

builder.objectField(Account, 'valueAtRisk', (t) =>
  t.field({
    type: ValueAtRisk,
    nullable: true,
    policy: 'money',
    description: 'What losing it would cost; null where nothing is known of its sales.',
    resolve: (row) => {
      const { outlook, read_at } = row as unknown as { outlook: Outlook; read_at: Date }
      return riskOf(outlook, read_at)
    },
  }),
)

/** From the terms of the account; sales that are not entered are those of its orders in the last twelve months. */
export function riskOf(outlook: Outlook, at: Date): Risk | null {
  const last = ordered(outlook, at, 0)
  const before = ordered(outlook, at, 1)
  const fromOrders = outlook.yearly_sales === null
  const yearlySales = outlook.yearly_sales ?? last
  if (fromOrders && outlook.months.length === 0) return null
  const orderGrowth = before === '0.00' ? '0.00' : subtractDecimals(last, before)
  const yearlyGrowth = outlook.yearly_growth ?? (fromOrders ? orderGrowth : '0.00')
  const years = outlook.years ?? defaults.years
  const marginPercent = outlook.margin_percent ?? defaults.marginPercent
  const lost = valueAtRisk({ yearlySales, yearlyGrowth, years, marginPercent })
  return { ...lost, currency: outlook.currency, years, yearlySales, yearlyGrowth, marginPercent, fromOrders }
}

/** Orders of twelve months that end `yearsAgo` years before the month of `at`. */
function ordered({ months }: Outlook, at: Date, yearsAgo: number): string {
  const newest = at.getUTCFullYear() * 12 + at.getUTCMonth() - yearsAgo * 12
  const within = months.filter(({ month }) => {
    const [year = 0, number = 1] = month.split('-').map(Number)
    const index = year * 12 + number - 1
    return index > newest - 12 && index <= newest
  })
  return sumMoney(within.map(({ amount }) => amount))
}

function outlookOf(alias: string) {
  const id = sql.ref(`${alias}.id`)
  return sql`(select jsonb_build_object('currency', coalesce(terms.currency, ${sql.ref(`${alias}.currency`)}),
      'yearly_sales', terms.yearly_sales::text, 'yearly_growth', terms.yearly_growth::text, 'years', terms.years,
      'margin_percent', terms.margin_percent::text, 'months', coalesce((
        select jsonb_agg(jsonb_build_object('month', month, 'amount', amount)) from (
          select to_char(placed_on, 'YYYY-MM') as month, round(sum(ordered_mass * price_per_tonne), 2)::text as amount
          from customer_order where account_id = ${id} and placed_on is not null and ordered_mass * price_per_tonne > 0
            and customer_order.currency = coalesce(terms.currency, ${sql.ref(`${alias}.currency`)})
          group by 1) as summed), '[]'))
    from (select 1) as one left join account_terms as terms on terms.account_id = ${id})`
}
