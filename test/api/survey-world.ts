// A published questionnaire, customers with contacts in four languages, and the people who run surveys.
import type { Kysely } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { Instrument } from '../../schema/survey-vocabulary.ts'
import type { PersonViewer } from '../../server/core/viewer.ts'
import { type CommandAnswer, sendCommand } from '../command-answer.ts'
import { type TestEngine, testEngine } from '../engine.ts'
import { givenPerson, givenReference } from '../given.ts'
import { globalId } from '../graph.ts'

export interface SurveyWorld extends TestEngine {
  regions: Record<string, string>
  lead: PersonViewer
  engineer: PersonViewer
  run(name: string, input: Record<string, unknown>, viewer?: PersonViewer): Promise<CommandAnswer>
  /** A published version of an instrument; its id in the graph. */
  published(instrument: Instrument): Promise<string>
  /** A wave planned with the population and opened; its row. */
  opened(versionId: string, more?: Record<string, unknown>): Promise<{ id: string; key: string; revision: number }>
}

export const waveFields = 'id name state revision sampleSeed responses responseRate invitationCounts { state count }'

export async function surveyWorld(at = new Date('2026-11-02T05:00:00Z')): Promise<SurveyWorld> {
  const world = await testEngine(at)
  const { regions } = await givenReference(world.database.owner)
  const lead = await givenPerson(world.database.owner, { name: 'Lena Lead', role: 'csLead' })
  const engineer = await givenPerson(world.database.owner, { name: 'Eric Engineer', role: 'csEngineer' })
  let codes = 0
  const send = (name: string, input: Record<string, unknown>, success: string, more: string, viewer = lead) =>
    sendCommand(world.engine, viewer, { name, input, success, more })
  const run = (name: string, input: Record<string, unknown>, viewer = lead) =>
    send(name, input, 'SurveyWave', waveFields, viewer)
  return {
    ...world,
    regions,
    lead,
    engineer,
    run,
    async published(instrument) {
      const code = `asked${'abcdefgh'[codes++]}`
      const made = await send(
        'createQuestionnaire',
        { code, instrument, name: { en: code } },
        'Questionnaire',
        'versions { id revision }',
      )
      const [version] = made.versions as { id: string; revision: number }[]
      const input = { versionId: version?.id, revision: version?.revision }
      await send('publishQuestionnaireVersion', input, 'QuestionnaireVersion', 'id')
      return version?.id ?? ''
    },
    async opened(versionId, more = {}) {
      const planned = await run('planWave', { ...autumn, versionId, ...more })
      const answer = await run('openWave', { id: planned.id, revision: 1 })
      if (answer.__typename !== 'SurveyWave') throw new Error(JSON.stringify([planned, answer]))
      const id = String(answer.id)
      const key = Buffer.from(id, 'base64url').toString().split(':')[1] ?? ''
      return { id, key, revision: Number(answer.revision) }
    },
  }
}

export const autumn = {
  name: 'Autumn',
  kind: 'planned',
  quietDays: 30,
  opensAt: '2026-11-02T00:00:00Z',
  closesAt: '2026-12-01T00:00:00Z',
}

export interface GivenContact {
  name: string
  region: string
  type?: 'endUser' | 'wholesaler'
  language?: string
  key?: boolean
  email?: string | null
  phone?: string | null
  active?: boolean
}

/** A customer with one contact. */
export async function givenAsked(
  db: Kysely<Database>,
  regions: Record<string, string>,
  { name, region, type = 'endUser', language = 'en', key = false, phone = null, active = true, ...rest }: GivenContact,
): Promise<{ accountId: string; contactId: string; contact: string }> {
  const account = await db
    .insertInto('account')
    .values({
      number: `A-${name}`,
      name: `${name} Works`,
      region_id: regions[region] ?? '',
      consumer_type: type,
      country: 'DE',
      key,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const email = rest.email === undefined ? `${name.toLowerCase()}@example.test` : rest.email
  const contact = await db
    .insertInto('contact')
    .values({ account_id: account.id, name, email, phone, language, active })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { accountId: account.id, contactId: contact.id, contact: globalId('Contact', contact.id) }
}
