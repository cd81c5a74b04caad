// What a trial batch of the demo world is made of: coils of one heat of its customer, with their certificate, and a rival's product.
import type { Work } from '../../core/work.ts'
import type { DemoAccount, World } from './world.ts'

export interface TrialMaterial {
  productId: string
  heatId: string
  /** A heat of the other variant, where the customer has one. */
  otherHeatId: string | null
  pieceIds: string[]
  certificateId: string
  competitorId: string
}

export async function trialMaterial({
  world,
  work: { trx },
  account,
}: {
  world: World
  work: Work
  account: DemoAccount
}): Promise<TrialMaterial> {
  const [first] = account.pieces
  if (!first) throw new Error('A customer of the demo world has no coils')
  const { heatId } = first
  const otherHeatId = account.pieces.find((one) => one.heatId !== heatId)?.heatId ?? null
  const heat = await trx.selectFrom('heat').where('id', '=', heatId).select('number').executeTakeFirstOrThrow()
  const piece = await trx.selectFrom('piece').where('id', '=', first.id).select('product_id').executeTakeFirstOrThrow()
  const competitor = await trx
    .insertInto('competitor_product')
    .values({ competitor: 'Rival Works', name: 'Rival coil', grade: 'like ours' })
    .onConflict((conflict) => conflict.columns(['competitor', 'name']).doUpdateSet({ grade: 'like ours' }))
    .returning('id')
    .executeTakeFirstOrThrow()
  const number = `Z-${heat.number}`
  const certificate = await trx
    .insertInto('certificate')
    .values({
      number,
      account_id: account.id,
      document_type: 'Inspection certificate',
      en10204: '3.1',
      schema_version: 'demo',
      issuer: 'Works',
      product_name: 'Coil of the trial batch',
      sha256: '0'.repeat(64),
      raw: Buffer.from(JSON.stringify({ number })),
      imported_by: world.cast.is('laboratoryResponder').id,
      imported_at: world.end,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const ofCertificate = { certificate_id: certificate.id }
  await trx
    .insertInto('certificate_heat')
    .values({ ...ofCertificate, heat_id: heatId })
    .execute()
  await trx
    .insertInto('certificate_value')
    .values({
      ...ofCertificate,
      position: 1,
      value_group: 'chemistry',
      code: 'C',
      heat: heat.number,
      raw_text: '0.10',
      number: '0.10',
      unit: '%',
    })
    .execute()
  return {
    productId: piece.product_id ?? '',
    heatId,
    otherHeatId,
    pieceIds: account.pieces.filter((one) => [heatId, otherHeatId].includes(one.heatId)).map(({ id }) => id),
    certificateId: certificate.id,
    competitorId: competitor.id,
  }
}
