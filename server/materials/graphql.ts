// Products, orders, shipments, heats and pieces in the graph.
import { Account } from '../accounts/graphql.ts'
import { accountShape, type WithRegion } from '../accounts/queries.ts'
import { label } from '../core/labels/label.ts'
import type { RowOf } from '../core/selection.ts'
import { relatedOne, relatedOneOrNull, relatedPage } from '../core/selection-related.ts'
import { builder } from '../graphql/builder.ts'
import { connectionOf, pageArgs } from '../graphql/connection.ts'
import { answerNode, Node } from '../graphql/node.ts'
import { PieceKind } from '../graphql/words.ts'
import { everything } from '../organization/visibility.ts'
import {
  heatScope,
  heatShape,
  orderScope,
  orderShape,
  pieceScope,
  pieceShape,
  productShape,
  shipmentScope,
  shipmentShape,
} from './queries.ts'

export const Product = builder.objectRef<RowOf<'product'>>('Product').implement({
  description: 'A product of the works.',
  policy: 'open',
  interfaces: [Node],
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Short stable name.' }),
    name: t.exposeString('name', { description: 'Name.' }),
    grade: t.exposeString('grade', { nullable: true, description: 'Steel grade.' }),
    norm: t.exposeString('norm', { nullable: true, description: 'Norm it is made to.' }),
  }),
})

export const Piece = builder.objectRef<RowOf<'piece'>>('Piece')
export const PieceConnection = connectionOf(Piece)

export const CustomerOrder = builder.objectRef<WithRegion<RowOf<'customer_order'>>>('CustomerOrder').implement({
  description: 'An order of a customer.',
  policy: 'open',
  interfaces: [Node],
  facts: ({ account_id, region_id }) => ({ accountId: account_id, regionId: region_id }),
  fields: (t) => ({
    number: t.exposeString('number', { description: 'Number the customer knows it by.' }),
    account: t.field({
      type: Account,
      nullable: true,
      description: 'The customer; null where the viewer may not see it.',
      resolve: relatedOneOrNull<'account'>(orderShape, 'account'),
    }),
    product: t.field({
      type: Product,
      nullable: true,
      description: 'What was ordered.',
      resolve: relatedOneOrNull<'product'>(orderShape, 'product'),
    }),
    orderedMass: t.expose('ordered_mass', { type: 'Decimal', nullable: true, description: 'Ordered mass in tonnes.' }),
    pricePerTonne: t.expose('price_per_tonne', {
      type: 'Decimal',
      nullable: true,
      policy: 'money',
      description: 'Price of a tonne.',
    }),
    currency: t.exposeString('currency', { nullable: true, policy: 'money', description: 'Currency of the price.' }),
    placedOn: t.expose('placed_on', { type: 'Date', nullable: true, description: 'When it was placed.' }),
    applicationDueOn: t.expose('application_due_on', {
      type: 'Date',
      nullable: true,
      policy: 'internal',
      description: 'By when the customer was to apply for its delivery.',
    }),
    appliedOn: t.expose('applied_on', {
      type: 'Date',
      nullable: true,
      policy: 'internal',
      description: 'When it applied.',
    }),
    pieces: t.field({
      type: PieceConnection,
      description: 'What was made for it, by number.',
      args: pageArgs(),
      resolve: relatedPage<'piece'>(orderShape, 'pieces'),
    }),
  }),
})
answerNode(orderShape, 'open', orderScope)

