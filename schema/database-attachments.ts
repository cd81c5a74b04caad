// Rows of files kept with a case, and of uploads on their way to become one.
import type { Generated } from 'kysely'
import type { Actor, AttachmentPreview, AttachmentState } from './vocabulary.ts'

export interface UploadRow {
  /** Becomes the attachment's. */
  id: Generated<string>
  case_id: string
  task_id: string | null
  item_id: string | null
  sender_id: string
  /** The sender's word for this one file. */
  key: string
  name: string
  bytes: number
  begun_at: Date
  touched_at: Date
  /** Which request writes to it, and until when it may. */
  held_by: string | null
  held_until: Date | null
  finished_at: Date | null
}

export interface AttachmentRow {
  id: string
  case_id: string
  task_id: string | null
  item_id: string | null
  name: string
  /** By content, never as the sender says. */
  media_type: string
  bytes: number
  sha256: string
  width: number | null
  height: number | null
  preview: AttachmentPreview
  for_customer: Generated<boolean>
  state: Generated<AttachmentState>
  /** A person or a contact. */
  by_id: string
  by_name: string
  as_role: Actor
  at: Date
  removed_at: Date | null
}
