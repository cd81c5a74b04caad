// Sends files that wait in the outbox.
import type { Sender } from '../device/outbox.ts'
import { sendFile } from './send-file.ts'

export const photoSender: Sender = async ({ key, caseId, blob, label, input }, progress) => {
  if (!caseId || !blob) return { kind: 'refused', text: '', faults: [] }
  const { taskId } = input as { taskId?: string }
  const result = await sendFile(caseId, blob, { idempotencyKey: key, name: label, taskId, onProgress: progress })
  switch (result.kind) {
    case 'done':
      return { kind: 'done', sent: null }
    case 'refused':
      return { kind: 'refused', text: result.text, faults: [] }
    case 'lost':
      return result
    default:
      return result satisfies never
  }
}
