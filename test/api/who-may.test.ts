// Who may do it, asked of the database for all people at once, is what the permission table says of each.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { words } from '../../schema/vocabulary.ts'
import { departmentsOf } from '../../server/core/lock.ts'
import { actions } from '../../server/core/permission-table.ts'
import { can } from '../../server/core/permissions.ts'
import { whoMay } from '../../server/core/who-may.ts'
import { claimIn, newClaim } from '../stories/driven-claim.ts'
import { openWorld, type World } from '../stories/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

it('finds the people of a row just as the permission table judges each of them', async () => {
  const claims = [await newClaim(world), await claimIn(world, 'collecting')]
  for (const claim of claims) {
    const row = await world.db
      .selectFrom('service_case')
      .where('id', '=', claim.key)
      .select(['account_id as accountId', 'region_id as regionId'])
      .select(departmentsOf(sql.ref('service_case.id')).as('departmentIds'))
      .executeTakeFirstOrThrow()
    const people = Object.values(world.people)
    for (const action of words(actions)) {
      const found = await world.db
        .selectFrom('person')
        .where(whoMay(action, { ...row, departmentIds: departmentsOf(sql`${claim.key}`) }))
        .select('id')
        .execute()
      const expected = people.filter((one) => can(one, action, { ...row, caseId: claim.key }) !== null)
      expect([action, found.map(({ id }) => id).sort()]).toEqual([action, expected.map(({ id }) => id).sort()])
    }
  }
})
