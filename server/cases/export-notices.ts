// Tells who asked for an export that it has ended; fetching the file reads the notice.
import { sql } from 'kysely'
import type { ExportFault, ExportPage } from '../../schema/list-views.ts'
import type { Engine } from '../core/engine.ts'
import { wants } from './notification-choices.ts'

interface EndedExport {
  id: string
  personId: string
  page: ExportPage
  /** Null where the file can be fetched. */
  fault: ExportFault | null
}

/** A row behind the bell, unless the person does not want it; told to his open pages. */
export async function noticeExport({ db, now, changes }: Engine, ended: EndedExport): Promise<void> {
  const { id, personId, page, fault } = ended
  const { rows } = await sql<{ id: string }>`
    insert into notification (person_id, kind, detail, at)
    select person.id, 'exportReady', ${JSON.stringify({ exportId: id, page, fault })}::jsonb, ${now()}
    from person where person.id = ${personId} and ${wants('exportReady', 'inApp')}
    returning id`.execute(db)
  if (rows.length > 0) changes.announce({ caseId: null, taskId: null, personIds: [personId] })
}

/** The person has the file: the notice of it is read. */
export async function readExportNotice(
  { db, now, changes }: Pick<Engine, 'db' | 'now' | 'changes'>,
  personId: string,
  exportId: string,
): Promise<void> {
  const rows = await db
    .updateTable('notification')
    .set({ read_at: now() })
    .where('person_id', '=', personId)
    .where('kind', '=', 'exportReady')
    .where('read_at', 'is', null)
    .where(sql<boolean>`detail ->> 'exportId' = ${exportId}`)
    .returning('id')
    .execute()
  if (rows.length > 0) changes.announce({ caseId: null, taskId: null, personIds: [personId] })
}
