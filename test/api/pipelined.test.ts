// Statements that nobody waits for: they are seen by those after them, and one that fails leaves nothing of its transaction.
import { sql, type Transaction } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Database } from '../../schema/database.ts'
import { inTransaction, post } from '../../server/core/pipelined.ts'
import { type TestEngine, testEngine } from '../engine.ts'

let world: TestEngine
beforeAll(async () => {
  world = await testEngine()
})
afterAll(() => world.close())

const run = <T>(work: (trx: Transaction<Database>) => Promise<T>) => inTransaction(world.engine.db, work)
const addRegion = (trx: Transaction<Database>, code: string) =>
  post(trx, trx.insertInto('region').values({ code, name: JSON.stringify({ en: code }) }))
const dividing = (trx: Transaction<Database>) => post(trx, { execute: () => sql`select 1 / 0`.execute(trx) })
const isThere = async (code: string) =>
  (await world.engine.db.selectFrom('region').where('code', '=', code).select('id').execute()).length === 1

it('is seen by what is asked after it, and kept', async () => {
  const seen = await run(async (trx) => {
    await addRegion(trx, 'posted')
    return trx.selectFrom('region').where('code', '=', 'posted').select('code').execute()
  })
  expect(seen).toEqual([{ code: 'posted' }])
  expect(await isThere('posted')).toBe(true)
})

it('fails the whole when it fails, though nobody waited for it', async () => {
  const work = run(async (trx) => {
    await addRegion(trx, 'before')
    await dividing(trx)
    await addRegion(trx, 'after')
    return 'done'
  })
  await expect(work).rejects.toThrow('division by zero')
  expect(await isThere('before')).toBe(false)
  expect(await isThere('after')).toBe(false)
})

it('is named as the reason, not what could not be carried out after it', async () => {
  const work = run(async (trx) => {
    await dividing(trx)
    return trx.selectFrom('region').select('id').execute()
  })
  await expect(work).rejects.toThrow('division by zero')
})

it('leaves the reason to the work where that gives up by itself', async () => {
  const work = run(async (trx) => {
    await addRegion(trx, 'given up')
    throw new Error('Not like this')
  })
  await expect(work).rejects.toThrow('Not like this')
  expect(await isThere('given up')).toBe(false)
})

it('is not taken after the end, when the connection may be somebody else’s', async () => {
  const over = await run(async (trx) => ({ trx }))
  await expect(over.trx.selectFrom('region').select('id').execute()).rejects.toThrow('after the end')
})
