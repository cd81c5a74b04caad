// What a command works with: its transaction, and where it announces what changed.
import type { Transaction } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { Change } from './changes.ts'

export interface Work {
  trx: Transaction<Database>
  /** Announced to every process once the transaction has committed. */
  changed(change: Change): void
}
