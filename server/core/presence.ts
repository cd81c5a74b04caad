// Who looks at a case right now, in all server processes: each tells the others whom it serves, and is forgotten when it falls silent.
import { randomUUID } from 'node:crypto'
import type { Change, Changes } from './changes.ts'

export interface Presence {
  /** A person looks at the case until the returned function is called; two pages of one person are one. */
  enter(caseId: string, personId: string): () => void
  /** Who looks at the case, each once, as far as this process has heard. */
  here(caseId: string): string[]
  stop(): void
}

interface Heard {
  personIds: readonly string[]
  at: number
}

const tellAgainMs = 20_000
const silentMs = 60_000

/** `now` in milliseconds. */
export function openPresence(changes: Pick<Changes, 'announce' | 'hear'>, now: () => number = Date.now): Presence {
  const origin = randomUUID()
  const own = new Map<string, string[]>()
  const heard = new Map<string, Map<string, Heard>>()

  const tell = (caseId: string) =>
    changes.announce({
      caseId,
      taskId: null,
      personIds: [],
      present: { origin, personIds: [...new Set(own.get(caseId))] },
    })
  const deaf = changes.hear(({ caseId, present }: Change) => {
    if (!present || caseId === null) return
    const byOrigin = heard.get(caseId) ?? new Map<string, Heard>()
    if (present.personIds.length > 0) byOrigin.set(present.origin, { personIds: present.personIds, at: now() })
    else byOrigin.delete(present.origin)
    if (byOrigin.size > 0) heard.set(caseId, byOrigin)
    else heard.delete(caseId)
  })
  const timer = setInterval(() => {
    for (const caseId of own.keys()) tell(caseId)
    for (const [caseId, byOrigin] of heard) {
      for (const [from, { at }] of byOrigin) if (now() - at > silentMs) byOrigin.delete(from)
      if (byOrigin.size === 0) heard.delete(caseId)
    }
  }, tellAgainMs).unref()

  return {
    enter(caseId, personId) {
      own.set(caseId, [...(own.get(caseId) ?? []), personId])
      tell(caseId)
      let left = false
      return () => {
        if (left) return
        left = true
        const others = own.get(caseId) ?? []
        const rest = others.toSpliced(others.indexOf(personId), 1)
        if (rest.length > 0) own.set(caseId, rest)
        else own.delete(caseId)
        tell(caseId)
      }
    },
    here(caseId) {
      const all = [...(heard.get(caseId)?.values() ?? [])].filter(({ at }) => now() - at <= silentMs)
      return [...new Set(all.flatMap(({ personIds }) => personIds))].sort()
    },
    stop() {
      clearInterval(timer)
      deaf()
    },
  }
}
