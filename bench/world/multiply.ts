// Multiplies a small world to the size asked for: set by set, without triggers and with indexes made at the end.
import pg from 'pg'
import { copyCases, copyRecords } from './copies.ts'
import { type BenchDatabase, setBulk } from './open-world.ts'
import { growMaterial, planClones, prepareStage } from './stage.ts'

const FILLED = [
  'heat',
  'piece',
  'service_case',
  'claim',
  'claim_item',
  'improvement',
  'improvement_action',
  'proposal',
  'settlement_line',
]
const RECORDED = ['task', 'deadline', 'history', 'case_search']

/** Adds claims to a world with templates until it has `to` of them; `from` counts those that were added before (0 the first time). */
export async function multiply({ superuser }: BenchDatabase, from: number, to: number): Promise<void> {
  await setBulk(superuser, true)
  const client = new pg.Client(superuser)
  await client.connect()
  try {
    await client.query(SETTINGS)
    if (from === 0) for (const statement of prepareStage) await client.query(statement)
    const indexes = await dropIndexes(client, [...FILLED, ...RECORDED])
    const statements = [...growMaterial(from, to), ...planClones(from, to), ...copyCases, ...copyRecords]
    for (const statement of statements) await client.query(statement)
    for (const definition of indexes) await client.query(definition)
    await client.query('vacuum (analyze)')
    await client.query('checkpoint')
  } finally {
    await client.end()
    await setBulk(superuser, false)
  }
}

/** Rows of the tables that the operations read. */
export async function countRows({ superuser }: BenchDatabase): Promise<Record<string, number>> {
  const client = new pg.Client(superuser)
  await client.connect()
  try {
    const { rows } = await client.query<Record<string, number>>(
      `select (select count(*)::int from claim) as claims, (select count(*)::int from history) as "history lines",
              (select count(*)::int from task) as tasks, (select count(*)::int from deadline) as clocks,
              (select count(*)::int from account) as customers, (select count(*)::int from survey_answer) as answers`,
    )
    return rows[0] ?? {}
  } finally {
    await client.end()
  }
}

export const SETTINGS = `set synchronous_commit = off; set session_replication_role = replica; set work_mem = '256MB'; set maintenance_work_mem = '1GB'`

/** Drops the indexes that no constraint needs; returns how to make them again. */
export async function dropIndexes(client: pg.Client, tables: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
       from pg_index where indrelid::regclass::text = any($1) and not exists (select from pg_constraint where conindid = indexrelid)`,
    [tables],
  )
  for (const { name } of rows) await client.query(`drop index ${name}`)
  return rows.map(({ definition }) => definition)
}
