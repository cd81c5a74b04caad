// Sends one file to a case in pieces: cut off anywhere, it goes on where it was; the same key sent twice is one file.
import type { Upload } from 'tus-js-client'
import { asksDuty } from '../graph/session.ts'

export interface SendOptions {
  /** Of this one file, 8 to 128 characters: keep it while the same file is tried again. */
  idempotencyKey: string
  /** Where the blob has none. */
  name?: string
  /** The task or the claimed piece it was made for, by their id in the API. */
  taskId?: string | undefined
  itemId?: string | undefined
  /** Who sends, where it is no session. */
  authorization?: string
  /** Part that has arrived, 0 to 1. */
  onProgress?: (share: number) => void
  signal?: AbortSignal
}

export type SendResult =
  | { kind: 'done'; attachmentId: string }
  /** Sending it again would not help. */
  | { kind: 'refused'; code: string; text: string }
  | { kind: 'lost' }

const endpoint = '/attachments/uploads/'
/** Small enough for a slow line, large enough for a fast one. */
const pieceBytes = 4 * 1024 * 1024
const retryDelays = [0, 1_000, 3_000, 5_000]

export async function sendFile(caseId: string, file: Blob, options: SendOptions): Promise<SendResult> {
  const tus = await import('tus-js-client')
  const { signal, onProgress, authorization } = options
  let attachmentId: string | null = null
  return new Promise((resolve) => {
    const upload: Upload = new tus.Upload(file, {
      endpoint,
      chunkSize: pieceBytes,
      retryDelays,
      storeFingerprintForResuming: false,
      metadata: metadataOf(caseId, file, options),
      headers: { 'accept-language': document.documentElement.lang || 'en', ...(authorization && { authorization }) },
      onProgress: (sent, all) => onProgress?.(all ? sent / all : 0),
      onAfterResponse: (_request, response) => {
        attachmentId = response.getHeader('Attachment-Id') ?? attachmentId
      },
      onSuccess: () => resolve(attachmentId ? { kind: 'done', attachmentId } : { kind: 'lost' }),
      onError: (error) => resolve(refusalIn(error)),
    })
    signal?.addEventListener('abort', () => void upload.abort().then(() => resolve({ kind: 'lost' })), { once: true })
    if (signal?.aborted) resolve({ kind: 'lost' })
    else upload.start()
  })
}

function metadataOf(caseId: string, file: Blob, { idempotencyKey, name, taskId, itemId }: SendOptions) {
  const filename = name ?? (file instanceof File ? file.name : 'file')
  return {
    filename,
    case: caseId,
    key: idempotencyKey,
    ...(taskId && { task: taskId }),
    ...(itemId && { item: itemId }),
  }
}

interface Answered {
  originalResponse?: { getStatus(): number; getBody(): string } | null
}

/** What the server said is final, but for a session that ended, a rival request, a full disk or a fault of ours. */
function refusalIn(error: Error & Answered): SendResult {
  const status = error.originalResponse?.getStatus() ?? 0
  if (![400, 403, 404, 413, 415, 422].includes(status)) return { kind: 'lost' }
  const said = saidIn(error.originalResponse?.getBody() ?? '')
  return asksDuty(said.code) ? { kind: 'lost' } : { kind: 'refused', ...said }
}

function saidIn(body: string): { code: string; text: string } {
  try {
    const { code, message } = JSON.parse(body) as { code?: string; message?: string }
    return { code: code ?? '', text: message ?? '' }
  } catch {
    return { code: '', text: '' }
  }
}
