// Reads of products, orders, shipments, heats and pieces.
import type { GraphQLResolveInfo } from 'graphql'
import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely'
import type { Database } from '../../schema/database.ts'
import { accountShape, regionOfAccount, visibleAccounts } from '../accounts/queries.ts'
import { can, materialScope } from '../core/permissions.ts'
import { type PageArgs, type RowOf, readPage } from '../core/selection.ts'
import type { Reader } from '../core/selection-plans.ts'
import type { Page } from '../core/selection-rows.ts'
import { computed, connection, hang, one, type Shape, shape } from '../core/selection-shape.ts'
import type { Viewer } from '../core/viewer.ts'

export const byNumber = { columns: ['number', 'id'], direction: 'asc' } as const

export const productShape: Shape<'product'> = shape('Product', 'product', {
  fields: { code: 'code', name: 'name', grade: 'grade', norm: 'norm' },
})

export const orderShape: Shape<'customer_order'> = shape('CustomerOrder', 'customer_order', {
  always: ['account_id', computed('region_id', 'plain', regionOfAccount)],
  fields: {
    number: 'number',
    account: one(() => accountShape, 'account_id', visibleAccounts),
    product: one(() => productShape, 'product_id'),
    orderedMass: 'ordered_mass',
    pricePerTonne: 'price_per_tonne',
    currency: 'currency',
    placedOn: 'placed_on',
    applicationDueOn: 'application_due_on',
    appliedOn: 'applied_on',
    pieces: connection(() => pieceShape, 'order_id', { order: byNumber, scope: pieceScope }),
  },
})

export const shipmentShape: Shape<'shipment'> = shape('Shipment', 'shipment', {
  fields: {
    number: 'number',
    account: one(() => accountShape, 'account_id', visibleAccounts),
    order: one(() => orderShape, 'order_id', orderScope),
    transport: 'transport',
    promisedOn: 'promised_on',
    dispatchedOn: 'dispatched_on',
    arrivedOn: 'arrived_on',
  },
})

export const heatShape: Shape<'heat'> = shape('Heat', 'heat', {
  fields: {
    number: 'number',
    grade: 'grade',
    castOn: 'cast_on',
    pieces: connection(() => pieceShape, 'heat_id', { order: byNumber, scope: pieceScope }),
  },
})

export const pieceShape: Shape<'piece'> = shape('Piece', 'piece', {
  always: ['account_id'],
  fields: {
    number: 'number',
    kind: 'kind',
    kindLabel: 'kind',
    heat: one(() => heatShape, 'heat_id'),
    account: one(() => accountShape, 'account_id', visibleAccounts),
    order: one(() => orderShape, 'order_id', orderScope),
    shipment: one(() => shipmentShape, 'shipment_id', shipmentScope),
    product: one(() => productShape, 'product_id'),
    line: 'line',
    mass: 'mass',
  },
})

hang(
  accountShape,
  'orders',
  connection(() => orderShape, 'account_id', { order: byNumber, scope: orderScope }),
)
hang(
  accountShape,
  'pieces',
  connection(() => pieceShape, 'account_id', { order: byNumber, scope: pieceScope }),
)
/** A contact of a customer sees the pieces that the claim of his link names, with their orders and deliveries. */
export function pieceScope(viewer: Viewer): Expression<SqlBool> {
  return materialScope('piece.account_id', viewer, (caseId) => sql<SqlBool>`piece.id in (${claimed(caseId)})`)
}

export function orderScope(viewer: Viewer): Expression<SqlBool> {
  return materialScope(
    'customer_order.account_id',
    viewer,
    (caseId) => sql<SqlBool>`customer_order.id in (select order_id from piece where id in (${claimed(caseId)}))`,
  )
}

export function shipmentScope(viewer: Viewer): Expression<SqlBool> {
  return materialScope(
    'shipment.account_id',
    viewer,
    (caseId) => sql<SqlBool>`shipment.id in (select shipment_id from piece where id in (${claimed(caseId)}))`,
  )
}

function claimed(caseId: string): Expression<unknown> {
  return sql`select piece_id from claim_item where case_id = ${caseId}`
}

/** A heat is seen by who sees one of its pieces or certificates, or, by link, the claim that names it. */
export function heatScope(viewer: Viewer): Expression<SqlBool> {
  if (viewer.kind === 'contact' && can(viewer, 'material.read'))
    return sql<SqlBool>`heat.id in (
      select heat_id from claim_item where case_id = ${viewer.caseId}
      union all select heat_id from piece where id in (${claimed(viewer.caseId)}))`
  return sql<SqlBool>`(exists (select from piece where piece.heat_id = heat.id and ${pieceScope(viewer)})
    or exists (select from certificate_heat join certificate on certificate.id = certificate_heat.certificate_id
      where certificate_heat.heat_id = heat.id and ${materialScope('certificate.account_id', viewer)}))`
}

/** Pieces whose own number, heat or order contains the text; of one account where it is given. */
export function findMaterial(
  reader: Reader,
  info: GraphQLResolveInfo,
  { text, accountId }: { text: string; accountId: string | null },
  args: PageArgs,
): Promise<Page<RowOf<'piece'>>> {
  const part = `%${text.trim().replace(/[\\%_]/g, '\\$&')}%`
  const eb = expressionBuilder<Database, 'piece'>()
  const found = sql<SqlBool>`piece.id in (
    select p.id from piece p where p.number ilike ${part}
    union all select p.id from heat h join piece p on p.heat_id = h.id where h.number ilike ${part}
    union all select p.id from customer_order o join piece p on p.order_id = o.id where o.number ilike ${part})`
  const conditions = [found, pieceScope(reader.viewer)]
  if (accountId) conditions.push(eb('piece.account_id', '=', accountId))
  return readPage(reader, info, pieceShape, { where: eb.and(conditions), order: byNumber, args })
}
