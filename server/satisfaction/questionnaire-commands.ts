// Writes of questionnaires: made from a template, written while a draft, published and from then on frozen, begun anew as the next version.
import { sql, type Transaction } from 'kysely'
import type { z } from 'zod'
import type { Database } from '../../schema/database.ts'
import type { Wording } from '../../schema/json.ts'
import type { QuestionnaireState } from '../../schema/survey-vocabulary.ts'
import { stored } from '../core/input-words.ts'
import { Refused, refuseField } from '../core/refusal.ts'
import type { Viewer } from '../core/viewer.ts'
import type { Work } from '../core/work.ts'
import type {
  beginQuestionnaireVersionInput,
  createQuestionnaireInput,
  questionnaireVersionInput,
  writeQuestionnaireVersionInput,
} from './inputs.ts'
import { contentFaults, type EarlierItem, untranslated } from './questionnaire-check.ts'
import { readContents, replaceContents, type WrittenContents } from './questionnaire-contents.ts'

type Trx = Transaction<Database>

/** Refuses `taken` where the code is in use. Returns the questionnaire's id; its version 1 is a draft with the given contents. */
export async function createQuestionnaire(
  { trx }: Work,
  viewer: Viewer,
  input: z.output<typeof createQuestionnaireInput>,
  template: WrittenContents,
): Promise<string> {
  const by = viewer.kind === 'person' ? viewer.id : null
  const made = await trx
    .insertInto('questionnaire')
    .values({ code: input.code, instrument: input.instrument, name: stored(input.name), created_by: by })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) throw refuseField('code', 'taken')
  await insertVersion(trx, made.id, 1, by, template)
  return made.id
}

/** Replaces the contents of a draft. Refuses what cannot be asked; missing translations are allowed until it is published. */
export async function writeQuestionnaireVersion(
  { trx }: Work,
  input: z.output<typeof writeQuestionnaireVersionInput>,
): Promise<string> {
  const version = await lockVersion(trx, input, 'draft')
  if (input.languages.length === 0) throw refuseField('languages', 'required')
  const contents: WrittenContents = {
    languages: [...new Set(input.languages)],
    introduction: byLanguage(input.introduction),
    thanks: byLanguage(input.thanks),
    sections: input.sections.map(({ title, items }) => ({
      title: byLanguage(title),
      items: items.map(({ wording, options, ...item }) => ({
        code: item.code,
        kind: item.kind,
        scaleMin: item.scaleMin ?? null,
        scaleMax: item.scaleMax ?? null,
        decimals: item.decimals ?? false,
        obligatory: item.obligatory ?? false,
        asksImportance: item.asksImportance ?? false,
        tiesAllowed: item.tiesAllowed ?? false,
        wording: byLanguage(wording),
        options: (options ?? []).map(({ code, wording: text }) => ({ code, wording: byLanguage(text) })),
      })),
    })),
  }
  refuse(contentFaults(contents.sections, await earlierItems(trx, version)))
  await replaceContents(trx, version.id, contents)
  await bump(trx, version.id)
  return version.id
}

/** Refuses `untranslated` for each text that is missing in one of the version's languages. Freezes it and retires the one before. */
export async function publishQuestionnaireVersion(
  { trx }: Work,
  viewer: Viewer,
  input: z.output<typeof questionnaireVersionInput>,
  at: Date,
): Promise<string> {
  const version = await lockVersion(trx, input, 'draft')
  const { languages, sections } = await readContents(trx, version.id)
  refuse([...contentFaults(sections, await earlierItems(trx, version)), ...untranslated(languages, sections)])
  await trx
    .updateTable('questionnaire_version')
    .set({ state: 'retired' })
    .where('questionnaire_id', '=', version.questionnaire_id)
    .where('state', '=', 'published')
    .execute()
  await trx
    .updateTable('questionnaire_version')
    .set({ state: 'published', published_at: at, published_by: viewer.kind === 'person' ? viewer.id : null })
    .where('id', '=', version.id)
    .execute()
  await bump(trx, version.id)
  return version.id
}

/** A draft with the contents of the newest version. Refuses `draftExists` while there is one. Returns its id. */
export async function beginQuestionnaireVersion(
  { trx }: Work,
  viewer: Viewer,
  { questionnaireId }: z.output<typeof beginQuestionnaireVersionInput>,
): Promise<string> {
  await trx.selectFrom('questionnaire').where('id', '=', questionnaireId).select('id').forUpdate().executeTakeFirst()
  const newest = await trx
    .selectFrom('questionnaire_version')
    .where('questionnaire_id', '=', questionnaireId)
    .orderBy('version', 'desc')
    .select(['id', 'version', 'state'])
    .executeTakeFirst()
  if (!newest) throw refuseField('questionnaireId', 'unknown')
  if (newest.state === 'draft') throw refuseField('questionnaireId', 'draftExists')
  const by = viewer.kind === 'person' ? viewer.id : null
  return insertVersion(trx, questionnaireId, newest.version + 1, by, await readContents(trx, newest.id))
}

async function insertVersion(
  trx: Trx,
  questionnaireId: string,
  version: number,
  by: string | null,
  contents: WrittenContents,
): Promise<string> {
  const { id } = await trx
    .insertInto('questionnaire_version')
    .values({ questionnaire_id: questionnaireId, version, languages: [...contents.languages], created_by: by })
    .returning('id')
    .executeTakeFirstOrThrow()
  await replaceContents(trx, id, contents)
  return id
}

interface LockedVersion {
  id: string
  questionnaire_id: string
  version: number
}

async function lockVersion(
  trx: Trx,
  { versionId, revision }: { versionId: string; revision: number },
  needed: QuestionnaireState,
): Promise<LockedVersion> {
  const found = await trx
    .selectFrom('questionnaire_version')
    .where('id', '=', versionId)
    .select(['id', 'questionnaire_id', 'version', 'state', 'revision'])
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw new Refused({ kind: 'notFound' })
  if (found.revision !== revision) throw new Refused({ kind: 'stale', revision, current: found.revision })
  if (found.state !== needed) throw refuseField('versionId', 'frozen')
  return found
}

/** What each code last stood for in the versions before. */
async function earlierItems(trx: Trx, { questionnaire_id, version }: LockedVersion): Promise<EarlierItem[]> {
  return trx
    .selectFrom('survey_item')
    .innerJoin('questionnaire_version', 'questionnaire_version.id', 'survey_item.version_id')
    .where('questionnaire_id', '=', questionnaire_id)
    .where('questionnaire_version.version', '<', version)
    .distinctOn('survey_item.code')
    .orderBy('survey_item.code')
    .orderBy('questionnaire_version.version', 'desc')
    .select([
      'survey_item.code',
      'survey_item.kind',
      sql<number | null>`scale_min`.as('scaleMin'),
      sql<number | null>`scale_max`.as('scaleMax'),
    ])
    .execute()
}

async function bump(trx: Trx, id: string): Promise<void> {
  await trx
    .updateTable('questionnaire_version')
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

function refuse(fields: ReturnType<typeof contentFaults>): void {
  if (fields.length > 0) throw new Refused({ kind: 'invalid', fields: fields.slice(0, 100) })
}

function byLanguage(given: readonly { language: keyof Wording; text: string }[] | null | undefined): Wording {
  return Object.fromEntries((given ?? []).map(({ language, text }) => [language, text.trim()]))
}
