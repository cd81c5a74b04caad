// What can be done from where one stands: parts of the page tell it, the palette offers it beside what is found.
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react'

export interface Command {
  id: string
  label: string
  /** What it belongs to, or why it cannot be done now. */
  hint?: string | undefined
  ready: boolean
  run: () => void
}

const offered = new Map<symbol, readonly Command[]>()
const listeners = new Set<() => void>()
let all: readonly Command[] = []

/** Offers the commands for as long as the part is shown. Which they are is told by their ids and labels. */
export function useCommands(commands: readonly Command[]): void {
  const latest = useRef(commands)
  latest.current = commands
  const place = useMemo(() => Symbol('commands'), [])
  const names = commands.map(({ id, label, hint, ready }) => [id, label, hint, ready].join('\n')).join('\n')
  // biome-ignore lint/correctness/useExhaustiveDependencies: told anew when one of them reads differently
  useEffect(() => {
    offer(
      place,
      latest.current.map((command, index) => ({ ...command, run: () => latest.current[index]?.run() })),
    )
    return () => offer(place, null)
  }, [place, names])
}

export function useAllCommands(): readonly Command[] {
  return useSyncExternalStore(listen, () => all)
}

function offer(place: symbol, commands: readonly Command[] | null): void {
  if (commands) offered.set(place, commands)
  else offered.delete(place)
  all = [...offered.values()].flat()
  for (const listener of listeners) listener()
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
