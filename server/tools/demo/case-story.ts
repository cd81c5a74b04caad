// Tells the story of one case of the demo world in one transaction: each step at its time, known again by its key.
import { transact } from '../../core/transaction.ts'
import { systemViewer } from '../../core/viewer.ts'
import type { Work } from '../../core/work.ts'
import type { World } from './world.ts'

const dayLength = 86_400_000

/** Days before (or, negative, after) the present of the world, at an hour of UTC. */
export function daysAgo(world: World, days: number, hour = 5): Date {
  const day = new Date(world.end.getTime() - days * dayLength)
  day.setUTCHours(hour, 0, 0, 0)
  return day
}

/** What is known of the case while its story is told. */
export interface Telling {
  world: World
  work: Work
  caseId: string
}

export async function tellCase(world: World, key: string, tell: (work: Work) => Promise<string>): Promise<void> {
  const request = { viewer: systemViewer, name: key, key, body: {} }
  await transact(world.engineAt(world.end), request, async (work) => ({ caseId: await tell(work) }))
}
