// What demo customers said of three people of the works after contacts.
import { systemViewer } from '../../core/viewer.ts'
import type { Work } from '../../core/work.ts'
import { createQuestionnaire, publishQuestionnaireVersion } from '../../satisfaction/questionnaire-commands.ts'
import { writeResponse } from '../../satisfaction/response-commands.ts'
import { templateOf } from '../../satisfaction/templates.ts'
import { createRandom } from './random.ts'

const daysBefore = (end: Date, days: number) => new Date(end.getTime() - days * 86_400_000)

/** Three questions after contacts of half a year: seven answers for each of three people, one of them marked low. */
export async function insertMarks(work: Work, end: Date): Promise<void> {
  const { trx } = work
  const name = { en: 'After a contact', ru: 'После обращения', kk: 'Өтініштен кейін' }
  const input = { code: 'afterContact', instrument: 'threeQuestions' as const, name }
  await createQuestionnaire(work, systemViewer, input, templateOf('threeQuestions'))
  const version = await trx
    .selectFrom('questionnaire_version')
    .innerJoin('questionnaire', 'questionnaire.id', 'questionnaire_version.questionnaire_id')
    .where('questionnaire.code', '=', input.code)
    .select(['questionnaire_version.id', 'questionnaire_version.revision'])
    .executeTakeFirstOrThrow()
  const begun = daysBefore(end, 180)
  await publishQuestionnaireVersion(work, systemViewer, { versionId: version.id, revision: version.revision }, begun)
  const { id: waveId } = await trx
    .insertInto('survey_wave')
    .values({
      version_id: version.id,
      name: 'After contacts',
      kind: 'afterContact',
      state: 'closed',
      opens_at: begun,
      opened_at: begun,
      closed_at: daysBefore(end, 3),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const people = await trx
    .selectFrom('role_grant')
    .where('role', 'in', ['csEngineer', 'csLead', 'keyCustomerManager'])
    .orderBy('person_id')
    .select('person_id')
    .distinct()
    .limit(3)
    .execute()
  const accounts = await trx.selectFrom('account').orderBy('number').selectAll().limit(7).execute()
  const random = createRandom('demo marks')
  for (const [place, { person_id: employeeId }] of people.entries()) {
    for (const [index, account] of accounts.entries()) {
      const mark = place === 1 ? random.whole(5, 7) : random.whole(8, 10)
      await writeResponse(trx, {
        waveId,
        versionId: version.id,
        accountId: account.id,
        regionId: account.region_id,
        consumerType: account.consumer_type,
        contactType: 'claims',
        employeeId,
        source: 'link',
        language: account.language,
        answeredAt: daysBefore(end, 10 + index * 20),
        answers: [
          { item: 'employee', number: String(mark) },
          { item: 'resolved', words: [mark > 6 ? 'yes' : 'partly'] },
          { item: 'again', words: ['yes'] },
        ],
      })
    }
  }
}
