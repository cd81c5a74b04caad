// The files of a case as the link of a customer shows them: his own, and those that were shown to him.
import type { Kysely } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { ContactViewer } from '../core/viewer.ts'
import { attachmentsSeen } from './attachment-queries.ts'

export interface LinkedFile {
  id: string
  name: string
  bytes: number
  at: Date
  /** Whether he sent it himself. */
  own: boolean
  preview: boolean
}

/** The newest hundred of them, the newest first. */
export async function readLinkedFiles(db: Kysely<Database>, viewer: ContactViewer): Promise<LinkedFile[]> {
  const rows = await db
    .selectFrom('attachment')
    .where('attachment.case_id', '=', viewer.caseId)
    .where(attachmentsSeen(viewer))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .select(['id', 'name', 'bytes', 'at', 'by_id', 'preview'])
    .execute()
  return rows.map(({ by_id, preview, ...file }) => ({ ...file, own: by_id === viewer.id, preview: preview === 'made' }))
}
