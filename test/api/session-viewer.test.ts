/** Who a session stands for: everything that permissions ask of a person. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { databaseTime } from '../../server/core/engine.ts'
import { createViewerReader } from '../../server/core/session-viewer.ts'
import { type Door, openDoor } from './door.ts'

let door: Door
beforeAll(async () => {
  door = await openDoor()
})
afterAll(() => door.close())

it('is the person with roles in the order of granting, offices, positions and the accounts in charge', async () => {
  const { db, url } = door
  const id = await door.person('head@example.test')
  const { id: departmentId } = await db
    .insertInto('department')
    .values({ code: 'laboratory', name: JSON.stringify({ en: 'Laboratory' }), office: 'laboratory' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { id: regionId } = await db
    .insertInto('region')
    .values({ code: 'europe', name: JSON.stringify({ en: 'Europe' }) })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { id: accountId } = await db
    .insertInto('account')
    .values({
      number: '1001',
      name: 'Fictional Works',
      region_id: regionId,
      consumer_type: 'endUser',
      country: 'DE',
      manager_id: id,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('role_grant')
    .values([
      { person_id: id, role: 'keyCustomerManager', granted_at: new Date('2026-02-01') },
      { person_id: id, role: 'departmentHead', department_id: departmentId, granted_at: new Date('2026-01-01') },
      { person_id: id, role: 'management', region_id: regionId, granted_at: new Date('2026-03-01') },
    ])
    .execute()
  await db
    .insertInto('person_position')
    .values([
      { person_id: id, position: 'headOfQuality' },
      { person_id: id, position: 'finance' },
    ])
    .execute()
  await db.updateTable('person').set({ language: 'kk', time_zone: 'Asia/Almaty' }).where('id', '=', id).execute()
  const settings = { publicUrl: url, authSecret: 'x'.repeat(32) }
  const viewerOf = createViewerReader({ db, now: databaseTime }, settings)
  const cookie = await door.signIn('head@example.test')
  const nothing = { departmentId: null, office: null, regionId: null, accountId: null }
  expect(await viewerOf({ cookie: `other=1; ${cookie}; last=2` })).toEqual({
    kind: 'person',
    id,
    name: 'Test Person',
    language: 'kk',
    timeZone: 'Asia/Almaty',
    grants: [
      { ...nothing, role: 'departmentHead', departmentId, office: 'laboratory' },
      { ...nothing, role: 'keyCustomerManager' },
      { ...nothing, role: 'management', regionId },
    ],
    positions: ['finance', 'headOfQuality'],
    managedAccountIds: [accountId],
    backDates: false,
  })
  const otherSecret = createViewerReader({ db, now: databaseTime }, { ...settings, authSecret: 'y'.repeat(32) })
  expect(await otherSecret({ cookie })).toBeNull()
})
