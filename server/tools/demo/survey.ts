// Two waves of the works' questionnaire over the demo customers, with answers that nobody gave.
import type { Transaction } from 'kysely'
import type { Database } from '../../../schema/database.ts'
import type { RespondentGroup } from '../../../schema/survey-vocabulary.ts'
import type { ConsumerType } from '../../../schema/vocabulary.ts'
import { systemViewer } from '../../core/viewer.ts'
import type { Work } from '../../core/work.ts'
import type { GivenAnswer } from '../../satisfaction/answer-check.ts'
import { createQuestionnaire, publishQuestionnaireVersion } from '../../satisfaction/questionnaire-commands.ts'
import { writeResponse } from '../../satisfaction/response-commands.ts'
import { purchaseFactors, templateOf, worksIndicators } from '../../satisfaction/templates.ts'
import { insertActing } from './acting.ts'
import { createRandom, type Random } from './random.ts'

const dayLength = 86_400_000

/** How content each type is on the whole, and what changed from the first wave to the second. */
const usual: Record<ConsumerType, number> = { endUser: 3.5, wholesaler: 4.1 }
const leanings: Partial<Record<(typeof worksIndicators)[number], [first: number, second: number]>> = {
  claimsHandling: [-0.6, -1],
  productDevelopment: [-0.6, -0.4],
  orderManagement: [0.5, 0.6],
  service: [0.3, 0.7],
  relationship: [0.6, 0.7],
}
const comments = [
  'Answers to claims take too long; the people are friendly.',
  'The coils arrive on time. We would like thinner gauges.',
  'Rust on the edges again, twice this year.',
  'Good contact with the engineer in charge.',
]
const markets = { europe: '620', eastAsia: '900', iran: '310', middleEast: '440' }

/** Answered from about three months and two weeks before `end` on. */
export async function insertSurvey(work: Work, end: Date): Promise<void> {
  const { trx } = work
  const name = { en: 'Satisfaction with the works', ru: 'Удовлетворённость комбинатом', kk: 'Комбинатқа қанағаттану' }
  const input = { code: 'worksSatisfaction', instrument: 'steelWorks' as const, name }
  await createQuestionnaire(work, systemViewer, input, templateOf('steelWorks'))
  const version = await trx
    .selectFrom('questionnaire_version')
    .innerJoin('questionnaire', 'questionnaire.id', 'questionnaire_version.questionnaire_id')
    .where('questionnaire.code', '=', input.code)
    .select(['questionnaire_version.id', 'questionnaire_version.revision'])
    .executeTakeFirstOrThrow()
  const begun = new Date(end.getTime() - 220 * dayLength)
  await publishQuestionnaireVersion(work, systemViewer, { versionId: version.id, revision: version.revision }, begun)
  await insertMarkets(trx, end.getUTCFullYear())
  const waveIds: string[] = []
  for (const [wave, daysAgo] of [200, 30].entries()) {
    const opensAt = new Date(end.getTime() - daysAgo * dayLength)
    const waveId = await insertWave(trx, version.id, `${opensAt.toISOString().slice(0, 7)}`, opensAt, wave === 1)
    await insertAnswers(trx, { versionId: version.id, waveId, opensAt, wave }, createRandom(`demo survey ${wave}`))
    waveIds.push(waveId)
  }
  await insertEstimates(trx, version.id, new Date(end.getTime() - 28 * dayLength))
  await insertActing(work, end, waveIds)
}

/** What people of the works think that customers think: better than it is where claims are handled. */
async function insertEstimates(trx: Transaction<Database>, versionId: string, opensAt: Date): Promise<void> {
  const waveId = await insertWave(trx, versionId, `${opensAt.toISOString().slice(0, 7)} works`, opensAt, true, 'staff')
  const { id: regionId } = await trx.selectFrom('region').select('id').orderBy('position').executeTakeFirstOrThrow()
  const people = await trx.selectFrom('person').select('id').orderBy('email').limit(8).execute()
  for (const [index, { id: personId }] of people.entries()) {
    const random = createRandom(`demo estimate ${index}`)
    const answers = worksIndicators.map((item) => ({
      item,
      number: String(random.whole(item === 'claimsHandling' ? 3 : 4, 5)),
    }))
    const given = { source: 'telephone', language: 'en', answeredAt: new Date(opensAt.getTime() + dayLength) } as const
    await writeResponse(trx, { waveId, versionId, personId, regionId, consumerType: 'endUser', ...given, answers })
  }
}

async function insertMarkets(trx: Transaction<Database>, year: number): Promise<void> {
  const regions = await trx
    .selectFrom('region')
    .where('code', 'in', Object.keys(markets))
    .select(['id', 'code'])
    .execute()
  const rows = regions.flatMap(({ id, code }) =>
    [year - 1, year].map((of) => ({ region_id: id, year: of, kilotonnes: markets[code as keyof typeof markets] })),
  )
  await trx.insertInto('market_volume').values(rows).execute()
}

async function insertWave(
  trx: Transaction<Database>,
  versionId: string,
  name: string,
  opensAt: Date,
  open: boolean,
  respondents: RespondentGroup = 'customers',
): Promise<string> {
  const closesAt = new Date(opensAt.getTime() + 45 * dayLength)
  const { id } = await trx
    .insertInto('survey_wave')
    .values({
      version_id: versionId,
      name,
      kind: 'planned',
      state: open ? 'open' : 'closed',
      respondents,
      opens_at: opensAt,
      closes_at: closesAt,
      opened_at: opensAt,
      closed_at: open ? null : closesAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

interface Asked {
  versionId: string
  waveId: string
  opensAt: Date
  wave: number
}

async function insertAnswers(trx: Transaction<Database>, asked: Asked, random: Random): Promise<void> {
  const accounts = await trx.selectFrom('account').orderBy('number').selectAll().execute()
  for (const [index, account] of accounts.entries()) {
    if (!random.chance(0.7)) continue
    await writeResponse(trx, {
      waveId: asked.waveId,
      versionId: asked.versionId,
      accountId: account.id,
      regionId: account.region_id,
      consumerType: account.consumer_type,
      kilotonnes: String(random.whole(2, 14)),
      source: random.chance(0.8) ? 'link' : 'telephone',
      language: account.language,
      answeredAt: new Date(asked.opensAt.getTime() + (1 + (index % 14)) * dayLength),
      answers: answersOf(account.consumer_type, asked.wave, random.fork(account.number)),
    })
  }
}

function answersOf(type: ConsumerType, wave: number, random: Random): GivenAnswer[] {
  const mood = usual[type] + random.whole(-5, 5) / 10
  const marks = worksIndicators.map((item) => {
    const mark = Math.round(mood + (leanings[item]?.[wave] ?? 0) + random.whole(-9, 9) / 10)
    return { item, number: String(Math.min(5, Math.max(1, mark))), importance: String(random.whole(3, 5)) }
  })
  const first =
    type === 'endUser' ? ['productQuality', 'price', 'technicalSupport'] : ['productQuality', 'delivery', 'price']
  const order = [...first, ...purchaseFactors.filter((factor) => !first.includes(factor))]
  const recommendation = Math.min(10, Math.max(0, Math.round(mood * 2 + random.whole(-2, 1))))
  return [
    ...marks,
    { item: 'decidingFactors', words: first.filter((_, place) => place === 0 || random.chance(0.7)) },
    { item: 'factorOrder', ranks: order.map((option, place) => ({ option, rank: place + 1 })) },
    { item: 'recommendation', number: String(recommendation) },
    ...(random.chance(0.3) ? [{ item: 'comment', text: random.pick(comments) }] : []),
  ]
}
