// Answers of two waves and of staff, so that every figure of satisfaction has something to show.
import type { Kysely } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { ConsumerType } from '../../schema/vocabulary.ts'
import { givenQuestionnaire, givenResponse, givenWave } from '../survey.ts'
import { givenQuality } from './quality.ts'

interface Asked {
  id: string
  regionId: string
}

/** One response of each customer, by relation; more answer without being known. */
export async function givenAnswers(
  db: Kysely<Database>,
  customers: Readonly<Record<string, Asked>>,
): Promise<Record<string, string>> {
  const versionId = await givenQuestionnaire(db, 'analysed', 'steelWorks', [
    { code: 'productQuality' },
    { code: 'service' },
    { code: 'recommendation', kind: 'recommendation' },
    { code: 'factors', kind: 'choices', options: ['productQuality', 'price'] },
    { code: 'order', kind: 'ranking', options: ['productQuality', 'price'] },
    { code: 'comment', kind: 'text' },
    { code: 'agrees', kind: 'agreement' },
  ])
  const before = await givenWave(db, versionId, { name: 'Spring', opensAt: '2026-04-01' })
  const now = await givenWave(db, versionId, { name: 'Autumn', opensAt: '2026-10-01' })
  const staff = await givenWave(db, versionId, { name: 'Staff', opensAt: '2026-10-02', respondents: 'staff' })
  const answer = (waveId: string, regionId: string, type: ConsumerType, mark: number, accountId?: string) =>
    givenResponse(db, {
      waveId,
      versionId,
      regionId,
      consumerType: type,
      kilotonnes: '10',
      ...(waveId === before && { answeredAt: new Date('2025-11-03T08:00:00Z') }),
      ...(accountId && { accountId }),
      answers: [
        { item: 'comment', text: 'Written by the customer' },
        { item: 'agrees', words: ['yes'] },
        { item: 'factors', words: ['productQuality'] },
        {
          item: 'order',
          ranks: [
            { option: 'productQuality', rank: 1 },
            { option: 'price', rank: 2 },
          ],
        },
        { item: 'productQuality', number: `${mark}`, importance: '4' },
        { item: 'service', number: `${6 - mark}` },
        { item: 'recommendation', number: `${2 * mark - (accountId ? 1 : 0)}` },
      ],
    })
  const responses: Record<string, string> = {}
  for (const [relation, { id, regionId }] of Object.entries(customers))
    responses[relation] = await answer(now, regionId, 'endUser', 3, id)
  for (const regionId of new Set(Object.values(customers).map((one) => one.regionId))) {
    for (const mark of [2, 3, 4, 5]) {
      await answer(now, regionId, mark > 3 ? 'endUser' : 'wholesaler', mark)
      await answer(before, regionId, 'endUser', mark)
      await answer(staff, regionId, 'endUser', mark)
    }
    await db.insertInto('market_volume').values({ region_id: regionId, year: 2026, kilotonnes: '400' }).execute()
  }
  const [nearby] = Object.values(customers)
  await givenQuality(db, nearby?.regionId ?? '', (id, mark) => answer(now, nearby?.regionId ?? '', 'endUser', mark, id))
  await db
    .updateTable('survey_answer')
    .set({ words: ['productQuality'], ranks: '{"productQuality": 1}', text: 'His words', language: 'en' })
    .execute()
  return responses
}
