// Drafts a recommendation for every indicator of a trial that does not suit the customer, or falls behind a competitor.
import { sql } from 'kysely'
import type { IndicatorDirection } from '../../schema/trial-vocabulary.ts'
import type { EffectScope } from '../core/engine.ts'
import { comparison } from './results.ts'

/** Of the last inspection and of the comparisons of this iteration; an indicator has one draft, however often it fails. */
export async function draftRecommendations(scope: EffectScope): Promise<void> {
  const { trx, subject, locked, at } = scope
  const drafts = [...(await nonConforming(scope)), ...(await weaknesses(scope))]
  if (drafts.length === 0) return
  await trx
    .insertInto('recommendation')
    .values(
      drafts.map((draft) => ({ ...draft, account_id: locked.accountId, case_id: subject.caseId, created_at: at })),
    )
    .execute()
}

/** One that a visit drafts of what it found. Returns its key. */
export async function draftRecommendation(
  { trx, subject, locked, at }: EffectScope,
  draft: { indicator: string; problem: string; target: string },
): Promise<string> {
  const { id } = await trx
    .insertInto('recommendation')
    .values({ ...draft, account_id: locked.accountId, case_id: subject.caseId, created_at: at })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

interface Draft {
  indicator: string
  problem: string
  target: string
  requirement_id: string | null
  competitor_value_id: string | null
}

async function nonConforming({ trx, subject }: EffectScope): Promise<Draft[]> {
  const { rows } = await sql<{ id: string; indicator: string; unit: string; min: string; max: string; value: string }>`
    select distinct on (requirement.position) requirement.id, requirement.indicator, requirement.unit,
      trim_scale(requirement.min_value)::text as min, trim_scale(requirement.max_value)::text as max,
      trim_scale(measured.value)::text as value
    from trial_measurement as measured
    join trial_requirement as requirement on requirement.id = measured.requirement_id
    where measured.case_id = ${subject.caseId} and not measured.conforms
      and measured.inspection = (select max(inspection) from trial_measurement where case_id = ${subject.caseId})
    order by requirement.position, measured.id`.execute(trx)
  return rows.map(({ id, indicator, unit, min, max, value }) => ({
    indicator,
    problem: `${indicator} ${value} ${unit}`,
    target: [min === null ? '' : `≥ ${min} ${unit}`, max === null ? '' : `≤ ${max} ${unit}`]
      .filter((limit) => limit !== '')
      .join(', '),
    requirement_id: id,
    competitor_value_id: null,
  }))
}

async function weaknesses({ trx, subject }: EffectScope): Promise<Draft[]> {
  const { rows } = await sql<ComparedRow>`
    select compared.id, indicator, unit, direction, trim_scale(theirs)::text as theirs, trim_scale(ours)::text as ours, product.name
    from competitor_value as compared
    join competitor_product as product on product.id = compared.competitor_product_id
    join trial_batch on trial_batch.case_id = compared.case_id and trial_batch.iteration = compared.iteration
    where compared.case_id = ${subject.caseId} and ours is not null order by compared.id`.execute(trx)
  return rows.flatMap(({ id, indicator, unit, direction, theirs, ours, name }) => {
    if (comparison(ours, theirs, direction).strength !== false) return []
    return {
      indicator,
      problem: `${indicator} ${ours} ${unit}; ${name}: ${theirs} ${unit}`,
      target: `${direction === 'higher' ? '≥' : '≤'} ${theirs} ${unit}`,
      requirement_id: null,
      competitor_value_id: id,
    }
  })
}

interface ComparedRow {
  id: string
  indicator: string
  unit: string
  direction: IndicatorDirection
  theirs: string
  ours: string
  name: string
}
