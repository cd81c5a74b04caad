// Several servers that start at once on an empty database fill it once.
import { expect, it } from 'vitest'
import { openDatabase } from '../../server/core/database.ts'
import { installReference } from '../../server/tools/reference-data.ts'
import { freshDatabase } from '../postgres.ts'

it('installs the reference data once, however many servers start on an empty database', async () => {
  const { app, connections, drop } = await freshDatabase()
  const pools = Array.from({ length: 4 }, () => openDatabase({ connection: connections.app, poolSize: 1 }))
  const installed = await Promise.all(pools.map((db) => installReference(db)))
  await Promise.all(pools.map((db) => db.destroy()))
  expect(installed.filter((done) => done)).toHaveLength(1)
  expect(await app.selectFrom('calendar').select('code').execute()).toHaveLength(1)
  await drop()
})
