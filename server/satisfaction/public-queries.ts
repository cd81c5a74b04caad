// What a respondent's link opens: the questions in his languages with what he has answered so far, or why it opens nothing.
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { JsonObject, Wording } from '../../schema/json.ts'
import type { Engine } from '../core/engine.ts'
import { isToken, tokenHash } from './invitation-link.ts'

/** Why a link opens nothing. */
export type LinkFault = 'unknown' | 'expired' | 'answered' | 'closed' | 'declined'

export interface OpenedLink {
  id: string
  waveId: string
  versionId: string
  accountId: string
  contactId: string
  caseId: string | null
  language: string
  saved: JsonObject | null
  expiresAt: Date
  now: Date
}

export type LinkAnswer = { fault: LinkFault; thanks: Wording } | { fault: null; link: OpenedLink }

/** Looks a token up; `lock` holds the invitation, so that of two submissions at once one is the second. */
export async function readLink(
  db: Kysely<Database> | Transaction<Database>,
  { now }: Pick<Engine, 'now'>,
  token: string,
  { lock = false } = {},
): Promise<LinkAnswer> {
  if (!isToken(token)) return { fault: 'unknown', thanks: {} }
  const row = await db
    .selectFrom('survey_invitation')
    .innerJoin('survey_wave', 'survey_wave.id', 'survey_invitation.wave_id')
    .innerJoin('questionnaire_version', 'questionnaire_version.id', 'survey_wave.version_id')
    .where('token_hash', '=', tokenHash(token))
    .select([
      'survey_invitation.id',
      'survey_wave.id as waveId',
      'survey_wave.version_id as versionId',
      'account_id as accountId',
      'contact_id as contactId',
      'case_id as caseId',
      'language',
      'saved',
      'expires_at as expiresAt',
      'survey_invitation.state',
      'survey_wave.state as waveState',
      'thanks',
      now().as('now'),
    ])
    .$if(lock, (query) => query.forUpdate('survey_invitation'))
    .executeTakeFirst()
  if (!row) return { fault: 'unknown', thanks: {} }
  const { state, waveState, thanks, ...link } = row
  if (state === 'answered' || state === 'declined') return { fault: state, thanks }
  if (link.expiresAt <= link.now || state === 'expired') return { fault: 'expired', thanks }
  return waveState === 'open' ? { fault: null, link } : { fault: 'closed', thanks }
}

/** The questionnaire as the page shows it. */
export interface ShownQuestionnaire {
  languages: string[]
  introduction: Wording
  thanks: Wording
  sections: { title: Wording; items: ShownItem[] }[]
}

export interface ShownItem {
  code: string
  kind: string
  scaleMin: number | null
  scaleMax: number | null
  obligatory: boolean
  asksImportance: boolean
  tiesAllowed: boolean
  wording: Wording
  options: { code: string; wording: Wording }[]
}

export async function readShown(db: Kysely<Database>, versionId: string): Promise<ShownQuestionnaire> {
  const { rows } = await sql<{ shown: ShownQuestionnaire }>`select jsonb_build_object(
      'languages', languages, 'introduction', introduction, 'thanks', thanks,
      'sections', (select coalesce(jsonb_agg(jsonb_build_object('title', title,
        'items', (select coalesce(jsonb_agg(jsonb_build_object('code', code, 'kind', kind, 'scaleMin', scale_min,
            'scaleMax', scale_max, 'obligatory', obligatory, 'asksImportance', asks_importance,
            'tiesAllowed', ties_allowed, 'wording', wording, 'options', options) order by position), '[]')
          from survey_item where section_id = survey_section.id)) order by position), '[]')
        from survey_section where version_id = questionnaire_version.id)) as shown
    from questionnaire_version where id = ${versionId}`.execute(db)
  const [row] = rows
  if (!row) throw new Error('The version of an invitation is gone')
  return row.shown
}
