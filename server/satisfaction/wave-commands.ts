// Waves are opened with their invitations, closed, or given up.
import { sql, type Transaction } from 'kysely'
import type { z } from 'zod'
import type { Database } from '../../schema/database.ts'
import type { WaveState } from '../../schema/survey-vocabulary.ts'
import type { Engine } from '../core/engine.ts'
import { Refused, refuseField } from '../core/refusal.ts'
import type { Viewer } from '../core/viewer.ts'
import type { Work } from '../core/work.ts'
import { invitationChannel } from './invitation-channel.ts'
import { candidates, type PopulationFilter } from './population-queries.ts'
import type { waveInput } from './wave-inputs.ts'

/**
 * Draws the sample from the population as it is now and queues an invitation for each. Refuses `emptyPopulation`, and `taken` where
 * another wave after contacts runs with the same questionnaire.
 */
export async function openWave(
  { trx }: Work,
  engine: Engine,
  viewer: Viewer,
  input: z.output<typeof waveInput>,
): Promise<string> {
  const wave = await lockWave(trx, input, 'planned', 'notPlannedAny')
  const version = await trx
    .selectFrom('questionnaire_version')
    .where('id', '=', wave.version_id)
    .select('state')
    .executeTakeFirstOrThrow()
  if (version.state !== 'published') throw refuseField('id', 'notPublished')
  if (wave.kind === 'planned') {
    const asked = wave.respondents === 'customers' ? await invite(trx, engine, viewer, wave) : null
    if (asked === 0) throw refuseField('id', 'emptyPopulation')
  } else if (await runsAlready(trx, wave.version_id)) throw refuseField('id', 'taken')
  await move(trx, engine, wave.id, 'open')
  return wave.id
}

/** No answer is taken any more; invitations that were not answered expire. */
export async function closeWave({ trx }: Work, engine: Engine, input: z.output<typeof waveInput>): Promise<string> {
  const wave = await lockWave(trx, input, 'open', 'notRunning')
  await endWave(trx, engine, wave.id)
  return wave.id
}

/** Gives up a wave that nobody has answered; what waits to be sent is not sent. Refuses `waveAnswered`. */
export async function cancelWave({ trx }: Work, engine: Engine, input: z.output<typeof waveInput>): Promise<string> {
  const wave = await lockWave(trx, input, null, 'notRunning')
  if (wave.state !== 'planned' && wave.state !== 'open') throw refuseField('id', 'notRunning')
  const answer = await trx
    .selectFrom('survey_response')
    .where('wave_id', '=', wave.id)
    .select('id')
    .limit(1)
    .executeTakeFirst()
  if (answer) throw refuseField('id', 'waveAnswered')
  await expire(trx, wave.id)
  await move(trx, engine, wave.id, 'cancelled')
  return wave.id
}

/** Closes a wave within a transaction that holds it. */
export async function endWave(trx: Transaction<Database>, engine: Engine, waveId: string): Promise<void> {
  await expire(trx, waveId)
  await move(trx, engine, waveId, 'closed')
}

interface LockedWave {
  id: string
  version_id: string
  kind: 'planned' | 'afterContact'
  respondents: 'customers' | 'staff'
  state: WaveState
  population: unknown
  sample_size: number | null
  sample_seed: number
  quiet_days: number
  link_days: number
  mobile_channel: 'sms' | 'message' | null
  closes_at: Date | null
}

/** Holds a wave until the end of the transaction. Refuses `code` where it is not in the needed state. */
export async function lockWave(
  trx: Transaction<Database>,
  { id, revision }: z.output<typeof waveInput>,
  needed: WaveState | null,
  code: string,
): Promise<LockedWave> {
  const wave = await trx.selectFrom('survey_wave').where('id', '=', id).selectAll().forNoKeyUpdate().executeTakeFirst()
  if (!wave) throw new Refused({ kind: 'notFound' })
  if (wave.revision !== revision) throw new Refused({ kind: 'stale', revision, current: wave.revision })
  if (needed && wave.state !== needed) throw refuseField('id', code)
  return wave
}

/** Each by the way its customer prefers, where that can be gone (CRM-06), else by mail. The sample: those with the lowest hashes of seed and contact, so that it can be drawn again. */
async function invite(trx: Transaction<Database>, engine: Engine, viewer: Viewer, wave: LockedWave): Promise<number> {
  const population = candidates(viewer, wave.population as PopulationFilter, wave.quiet_days, engine.now())
  const { rows } = await sql`insert into survey_invitation
      (wave_id, account_id, contact_id, channel, language, queued_at, expires_at)
    select ${wave.id}, candidate.account_id, candidate.id,
      ${invitationChannel(wave.mobile_channel)},
      candidate.language, ${engine.now()},
      least(${engine.now()} + make_interval(days => ${wave.link_days}), ${wave.closes_at}::timestamptz)
    from ${population} as candidate join account on account.id = candidate.account_id
      join contact on contact.id = candidate.id where reason is null
    order by md5(${String(wave.sample_seed)} || candidate.id::text), candidate.id limit ${wave.sample_size}::int
    returning id`.execute(trx)
  await countInvited(trx, wave.id, rows.length)
  return rows.length
}

/** Adds to the number of the invited that the wave keeps. */
export async function countInvited(trx: Transaction<Database>, waveId: string, more: number): Promise<void> {
  await sql`update survey_wave set invited = invited + ${more} where id = ${waveId}`.execute(trx)
}

async function runsAlready(trx: Transaction<Database>, versionId: string): Promise<boolean> {
  const other = await trx
    .selectFrom('survey_wave')
    .where('version_id', '=', versionId)
    .where('kind', '=', 'afterContact')
    .where('state', '=', 'open')
    .select('id')
    .executeTakeFirst()
  return other !== undefined
}

async function expire(trx: Transaction<Database>, waveId: string): Promise<void> {
  await trx
    .updateTable('survey_invitation')
    .set({ state: 'expired', next_reminder_at: null })
    .where('wave_id', '=', waveId)
    .where('state', 'in', ['queued', 'sent', 'opened'])
    .execute()
}

async function move(trx: Transaction<Database>, engine: Engine, waveId: string, state: WaveState): Promise<void> {
  await trx
    .updateTable('survey_wave')
    .set((eb) => ({
      state,
      revision: eb('revision', '+', 1),
      ...(state === 'open' ? { opened_at: engine.now() } : { closed_at: engine.now() }),
    }))
    .where('id', '=', waveId)
    .execute()
}
