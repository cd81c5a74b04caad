// How warnings of a shortage, and whom they are for, lie in the database.
import { sql } from 'kysely'
import { accountShape, ofKnownAccounts, regionOfAccount } from '../accounts/queries.ts'
import { computed, hang, list, one, type Shape, shape } from '../core/selection-shape.ts'
import { productShape } from './queries.ts'

export const shortageWarningShape: Shape<'shortage_warning'> = shape('ShortageWarning', 'shortage_warning', {
  fields: {
    product: one(() => productShape, 'product_id'),
    text: 'text',
    expectedUntil: 'expected_until',
    warnedAt: 'warned_at',
    customers: [notices('customers', 'true')],
    told: [notices('told', 'told_at is not null')],
    read: [notices('read', 'read_at is not null')],
  },
})

export const shortageNoticeShape: Shape<'shortage_notice'> = shape('ShortageNotice', 'shortage_notice', {
  always: ['account_id', computed('region_id', 'plain', regionOfAccount)],
  fields: {
    warning: one(() => shortageWarningShape, 'warning_id'),
    account: one(() => accountShape, 'account_id'),
    toldAt: 'told_at',
    readAt: 'read_at',
  },
})

hang(
  accountShape,
  'shortages',
  list(() => shortageNoticeShape, 'account_id', {
    order: { columns: ['id'], direction: 'desc' },
    limit: 20,
    scope: ofKnownAccounts(shortageNoticeShape),
  }),
)

function notices(name: string, which: string) {
  return computed(name, 'plain', (alias) => {
    const of = sql`shortage_notice.warning_id = ${sql.ref(`${alias}.id`)}`
    return sql`(select count(*)::int from shortage_notice where ${of} and ${sql.raw(which)})`
  })
}
