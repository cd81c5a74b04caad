// What a command with bad input answers, with proof that it changed nothing.
import { expect } from 'vitest'
import { databaseHash } from '../database-hash.ts'
import type { ClaimAnswer } from '../graph.ts'
import type { World } from './world.ts'

/** An id that nothing has. */
export const nobody = '01890000-0000-7000-8000-000000000000'

/** The kind of the refusal, or `field: code` of each fault. Fails when a row changed, a step was taken, or a fault has no words. */
export async function refused(
  world: World,
  attempt: () => Promise<Pick<ClaimAnswer, '__typename' | 'fields'>>,
): Promise<string[]> {
  const before = await databaseHash(world.database.owner)
  const { __typename, fields = [] } = await attempt()
  expect(await databaseHash(world.database.owner)).toEqual(before)
  expect(__typename).not.toMatch(/Moved|Written/)
  if (__typename !== 'Invalid') return [__typename]
  for (const { text, code } of fields) expect(text, code).not.toBe(code)
  return fields.map(({ field, code }) => (field === null ? code : `${field}: ${code}`))
}
