// Files on their way to one place (a case, a task, a claim that is being written): they wait on this device until they have arrived.
import { useSyncExternalStore } from 'react'
import { useDevice } from '../device/device.ts'
import type { Waiting } from '../device/outbox.ts'

export interface Destination {
  caseId: string | null
  /** What a claim that has no id yet is called by. */
  after?: string
  taskId?: string
}

export interface WaitingFiles {
  files: readonly Waiting[]
  add(files: Iterable<File>): void
}

export function useWaitingFiles({ caseId, after, taskId }: Destination): WaitingFiles {
  const { outbox } = useDevice()
  const waiting = useSyncExternalStore(outbox.listen, outbox.list)
  const isHere = ({ kind, input, ...entry }: Waiting) => {
    const { taskId: ofTask } = input as { taskId?: string }
    if (kind !== 'photo') return false
    return after ? entry.after === after : entry.caseId === caseId && (!taskId || ofTask === taskId)
  }
  return {
    files: waiting.filter(isHere),
    add(files) {
      void addAll([...files])
    },
  }

  async function addAll(files: readonly File[]): Promise<void> {
    for (const file of files) {
      await outbox.add({
        key: crypto.randomUUID(),
        kind: 'photo',
        label: file.name || 'photo.png',
        blob: file,
        caseId: after ? null : caseId,
        after: after ?? null,
        input: taskId ? { taskId } : {},
      })
    }
    if (!after) await outbox.flush()
  }
}
