// Imports certificates: the file is kept, its values are stored, and material that is not known yet is made from it.
import { expressionBuilder, type Transaction } from 'kysely'
import type { Database } from '../../schema/database.ts'
import { accountScope, can } from '../core/permissions.ts'
import { Refused } from '../core/refusal.ts'
import type { Viewer } from '../core/viewer.ts'
import type { Work } from '../core/work.ts'
import { type ReadCertificate, readCertificate } from './certificate.ts'
import { insertCertificate, insertValues } from './certificate-rows.ts'
import { fullSchemas } from './full-schemas.ts'
import { lastPlace, type PieceFault, type PlannedPiece, pieceNumber, plannedPieces } from './imported-pieces.ts'

export type Imported = {
  certificateId: string
  /** The same file had been imported for this account before; nothing was written. */
  known: boolean
  piecesMade: number
  /** Why no pieces could be made from it. */
  fault: PieceFault | null
}

/**
 * Imports the bytes of a certificate for an account. Refuses with every fault of the file, its path in the field. The same bytes
 * again answer the certificate there is. Heats, the order (A07) and, for heats of which the account has no piece yet, the pieces are
 * made when they are not known.
 */
export async function importCertificate(
  { trx }: Work,
  viewer: Viewer,
  accountId: string,
  bytes: Uint8Array,
): Promise<Imported> {
  const account = await lockAccount(trx, viewer, accountId)
  const read = readCertificate(bytes, { fullSchemas: fullSchemas() })
  if (!read.ok) {
    const fields = read.faults.map(({ path, message }) => ({
      field: `content${path}`,
      code: 'certificate',
      params: { path, message },
    }))
    throw new Refused({ kind: 'invalid', fields })
  }
  const { certificate } = read
  const known = await trx
    .selectFrom('certificate')
    .select('id')
    .where('account_id', '=', account)
    .where('sha256', '=', certificate.sha256)
    .executeTakeFirst()
  if (known) return { certificateId: known.id, known: true, piecesMade: 0, fault: null }
  const heats = await makeHeats(trx, certificate)
  const orderId = await makeOrder(trx, account, certificate)
  const planned = plannedPieces(certificate)
  const piecesMade = Array.isArray(planned) ? await makePieces(trx, account, orderId, heats, planned) : 0
  const certificateId = await insertCertificate(trx, account, orderId, viewer, certificate, bytes)
  await insertValues(trx, certificateId, certificate)
  const links = [...heats.values()].map((heatId) => ({ certificate_id: certificateId, heat_id: heatId }))
  if (links.length > 0) await trx.insertInto('certificate_heat').values(links).execute()
  return { certificateId, known: false, piecesMade, fault: Array.isArray(planned) ? null : planned }
}

/** Locked, so that the same file sent twice at once is imported once. */
async function lockAccount(trx: Transaction<Database>, viewer: Viewer, id: string): Promise<string> {
  const account = await trx
    .selectFrom('account')
    .select(['id', 'region_id'])
    .where('id', '=', id)
    .where(accountScope(expressionBuilder<Database, 'account'>(), viewer))
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!account) throw new Refused({ kind: 'notFound' })
  if (!can(viewer, 'material.import', { accountId: id, regionId: account.region_id }))
    throw new Refused({ kind: 'notAllowed' })
  return account.id
}

/** Ids by number; locked in one order, so that two imports of the same heats number their pieces one after the other. */
async function makeHeats(
  trx: Transaction<Database>,
  { heats, product }: ReadCertificate,
): Promise<Map<string, string>> {
  if (heats.length === 0) return new Map()
  const rows = [...heats].sort().map((number) => ({ number, grade: product.grades[0] ?? null }))
  await trx
    .insertInto('heat')
    .values(rows)
    .onConflict((conflict) => conflict.column('number').doNothing())
    .execute()
  const known = await trx
    .selectFrom('heat')
    .select(['id', 'number'])
    .where('number', '=', (eb) => eb.fn.any(eb.val([...heats])))
    .orderBy('number')
    .forNoKeyUpdate()
    .execute()
  return new Map(known.map(({ id, number }) => [number, id]))
}

async function makeOrder(
  trx: Transaction<Database>,
  accountId: string,
  { purchaserOrder }: ReadCertificate,
): Promise<string> {
  const { id } = await trx
    .insertInto('customer_order')
    .values({ account_id: accountId, number: purchaserOrder })
    .onConflict((conflict) => conflict.columns(['account_id', 'number']).doUpdateSet({ number: purchaserOrder }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Heats of which the account has pieces keep them; numbers go on after those that other customers have of the heat. */
async function makePieces(
  trx: Transaction<Database>,
  accountId: string,
  orderId: string,
  heats: ReadonlyMap<string, string>,
  planned: readonly PlannedPiece[],
): Promise<number> {
  const ids = [...heats.values()]
  const taken = await trx
    .selectFrom('piece')
    .select(['heat_id', 'number', 'account_id'])
    .where('heat_id', '=', (eb) => eb.fn.any(eb.val(ids)))
    .execute()
  const owned = new Set(taken.filter((piece) => piece.account_id === accountId).map((piece) => piece.heat_id))
  const after = new Map([...heats.keys()].map((heat) => [heat, lastPlace(heat, taken)]))
  const rows = planned.flatMap(({ heat, place, kind, mass }) => {
    const heatId = heats.get(heat)
    if (heatId === undefined || owned.has(heatId)) return []
    const number = pieceNumber(heat, place + (after.get(heat) ?? 0))
    return [{ number, kind, heat_id: heatId, account_id: accountId, order_id: orderId, mass }]
  })
  for (let from = 0; from < rows.length; from += 1_000) {
    await trx
      .insertInto('piece')
      .values(rows.slice(from, from + 1_000))
      .execute()
  }
  return rows.length
}
