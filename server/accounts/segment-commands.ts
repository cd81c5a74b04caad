// Writes of segments, characteristics and core competences.
import type { Transaction } from 'kysely'
import type { z } from 'zod'
import type { Database } from '../../schema/database.ts'
import { Refused, refuseField } from '../core/refusal.ts'
import type { Work } from '../core/work.ts'
import { competenceFlags, competenceScore } from './core-competence.ts'
import type { saveCharacteristicInput, saveCompetenceInput, saveSegmentInput } from './segment-inputs.ts'
import { criterionFaults } from './segmentation.ts'

type Trx = Transaction<Database>

/** Refuses characteristics that break a formal criterion (`criterion1` … `criterion3`, with their names). Returns the key. */
export async function saveSegment({ trx }: Work, input: z.output<typeof saveSegmentInput>): Promise<string> {
  await refuseUnfit(trx, input.characteristicIds)
  const same = await trx.selectFrom('segment').select('id').where('name', '=', input.name).executeTakeFirst()
  if (same && same.id !== input.segmentId) throw refuseField('name', 'taken')
  const columns = {
    name: input.name,
    target: input.target,
    characteristics: [...new Set(input.characteristicIds)],
    strategy: input.strategy ?? null,
    team: input.team ?? null,
    review_on: input.reviewOn ?? null,
    currency: input.currency ?? 'USD',
    service_cost: input.serviceCost ?? null,
    product_cost: input.productCost ?? null,
    solution_cost: input.solutionCost ?? null,
    contact_cost: input.contactCost ?? null,
  }
  const written = input.segmentId
    ? await trx.updateTable('segment').set(columns).where('id', '=', input.segmentId).returning('id').executeTakeFirst()
    : await trx.insertInto('segment').values(columns).returning('id').executeTakeFirst()
  return found(written)
}

export async function saveCharacteristic(
  { trx }: Work,
  input: z.output<typeof saveCharacteristicInput>,
): Promise<string> {
  const same = await trx
    .selectFrom('segment_characteristic')
    .select('id')
    .where('name', '=', input.name)
    .executeTakeFirst()
  if (same && same.id !== input.characteristicId) throw refuseField('name', 'taken')
  const columns = {
    name: input.name,
    depends_on_supplier: input.dependsOnSupplier,
    measurable: input.measurable,
    correlated_with: input.correlatedWithIds ?? [],
  }
  const written = input.characteristicId
    ? await trx
        .updateTable('segment_characteristic')
        .set(columns)
        .where('id', '=', input.characteristicId)
        .returning('id')
        .executeTakeFirst()
    : await trx.insertInto('segment_characteristic').values(columns).returning('id').executeTakeFirst()
  return found(written)
}

/** Refuses to activate one that has not five of five. */
export async function saveCompetence({ trx }: Work, input: z.output<typeof saveCompetenceInput>): Promise<string> {
  const { competenceId, longTerm, ...flags } = input
  const columns = { ...flags, long_term: longTerm }
  const score = competenceScore(columns)
  if (input.active && score < competenceFlags.length)
    throw refuseField('active', 'notAllCriteria', { score, of: competenceFlags.length })
  const same = await trx
    .selectFrom('core_competence')
    .select('id')
    .where('wording', '=', input.wording)
    .executeTakeFirst()
  if (same && same.id !== competenceId) throw refuseField('wording', 'taken')
  const written = competenceId
    ? await trx
        .updateTable('core_competence')
        .set(columns)
        .where('id', '=', competenceId)
        .returning('id')
        .executeTakeFirst()
    : await trx.insertInto('core_competence').values(columns).returning('id').executeTakeFirst()
  return found(written)
}

async function refuseUnfit(trx: Trx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) throw refuseField('characteristicIds', 'required')
  const rows = await trx
    .selectFrom('segment_characteristic')
    .selectAll()
    .where('id', 'in', [...ids])
    .orderBy('name')
    .execute()
  if (rows.length < new Set(ids).size) throw refuseField('characteristicIds', 'unknown')
  const [fault] = criterionFaults(
    rows.map(({ id, name, depends_on_supplier, measurable, correlated_with }) => ({
      id,
      name,
      dependsOnSupplier: depends_on_supplier,
      measurable,
      correlatedWith: correlated_with,
    })),
  )
  if (!fault) return
  const { criterion, names } = fault
  if (criterion === 1) throw refuseField('characteristicIds', 'criterion1', { names })
  if (criterion === 2) throw refuseField('characteristicIds', 'criterion2', { names })
  throw refuseField('characteristicIds', 'criterion3', { names })
}

function found(written: { id: string } | undefined): string {
  if (!written) throw new Refused({ kind: 'notFound' })
  return written.id
}
