// Signs in everybody who plays the example.
import type { Sessions } from './intake.ts'
import { type Player, password, people } from './people.ts'
import { signIn } from './session.ts'

export async function signInAll(address: string): Promise<Sessions> {
  const entries = Object.entries(people).map(async ([player, email]) => [
    player,
    await signIn(address, email, password),
  ])
  return Object.fromEntries(await Promise.all(entries)) as Record<Player, Awaited<ReturnType<typeof signIn>>>
}
