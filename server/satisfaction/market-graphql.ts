// Volumes of the markets that answers are held against (SAT-02), in the graph.
import { type Kysely, type Selectable, sql } from 'kysely'
import { z } from 'zod'
import type { Database } from '../../schema/database.ts'
import type { MarketVolumeRow } from '../../schema/database-rollups.ts'
import { decimal, whole } from '../core/input.ts'
import { refuseField } from '../core/refusal.ts'
import { builder } from '../graphql/builder.ts'
import { command } from '../graphql/command.ts'
import { nodeId } from '../graphql/input-of.ts'
import { globalId } from '../graphql/node.ts'

const MarketVolume = builder.objectRef<Selectable<MarketVolumeRow>>('MarketVolume').implement({
  description: 'What all customers of a region buy in a year, of every supplier.',
  policy: 'internal',
  fields: (t) => ({
    regionId: t.id({ description: 'The region.', resolve: ({ region_id }) => globalId('Region', region_id) }),
    year: t.exposeInt('year', { description: 'The year.' }),
    kilotonnes: t.expose('kilotonnes', { type: 'Decimal', description: 'Kilotonnes.' }),
  }),
})

builder.queryField('marketVolumes', (t) =>
  t.field({
    type: [MarketVolume],
    policy: 'internal',
    description: 'Volumes of the markets, the newest year first; at most those of 20 years.',
    resolve: (_root, _args, { engine }) => newest(engine.db),
  }),
)

function newest(db: Kysely<Database>): Promise<Selectable<MarketVolumeRow>[]> {
  return db
    .selectFrom('market_volume')
    .selectAll()
    .where('year', '>', sql<number>`(select coalesce(max(year), 0) from market_volume) - 20`)
    .orderBy('year', 'desc')
    .orderBy('region_id')
    .execute()
}

command({
  name: 'setMarketVolume',
  description: "Enters what a region's customers buy in a year; coverage is worked out against it.",
  action: 'satisfaction.set',
  input: z.object({
    regionId: nodeId('Region').describe('The region.'),
    year: whole(1950, 2_200).describe('The year.'),
    kilotonnes: decimal({ places: 3, above: '0', max: '100000000' }).describe('Kilotonnes of every supplier.'),
  }),
  success: MarketVolume,
  run: async ({ trx }, { regionId, year, kilotonnes }) => {
    const region = await trx.selectFrom('region').where('id', '=', regionId).select('id').executeTakeFirst()
    if (!region) throw refuseField('regionId', 'unknown')
    await trx
      .insertInto('market_volume')
      .values({ region_id: regionId, year, kilotonnes })
      .onConflict((conflict) => conflict.columns(['region_id', 'year']).doUpdateSet({ kilotonnes }))
      .execute()
    return { regionId, year }
  },
  read: ({ engine }, _info, { regionId, year }) =>
    engine.db
      .selectFrom('market_volume')
      .selectAll()
      .where('region_id', '=', regionId)
      .where('year', '=', year)
      .executeTakeFirstOrThrow(),
})
