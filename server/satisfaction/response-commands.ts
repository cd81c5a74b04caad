// Takes a respondent's answers in: checked against the items that were asked, written with the sums that reports read.
import { sql, type Transaction } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { ContactType, ResponseSource } from '../../schema/survey-vocabulary.ts'
import type { ConsumerType } from '../../schema/vocabulary.ts'
import { Refused } from '../core/refusal.ts'
import { type AskedItem, answerFaults, type GivenAnswer, isAnswered } from './answer-check.ts'
import { followUpAnswers } from './follow-up-opening-commands.ts'
import { addToRollups } from './rollup-commands.ts'

export interface NewResponse {
  waveId: string
  versionId: string
  invitationId?: string | null
  accountId?: string | null
  contactId?: string | null
  /** Of staff who estimate what customers think. */
  personId?: string | null
  regionId: string
  consumerType: ConsumerType
  /** Bought a year, as decimal text; null where it is not known. */
  kilotonnes?: string | null
  caseId?: string | null
  contactType?: ContactType | null
  employeeId?: string | null
  source: ResponseSource
  language: string
  enteredBy?: string | null
  /** Row of a file: the same one is taken in once per wave. */
  importKey?: string | null
  importId?: string | null
  answeredAt: Date
  /** When the answers are taken in, where that is later than they were given. */
  storedAt?: Date
  answers: readonly GivenAnswer[]
}

/**
 * Writes a response with its answers, adds it to the sums and opens a follow-up where one is called for, all in the transaction given. Items without an answer leave no row.
 * Refuses `invalid` with every fault of the answers. Returns the response's id.
 */
export async function writeResponse(trx: Transaction<Database>, response: NewResponse): Promise<string> {
  const items = await readAskedItems(trx, response.versionId)
  const faults = answerFaults(items, response.answers, { complete: true })
  if (faults.length > 0) throw new Refused({ kind: 'invalid', fields: faults })
  const [id = ''] = await insertResponses(trx, items, [response])
  await addToRollups(trx, [id])
  return id
}

/** Writes responses whose answers were checked, without the sums: their caller adds them. Returns their ids in order. */
export async function insertResponses(
  trx: Transaction<Database>,
  items: readonly AskedItem[],
  responses: readonly NewResponse[],
): Promise<string[]> {
  if (responses.length === 0) return []
  const { rows } = await sql<{
    id: string
  }>`select uuidv7() as id from generate_series(1, ${responses.length}::int)`.execute(trx)
  const ids = rows.map(({ id }) => id)
  const made = responses.map((response, index) => responseRow(ids[index] ?? '', response))
  for (const part of parts(made)) await trx.insertInto('survey_response').values(part).execute()
  const idOf = new Map(items.map((item) => [item.code, item.id]))
  const answers = responses.flatMap((response, index) => answerRows(ids[index] ?? '', idOf, response))
  for (const part of parts(answers)) await trx.insertInto('survey_answer').values(part).execute()
  for (const [index, response] of responses.entries()) await followUp(trx, ids[index] ?? '', items, response)
  return ids
}

async function followUp(
  trx: Transaction<Database>,
  responseId: string,
  items: readonly AskedItem[],
  { accountId, personId, answeredAt, storedAt = answeredAt, answers }: NewResponse,
): Promise<void> {
  if (!accountId || personId) return
  await followUpAnswers(trx, { responseId, accountId, items, answers, answeredAt, storedAt })
}

/** A statement takes 65,535 values at the most. */
function parts<T>(rows: readonly T[]): T[][] {
  const most = 1_000
  return Array.from({ length: Math.ceil(rows.length / most) }, (_, at) => rows.slice(at * most, (at + 1) * most))
}

function responseRow(id: string, response: NewResponse) {
  return {
    id,
    wave_id: response.waveId,
    version_id: response.versionId,
    invitation_id: response.invitationId ?? null,
    account_id: response.accountId ?? null,
    contact_id: response.contactId ?? null,
    person_id: response.personId ?? null,
    region_id: response.regionId,
    consumer_type: response.consumerType,
    kilotonnes: response.kilotonnes ?? null,
    case_id: response.caseId ?? null,
    contact_type: response.contactType ?? null,
    employee_id: response.employeeId ?? null,
    source: response.source,
    language: response.language,
    entered_by: response.enteredBy ?? null,
    import_key: response.importKey ?? null,
    import_id: response.importId ?? null,
    answered_at: response.answeredAt,
  }
}

function answerRows(id: string, idOf: ReadonlyMap<string, string>, { answers, language }: NewResponse) {
  return answers.filter(isAnswered).map((answer) => ({
    response_id: id,
    item_id: idOf.get(answer.item) ?? '',
    number: answer.number ?? null,
    importance: answer.importance ?? null,
    words: answer.words ? [...answer.words] : null,
    ranks: answer.ranks
      ? JSON.stringify(Object.fromEntries(answer.ranks.map(({ option, rank }) => [option, rank])))
      : null,
    text: answer.text?.trim() || null,
    language: answer.text?.trim() ? language : null,
  }))
}

/** The items of a version in the order they are asked. */
export async function readAskedItems(trx: Transaction<Database>, versionId: string): Promise<AskedItem[]> {
  return trx
    .selectFrom('survey_item')
    .where('version_id', '=', versionId)
    .orderBy('position')
    .select([
      'id',
      'code',
      'kind',
      sql<number | null>`scale_min`.as('scaleMin'),
      sql<number | null>`scale_max`.as('scaleMax'),
      'decimals',
      'obligatory',
      sql<boolean>`asks_importance`.as('asksImportance'),
      sql<boolean>`ties_allowed`.as('tiesAllowed'),
      'options',
    ])
    .execute()
}
