// Writes of departments, routing rules, codes of catalogues and exchange rates.
import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { z } from 'zod'
import type { Database } from '../../schema/database.ts'
import { stored } from '../core/input-words.ts'
import { refuseField } from '../core/refusal.ts'
import type { Work } from '../core/work.ts'
import { compareDecimals } from '../workflows/decimal.ts'
import type { setCatalogueEntryInput, setDepartmentInput, setExchangeRateInput, setRoutingRuleInput } from './inputs.ts'

export async function setDepartment({ trx }: Work, input: z.output<typeof setDepartmentInput>): Promise<string> {
  const values = { code: input.code, name: stored(input.name), office: input.office, active: input.active }
  const { id } = await trx
    .insertInto('department')
    .values(values)
    .onConflict((conflict) => conflict.column('code').doUpdateSet(values))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function setRoutingRule({ trx }: Work, input: z.output<typeof setRoutingRuleInput>): Promise<string> {
  await activeCode(trx, 'subject', input.subject)
  await activeDepartment(trx, input.departmentId)
  const values = {
    subject: input.subject,
    stage: input.stage,
    department_id: input.departmentId,
    due_working_days: input.dueWorkingDays,
  }
  const { id } = await trx
    .insertInto('routing_rule')
    .values(values)
    .onConflict((conflict) => conflict.columns(['subject', 'stage']).doUpdateSet(values))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function setCatalogueEntry(
  { trx }: Work,
  input: z.output<typeof setCatalogueEntryInput>,
): Promise<string> {
  const values = { ...input, name: stored(input.name) }
  const { id } = await trx
    .insertInto('catalogue_entry')
    .values(values)
    .onConflict((conflict) => conflict.columns(['catalogue', 'code']).doUpdateSet(values))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Refuses days that have not begun anywhere: `now` in UTC, 14 hours ahead. */
export async function setExchangeRate(
  { trx }: Work,
  input: z.output<typeof setExchangeRateInput>,
  now: RawBuilder<Date>,
): Promise<void> {
  const { rows } = await sql<{
    future: boolean
  }>`select ${input.day}::date > (${now} + interval '14 hours')::date as future`.execute(trx)
  if (rows[0]?.future) throw refuseField('day', 'inFuture')
  if (input.currency === 'USD' && compareDecimals(input.usdPerUnit, '1') !== 0)
    throw refuseField('usdPerUnit', 'notAllowedHere')
  const values = { currency: input.currency, day: input.day, usd_per_unit: input.usdPerUnit }
  await trx
    .insertInto('exchange_rate')
    .values(values)
    .onConflict((conflict) => conflict.columns(['currency', 'day']).doUpdateSet(values))
    .execute()
}

async function activeCode(trx: Transaction<Database>, catalogue: 'subject', code: string): Promise<void> {
  const entry = await trx
    .selectFrom('catalogue_entry')
    .select('id')
    .where('catalogue', '=', catalogue)
    .where('code', '=', code)
    .where('active', '=', true)
    .executeTakeFirst()
  if (!entry) throw refuseField('subject', 'unknownCode')
}

async function activeDepartment(trx: Transaction<Database>, id: string): Promise<void> {
  const department = await trx
    .selectFrom('department')
    .select('id')
    .where('id', '=', id)
    .where('active', '=', true)
    .executeTakeFirst()
  if (!department) throw refuseField('departmentId', 'unknownDepartment')
}
