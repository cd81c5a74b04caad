// Codes of catalogues that the input of a command names.
import type { Transaction } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { Catalogue } from '../../schema/vocabulary.ts'
import { refuseField } from '../core/refusal.ts'

/** Refuses `unknownCode` at the field for a code that is not an active one of the catalogue. */
export async function knownCode(
  { trx }: { trx: Transaction<Database> },
  field: string,
  catalogue: Catalogue,
  code: string,
): Promise<void> {
  const entry = await trx
    .selectFrom('catalogue_entry')
    .where('catalogue', '=', catalogue)
    .where('code', '=', code)
    .where('active', '=', true)
    .select('id')
    .executeTakeFirst()
  if (!entry) throw refuseField(field, 'unknownCode', { value: code })
}
