// Writes of regions.
import type { z } from 'zod'
import { stored } from '../core/input-words.ts'
import type { Work } from '../core/work.ts'
import type { setRegionInput } from './inputs.ts'

export async function setRegion({ trx }: Work, input: z.output<typeof setRegionInput>): Promise<string> {
  const values = { code: input.code, name: stored(input.name) }
  const { id } = await trx
    .insertInto('region')
    .values(values)
    .onConflict((conflict) => conflict.column('code').doUpdateSet(values))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
