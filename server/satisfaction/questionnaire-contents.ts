// The contents of one version of a questionnaire, read and written whole.
import { sql, type Transaction } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { Wording } from '../../schema/json.ts'
import type { Language } from '../../schema/vocabulary.ts'
import type { WrittenItem, WrittenSection } from './questionnaire-check.ts'

type Trx = Transaction<Database>

export interface ItemContents extends WrittenItem {
  obligatory: boolean
  asksImportance: boolean
  tiesAllowed: boolean
}

export interface WrittenContents {
  languages: readonly Language[]
  introduction: Wording
  thanks: Wording
  sections: readonly WrittenSection<ItemContents>[]
}

export async function readContents(trx: Trx, versionId: string): Promise<WrittenContents> {
  const version = await trx
    .selectFrom('questionnaire_version')
    .where('id', '=', versionId)
    .select(['languages', 'introduction', 'thanks'])
    .executeTakeFirstOrThrow()
  const sections = await trx
    .selectFrom('survey_section')
    .where('version_id', '=', versionId)
    .orderBy('position')
    .select(['id', 'title'])
    .execute()
  const items = await trx
    .selectFrom('survey_item')
    .where('version_id', '=', versionId)
    .orderBy('position')
    .select([
      sql<string>`section_id`.as('sectionId'),
      'code',
      'kind',
      sql<number | null>`scale_min`.as('scaleMin'),
      sql<number | null>`scale_max`.as('scaleMax'),
      'decimals',
      'obligatory',
      sql<boolean>`asks_importance`.as('asksImportance'),
      sql<boolean>`ties_allowed`.as('tiesAllowed'),
      'wording',
      'options',
    ])
    .execute()
  return {
    languages: version.languages as Language[],
    introduction: version.introduction,
    thanks: version.thanks,
    sections: sections.map(({ id, title }) => ({
      title,
      items: items.filter(({ sectionId }) => sectionId === id).map(({ sectionId: _, ...item }) => item),
    })),
  }
}

/** Writes the contents of a draft anew; items get new keys, which nobody has answered. */
export async function replaceContents(trx: Trx, versionId: string, contents: WrittenContents): Promise<void> {
  await trx.deleteFrom('survey_section').where('version_id', '=', versionId).execute()
  await trx
    .updateTable('questionnaire_version')
    .set({
      languages: [...contents.languages],
      introduction: JSON.stringify(contents.introduction),
      thanks: JSON.stringify(contents.thanks),
    })
    .where('id', '=', versionId)
    .execute()
  let position = 0
  for (const [place, { title, items }] of contents.sections.entries()) {
    const section = await trx
      .insertInto('survey_section')
      .values({ version_id: versionId, position: place + 1, title: JSON.stringify(title) })
      .returning('id')
      .executeTakeFirstOrThrow()
    if (items.length === 0) continue
    const rows = items.map((item) => ({
      version_id: versionId,
      section_id: section.id,
      position: ++position,
      code: item.code,
      kind: item.kind,
      scale_min: item.scaleMin,
      scale_max: item.scaleMax,
      decimals: item.decimals,
      obligatory: item.obligatory,
      asks_importance: item.asksImportance,
      ties_allowed: item.tiesAllowed,
      wording: JSON.stringify(item.wording),
      options: JSON.stringify(item.options),
    }))
    await trx.insertInto('survey_item').values(rows).execute()
  }
}
