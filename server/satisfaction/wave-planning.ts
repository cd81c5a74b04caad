// A wave is planned, and its plan is written anew until people are asked.
import type { z } from 'zod'
import type { Engine } from '../core/engine.ts'
import { refuseField } from '../core/refusal.ts'
import type { Viewer } from '../core/viewer.ts'
import type { Work } from '../core/work.ts'
import { storedFilter } from './population-queries.ts'
import { lockWave } from './wave-commands.ts'
import type { changeWaveInput, planWaveInput } from './wave-inputs.ts'

const quietDays = 90
const linkDays = 30

type Plan = z.output<typeof planWaveInput>

/**
 * Refuses `notPublished` for another than a published version, `reversed` times, a planned wave without an end, and a channel for
 * which no gateway is set (`noGateway`). Returns the wave's id.
 */
export async function planWave(work: Work, engine: Engine, viewer: Viewer, plan: Plan): Promise<string> {
  await refuseUnsound(work, engine, plan)
  const { id } = await work.trx
    .insertInto('survey_wave')
    .values({ ...valuesOf(plan), created_by: viewer.kind === 'person' ? viewer.id : null })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Writes the plan anew while nobody was asked; refuses what `planWave` refuses, and `notPlannedAny` afterwards. */
export async function changeWave(
  work: Work,
  engine: Engine,
  { id, revision, ...plan }: z.output<typeof changeWaveInput>,
): Promise<string> {
  await lockWave(work.trx, { id, revision }, 'planned', 'notPlannedAny')
  await refuseUnsound(work, engine, plan)
  await work.trx
    .updateTable('survey_wave')
    .set((eb) => ({ ...valuesOf(plan), revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
  return id
}

async function refuseUnsound({ trx }: Work, engine: Engine, plan: Plan): Promise<void> {
  const version = await trx
    .selectFrom('questionnaire_version')
    .where('id', '=', plan.versionId)
    .select('state')
    .executeTakeFirst()
  if (!version) throw refuseField('versionId', 'unknown')
  if (version.state !== 'published') throw refuseField('versionId', 'notPublished')
  if (plan.kind === 'planned' && !plan.closesAt) throw refuseField('closesAt', 'required')
  if (plan.closesAt && plan.closesAt <= plan.opensAt) throw refuseField('closesAt', 'reversed')
  if (mobileChannelOf(plan) && !engine.gateway) throw refuseField('mobileChannel', 'noGateway')
}

function valuesOf(plan: Plan) {
  return {
    version_id: plan.versionId,
    name: plan.name.trim(),
    kind: plan.kind,
    respondents: plan.respondents ?? ('customers' as const),
    population: JSON.stringify(storedFilter(plan.population)),
    sample_size: plan.sampleSize ?? null,
    sample_seed: plan.sampleSeed ?? 1,
    reminder_days: [...new Set(plan.reminderDays ?? [])].sort((a, b) => a - b),
    quiet_days: plan.quietDays ?? (plan.kind === 'planned' ? quietDays : 0),
    link_days: plan.linkDays ?? linkDays,
    mobile_channel: mobileChannelOf(plan),
    opens_at: new Date(plan.opensAt),
    closes_at: plan.closesAt ? new Date(plan.closesAt) : null,
  }
}

function mobileChannelOf({ mobileChannel }: Plan): 'sms' | 'message' | null {
  return mobileChannel === 'sms' || mobileChannel === 'message' ? mobileChannel : null
}
