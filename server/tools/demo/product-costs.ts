// What the products of the demo world cost against their targets: most a little more, one much more.
import { sql } from 'kysely'
import { daysAgo } from './case-story.ts'
import type { World } from './world.ts'

const indices = ['99.2', '103.0', '101.5', '112.4', '98.7', '104.1']

export async function tellProductCosts(world: World): Promise<void> {
  const at = daysAgo(world, 30)
  const products = await world.db.selectFrom('product').select('id').orderBy('code').execute()
  for (const [index, { id }] of products.entries()) {
    const costIndex = indices[index % indices.length] ?? '100'
    await sql`insert into product_cost (product_id, cost_index, target, set_at) values (${id}, ${costIndex}, 100, ${at})`.execute(
      world.db,
    )
  }
}