export const Shipment = builder.objectRef<RowOf<'shipment'>>('Shipment').implement({
  description: 'A delivery on its way or arrived.',
  policy: 'open',
  interfaces: [Node],
  fields: (t) => ({
    number: t.exposeString('number', { description: 'Number of the delivery.' }),
    account: t.field({
      type: Account,
      nullable: true,
      description: 'The customer; null where the viewer may not see it.',
      resolve: relatedOneOrNull<'account'>(shipmentShape, 'account'),
    }),
    order: t.field({
      type: CustomerOrder,
      nullable: true,
      description: 'The order it belongs to.',
      resolve: relatedOneOrNull<'customer_order', { region_id: string }>(shipmentShape, 'order'),
    }),
    transport: t.exposeString('transport', { nullable: true, description: 'Wagon, vehicle or ship.' }),
    promisedOn: t.expose('promised_on', { type: 'Date', nullable: true, description: 'Promised day of delivery.' }),
    dispatchedOn: t.expose('dispatched_on', { type: 'Date', nullable: true, description: 'When it left.' }),
    arrivedOn: t.expose('arrived_on', { type: 'Date', nullable: true, description: 'When it arrived.' }),
  }),
})
answerNode(shipmentShape, 'open', shipmentScope)

export const Heat = builder.objectRef<RowOf<'heat'>>('Heat').implement({
  description: 'A heat of steel: everything of it has the same chemistry.',
  policy: 'open',
  interfaces: [Node],
  fields: (t) => ({
    number: t.exposeString('number', { description: 'Number of the heat.' }),
    grade: t.exposeString('grade', { nullable: true, description: 'Steel grade.' }),
    castOn: t.expose('cast_on', { type: 'Date', nullable: true, description: 'When it was cast.' }),
    pieces: t.field({
      type: PieceConnection,
      description: 'Pieces made of it that the viewer may see, by number.',
      args: pageArgs(),
      resolve: relatedPage<'piece'>(heatShape, 'pieces'),
    }),
  }),
})
answerNode(heatShape, 'open', heatScope)

Piece.implement({
  description: 'A coil, a pack or a bundle: the smallest thing that is delivered and claimed.',
  policy: 'open',
  interfaces: [Node],
  fields: (t) => ({
    number: t.exposeString('number', { description: 'Number, different within its heat.' }),
    kind: t.expose('kind', { type: PieceKind, description: 'Coil, pack or bundle.' }),
    kindLabel: t.string({
      description: "The same in the request's language.",
      resolve: ({ kind }, _args, { language }) => label(language, 'pieceKind', kind),
    }),
    heat: t.field({ type: Heat, description: 'Heat it is of.', resolve: relatedOne<'heat'>(pieceShape, 'heat') }),
    account: t.field({
      type: Account,
      nullable: true,
      description: 'Customer it was delivered to; null where the viewer may not see it.',
      resolve: relatedOneOrNull<'account'>(pieceShape, 'account'),
    }),
    order: t.field({
      type: CustomerOrder,
      nullable: true,
      description: 'Order it was made for.',
      resolve: relatedOneOrNull<'customer_order', { region_id: string }>(pieceShape, 'order'),
    }),
    shipment: t.field({
      type: Shipment,
      nullable: true,
      description: 'Delivery it went with.',
      resolve: relatedOneOrNull<'shipment'>(pieceShape, 'shipment'),
    }),
    product: t.field({
      type: Product,
      nullable: true,
      description: 'Product it is.',
      resolve: relatedOneOrNull<'product'>(pieceShape, 'product'),
    }),
    line: t.exposeString('line', { nullable: true, description: 'Production line.' }),
    mass: t.expose('mass', { type: 'Decimal', description: 'Delivered mass in tonnes.' }),
  }),
})
answerNode(pieceShape, 'open', pieceScope)
answerNode(productShape, 'open', everything)

builder.objectFields(Account, (t) => ({
  orders: t.field({
    type: connectionOf(CustomerOrder),
    description: 'Its orders by number.',
    args: pageArgs(),
    resolve: relatedPage<'customer_order', { region_id: string }>(accountShape, 'orders'),
  }),
  pieces: t.field({
    type: PieceConnection,
    description: 'What was delivered to it, by number.',
    args: pageArgs(),
    resolve: relatedPage<'piece'>(accountShape, 'pieces'),
  }),
}))
