// A transaction whose statements may be under way together: PostgreSQL carries them out in the order in which they were sent.
import { CompiledQuery, type DatabaseConnection, type Kysely, PostgresDialect, Transaction } from 'kysely'
import pg from 'pg'
import type { Database } from '../../schema/database.ts'

/** The connection was lost on the commit: done or not, nobody was told. */
export class UncertainCommit extends Error {
  override readonly name = 'UncertainCommit'
}

/** A statement, or several of which one follows from the other. */
interface Sendable {
  execute(): Promise<unknown>
}

const postedOn = new WeakMap<object, Promise<unknown>[]>()

/**
 * Sends a statement whose answer nobody waits for; statements after it see what it did. What fails is told before the commit, and nothing
 * of the transaction is left. In a transaction that was not opened by `inTransaction` it is waited for.
 */
export async function post(trx: Transaction<Database>, statement: Sendable): Promise<void> {
  const posted = postedOn.get(trx)
  const answer = statement.execute()
  if (!posted) await answer
  else keep(posted, answer)
}

/**
 * Runs `work` in one transaction, all or nothing; it is committed once each of its statements was answered. The error is that of the statement
 * which failed first. Throws `UncertainCommit` when the answer to the commit was lost.
 */
export function inTransaction<T>(db: Kysely<Database>, work: (trx: Transaction<Database>) => Promise<T>): Promise<T> {
  const executor = db.getExecutor()
  return executor.provideConnection(async (connection) => {
    let open = true
    const provider = {
      async provideConnection<R>(use: (connection: DatabaseConnection) => Promise<R>): Promise<R> {
        if (!open) throw new Error('A statement was sent after the end of its transaction')
        return await use(connection)
      },
    }
    const trx = new Transaction<Database>({ ...unused, executor: executor.withConnectionProvider(provider) })
    const posted: Promise<unknown>[] = []
    postedOn.set(trx, posted)
    keep(posted, connection.executeQuery(begin))
    try {
      const result = await work(trx)
      await Promise.all(posted)
      open = false
      await commit(connection)
      return result
    } catch (error) {
      open = false
      if (error instanceof UncertainCommit) throw error
      await rollBack(connection)
      throw (await firstFailure(posted)) ?? error
    }
  })
}

const begin = CompiledQuery.raw('begin')
const end = CompiledQuery.raw('commit')

/** What a transaction is made of besides its connection, and never asks for. */
const dialect = new PostgresDialect({ pool: () => Promise.reject(new Error('A transaction has a connection')) })
const unused = { config: { dialect }, dialect, driver: dialect.createDriver() }

function keep(posted: Promise<unknown>[], answer: Promise<unknown>): void {
  answer.catch(() => undefined)
  posted.push(answer)
}

async function commit(connection: DatabaseConnection): Promise<void> {
  const { rows } = await connection.executeQuery<{ command: string }>(end).catch((error: unknown) => {
    throw new UncertainCommit('The commit was not confirmed.', { cause: error })
  })
  if (rows[0]?.command === 'ROLLBACK') throw new Error('The transaction was rolled back: a statement of it had failed')
}

/** A connection that cannot roll back is of no more use to anybody. */
async function rollBack(connection: DatabaseConnection): Promise<void> {
  try {
    await connection.executeQuery(CompiledQuery.raw('rollback'))
  } catch {
    await connection
      .executeQuery(CompiledQuery.raw('select pg_terminate_backend(pg_backend_pid())'))
      .catch(() => undefined)
  }
}

const IN_FAILED_TRANSACTION = '25P02'

async function firstFailure(posted: readonly Promise<unknown>[]): Promise<unknown> {
  for (const answer of await Promise.allSettled(posted)) {
    if (answer.status === 'fulfilled') continue
    const { reason } = answer
    if (!(reason instanceof pg.DatabaseError && reason.code === IN_FAILED_TRANSACTION)) return reason
  }
  return null
}
