// What the stories of the demo world are told with: the engine, its people, customers, material and time.
import type { Kysely } from 'kysely'
import type { Database } from '../../../schema/database.ts'
import type { ContactViewer } from '../../core/viewer.ts'
import type { Cast } from './cast.ts'
import type { DatedEngine } from './dated-engine.ts'
import { demoProducts } from './products.ts'
import type { Timeline } from './timeline.ts'
import type { WorkLine } from './work-line.ts'

export interface DemoPiece {
  id: string
  number: string
  heatId: string
  mass: number
  /** Per tonne, in the account's currency */
  price: number
  /** Milliseconds since 1970 */
  arrived: number
  defects: readonly string[]
}

export interface DemoAccount {
  id: string
  key: boolean
  currency: string
  language: string
  timeZone: string
  silenceAccepts: boolean
  contacts: { id: string; name: string; language: string }[]
  /** In the order of their arrival */
  pieces: DemoPiece[]
}

export interface World {
  engineAt: DatedEngine
  db: Kysely<Database>
  cast: Cast
  line: WorkLine
  timeline: Timeline
  accounts: DemoAccount[]
  /** Ids by code */
  departments: ReadonlyMap<string, string>
  /** The routing table: department by `subject stage` */
  routing: ReadonlyMap<string, string>
  end: Date
  /** An earlier making broke off. */
  again: boolean
}

/** A contact of the account, as the one who opened the signed link to the case. */
export function contactViewer(account: DemoAccount, caseId: string): ContactViewer {
  const [contact] = account.contacts
  if (!contact) throw new Error('An account of the demo world has no contact')
  const language = contact.language === 'ru' ? 'ru' : 'en'
  return {
    kind: 'contact',
    id: contact.id,
    name: contact.name,
    language,
    timeZone: account.timeZone,
    accountId: account.id,
    caseId,
  }
}

export async function readAccounts(db: Kysely<Database>): Promise<DemoAccount[]> {
  const accounts = await db.selectFrom('account').orderBy('number').selectAll().execute()
  const contacts = await db
    .selectFrom('contact')
    .orderBy('id')
    .select(['id', 'account_id', 'name', 'language'])
    .execute()
  const pieces = await db
    .selectFrom('piece')
    .innerJoin('shipment', 'shipment.id', 'piece.shipment_id')
    .innerJoin('customer_order', 'customer_order.id', 'piece.order_id')
    .innerJoin('product', 'product.id', 'piece.product_id')
    .orderBy('shipment.arrived_on')
    .orderBy('piece.number')
    .select(['piece.id', 'piece.number', 'piece.heat_id', 'piece.account_id', 'piece.mass', 'product.code'])
    .select(['shipment.arrived_on', 'customer_order.price_per_tonne'])
    .execute()
  const defects = new Map(demoProducts.map((product) => [product.code, product.defects]))
  return accounts.map((account) => ({
    id: account.id,
    key: account.key,
    currency: account.currency,
    language: account.language,
    timeZone: account.time_zone,
    silenceAccepts: account.silence_accepts,
    contacts: contacts.filter(({ account_id }) => account_id === account.id),
    pieces: pieces
      .filter(({ account_id }) => account_id === account.id)
      .map((piece) => ({
        id: piece.id,
        number: piece.number,
        heatId: piece.heat_id,
        mass: Number(piece.mass),
        price: Number(piece.price_per_tonne),
        arrived: Date.parse(piece.arrived_on ?? ''),
        defects: defects.get(piece.code) ?? [],
      })),
  }))
}
