// Products, orders, shipments, heats and pieces of the demo world, delivered over the past two years.
import type { Insertable, Kysely } from 'kysely'
import type { Database } from '../../../schema/database.ts'
import type { CustomerOrderRow, HeatRow, PieceRow, ShipmentRow } from '../../../schema/database-materials.ts'
import { demoProducts } from './products.ts'
import type { Random } from './random.ts'

export interface MaterialSize {
  heats: number
  pieces: number
}

interface Customer {
  id: string
  currency: string
  key: boolean
}

/** USD for one unit, as prices were agreed; near the rates of the reference data. */
const usdPer: Record<string, number> = { USD: 1, EUR: 1.12, CNY: 0.14, KRW: 0.0007, AED: 0.2723, IRR: 0.0000238 }
const dayLength = 86_400_000
const daysDelivered = 760

/** Inserts everything in batches. Every account gets orders; about one heat in five is shared by two accounts. */
export async function insertMaterials(
  trx: Kysely<Database>,
  size: MaterialSize,
  anchor: Date,
  random: Random,
): Promise<void> {
  const accounts = await trx.selectFrom('account').orderBy('number').select(['id', 'currency', 'key']).execute()
  const productRows = demoProducts.map(({ code, name, grade, norm }) => ({ code, name, grade, norm }))
  const products = await trx.insertInto('product').values(productRows).returning('id').execute()
  const productIds = products.map(({ id }) => id)
  const plan = planDeliveries(accounts, productIds, size, anchor, random)
  const orders = await insertAll(trx, 'customer_order', plan.orders)
  const shipments = await insertAll(
    trx,
    'shipment',
    plan.shipments.map(({ order, ...row }) => ({ ...row, order_id: orders[order] ?? null })),
  )
  const heats = await insertAll(trx, 'heat', plan.heats)
  const pieces = plan.pieces.map(({ heat, order, shipment, ...row }) => ({
    ...row,
    heat_id: heats[heat] ?? '',
    order_id: orders[order] ?? null,
    shipment_id: shipments[shipment] ?? null,
  }))
  await insertAll(trx, 'piece', pieces)
}

interface Plan {
  orders: Insertable<CustomerOrderRow>[]
  shipments: (Omit<Insertable<ShipmentRow>, 'order_id'> & { order: number })[]
  heats: Insertable<HeatRow>[]
  pieces: (Omit<Insertable<PieceRow>, 'heat_id' | 'order_id' | 'shipment_id'> & {
    heat: number
    order: number
    shipment: number
  })[]
}

function planDeliveries(
  accounts: readonly Customer[],
  productIds: readonly string[],
  { heats, pieces }: MaterialSize,
  anchor: Date,
  random: Random,
): Plan {
  const plan: Plan = { orders: [], shipments: [], heats: [], pieces: [] }
  const weighted = accounts.flatMap((account) => (account.key ? [account, account, account] : [account]))
  for (let heat = 0; heat < heats; heat++) {
    const product = random.whole(0, demoProducts.length - 1)
    const made = demoProducts[product]
    if (!made) continue
    const cast = anchor.getTime() - dayLength * (daysDelivered - ((daysDelivered - 60) * heat) / heats)
    plan.heats.push({ number: String(600_001 + heat * 7), grade: made.grade, cast_on: dayOf(cast) })
    const own = accounts[heat] ?? random.pick(weighted)
    const shared = random.chance(0.2) ? random.pick(accounts) : own
    const count = Math.floor(((heat + 1) * pieces) / heats) - Math.floor((heat * pieces) / heats)
    const forOther = shared === own ? 0 : Math.floor(count / 3)
    const parts = [
      { account: own, from: 0, to: count - forOther },
      ...(forOther > 0 ? [{ account: shared, from: count - forOther, to: count }] : []),
    ]
    for (const { account, from, to } of parts) {
      const order = addOrder(
        plan,
        account,
        { id: productIds[product] ?? null, price: made.price, mass: (to - from) * made.mass[1] },
        cast,
        random,
      )
      const shipment = addShipment(plan, account, order, cast, random)
      const line = random.pick(made.lines)
      for (let piece = from; piece < to; piece++) {
        plan.pieces.push({
          heat,
          order,
          shipment,
          number: `${600_001 + heat * 7}-${String(piece + 1).padStart(2, '0')}`,
          kind: made.kind,
          account_id: account.id,
          product_id: productIds[product] ?? null,
          line,
          mass: (made.mass[0] + random.next() * (made.mass[1] - made.mass[0])).toFixed(3),
        })
      }
    }
  }
  return plan
}

function addOrder(
  { orders }: Plan,
  { id, currency }: Customer,
  product: { id: string | null; price: number; mass: number },
  cast: number,
  random: Random,
): number {
  const price = (product.price * (0.94 + random.next() * 0.12)) / (usdPer[currency] ?? 1)
  orders.push({
    number: `PO-${dayOf(cast).slice(0, 4)}-${String(orders.length + 1).padStart(4, '0')}`,
    account_id: id,
    product_id: product.id,
    ordered_mass: String(Math.ceil(product.mass / 10) * 10),
    price_per_tonne: price.toFixed(2),
    currency,
    placed_on: dayOf(cast - dayLength * random.whole(15, 45)),
  })
  return orders.length - 1
}

function addShipment({ shipments }: Plan, { id }: Customer, order: number, cast: number, random: Random): number {
  const dispatched = cast + dayLength * random.whole(8, 18)
  const promised = dispatched + dayLength * random.whole(12, 24)
  shipments.push({
    number: `S-${String(40_001 + shipments.length)}`,
    account_id: id,
    order,
    transport: random.pick(['rail', 'rail and sea', 'truck']),
    promised_on: dayOf(promised),
    dispatched_on: dayOf(dispatched),
    arrived_on: dayOf(promised + dayLength * random.whole(-4, 6)),
  })
  return shipments.length - 1
}

/** Inserts rows a thousand at a time; their ids in the same order. */
async function insertAll<T extends 'customer_order' | 'shipment' | 'heat' | 'piece'>(
  trx: Kysely<Database>,
  table: T,
  rows: readonly Insertable<Database[T]>[],
): Promise<string[]> {
  const ids: string[] = []
  for (let from = 0; from < rows.length; from += 1_000) {
    const values = rows.slice(from, from + 1_000) as never
    const inserted = await trx.insertInto(table).values(values).returning('id').execute()
    ids.push(...inserted.map((row) => (row as { id: string }).id))
  }
  return ids
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}
