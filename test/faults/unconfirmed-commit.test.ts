// The connection is lost after a commit, before its answer: a command is not done twice.
import { randomUUID } from 'node:crypto'
import type { CompiledQuery, DatabaseConnection, Kysely, QueryResult } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Database } from '../../schema/database.ts'
import { addComment } from '../../server/cases/comments.ts'
import { registerClaim } from '../../server/claims/commands.ts'
import type { Engine } from '../../server/core/engine.ts'
import { UncertainCommit } from '../../server/core/pipelined.ts'
import { transact } from '../../server/core/transaction.ts'
import type { PersonViewer } from '../../server/core/viewer.ts'
import { type TestEngine, testEngine } from '../engine.ts'
import { givenAccount, givenPerson, givenReference } from '../given.ts'

let world: TestEngine
let engineer: PersonViewer
let caseId: string
beforeAll(async () => {
  world = await testEngine()
  const { app } = world.database
  const { regions } = await givenReference(app)
  engineer = await givenPerson(app, { name: 'Front Person', role: 'csEngineer' })
  const { id: accountId } = await givenAccount(app, { name: 'Paper Otter Pipes', regionId: regions.europe ?? '' })
  const payload = { accountId, whatHappened: 'Rust on the edges', receivedAt: '2026-11-02T04:50:00.000Z' }
  const request = { viewer: engineer, name: 'register', key: null, body: {} }
  const registered = await transact(world.engine, request, async (work) => ({
    id: (await registerClaim(world.engine, work, engineer, payload as never)).subject.caseId,
  }))
  caseId = registered.id
})
afterAll(() => world.close())

it('is sent again under its key, and is there once', async () => {
  await comment('with a key', randomUUID())
  expect(await comments('with a key')).toBe(1)
})

it('is not sent again without a key, and is there once', async () => {
  await expect(comment('without a key', null)).rejects.toThrow(UncertainCommit)
  expect(await comments('without a key')).toBe(1)
})

async function comment(body: string, key: string | null): Promise<void> {
  const engine: Engine = { ...world.engine, db: losingOneAnswer(world.engine.db) }
  const request = { viewer: engineer, name: 'addComment', key, body: { body } }
  await transact(engine, request, (work) => addComment(engine, work, engineer, { caseId, body, language: 'en' }))
}

async function comments(body: string): Promise<number> {
  const rows = await world.database.owner.selectFrom('comment').where('body', '=', body).select('id').execute()
  return rows.length
}

/** Its first transaction commits, and its answer does not arrive. */
function losingOneAnswer(db: Kysely<Database>): Kysely<Database> {
  const executor = db.getExecutor()
  let lost = false
  const losing = (connection: DatabaseConnection): DatabaseConnection => ({
    streamQuery: (...query) => connection.streamQuery(...query),
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      const answer = await connection.executeQuery<R>(query)
      if (lost || query.sql !== 'commit') return answer
      lost = true
      throw Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })
    },
  })
  const losingExecutor = executor.withConnectionProvider({
    provideConnection: (use) => executor.provideConnection((connection) => use(losing(connection))),
  })
  return Object.create(db, { getExecutor: { value: () => losingExecutor } })
}
