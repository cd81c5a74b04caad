// A claim by hand: one statement for the rows; what can be done now comes from the chart, as it does in the product.
import type pg from 'pg'
import { claimEvents } from '../../schema/claim-vocabulary.ts'
import type { JsonObject } from '../../schema/json.ts'
import { claimFacts } from '../../server/claims/facts.ts'
import { actionsOf, type CaseAction } from '../../server/core/case-actions.ts'
import { openDatabase } from '../../server/core/database.ts'
import type { Engine } from '../../server/core/engine.ts'
import { label } from '../../server/core/labels/label.ts'
import { missingText } from '../../server/core/labels/missing-text.ts'
import { globalId } from '../../server/graphql/node.ts'
import { loadCast } from '../../server/tools/demo/cast.ts'

const TEXT = `
select c.id, c.number, c.title, c.state, c.severity, c.open, c.revision, c.opened_at, c.due_at, c.snapshot, c.chart_version, c.account_id, c.region_id,
  claim.received_at, claim.what_happened, a.number as account_number, a.name as account_name, a.country, a.key,
  r.code as region_code, r.name ->> 'en' as region_name, p.id as owner_id, p.name as owner_name, clock_timestamp() as now,
  array(select department_id from task where task.case_id = c.id
        union select department_id from settlement_line where settlement_line.case_id = c.id and department_id is not null) as department_ids,
  (select coalesce(json_agg(x), '[]') from (
     select id, kind, event, from_states as "fromStates", to_states as "toStates", reason, by_name as "byName", as_role as "asRole", at
       from history where case_id = c.id order by at desc, id desc limit 10) as x) as history,
  (select coalesce(json_agg(x), '[]') from (
     select t.id, t.number, t.purpose, t.state, t.question, t.due_at as "dueAt", d.code, d.name ->> 'en' as name
       from task as t join department as d on d.id = t.department_id
      where t.case_id = c.id order by t.sent_at, t.id limit 200) as x) as tasks
from service_case as c join claim on claim.case_id = c.id join account as a on a.id = c.account_id join region as r on r.id = a.region_id
left join person as p on p.id = c.owner_id
where c.id = $1 and c.kind = 'claim'`

interface DetailRow {
  id: string
  number: string
  title: string
  state: string
  severity: string | null
  open: boolean
  revision: number
  opened_at: Date
  due_at: Date | null
  snapshot: JsonObject
  chart_version: number
  account_id: string
  region_id: string
  received_at: Date
  what_happened: string
  account_number: string
  account_name: string
  country: string
  key: boolean
  region_code: string
  region_name: string
  owner_id: string | null
  owner_name: string | null
  now: Date
  department_ids: string[]
  history: HistoryRow[]
  tasks: TaskRow[]
}

interface HistoryRow extends Record<string, unknown> {
  id: string
  event: string | null
  at: string
}

interface TaskRow {
  id: string
  state: string
  code: string
  name: string
  dueAt: string | null
  [more: string]: unknown
}

const language = 'en'

/** Actions are asked for as the lead of the demo world, who is known from the start. */
export async function detailByHand(pool: pg.Pool) {
  const db = openDatabase({ connection: { connectionString: process.env.DATABASE_URL ?? '' }, poolSize: 10 })
  const lead = (await loadCast(db)).is('lead')
  const engine = { facts: { claim: claimFacts } } as unknown as Engine

  return async (_pool: pg.Pool, { id }: { id: string }) => {
    const { rows } = await pool.query<DetailRow>({ name: 'detail', text: TEXT, values: [id] })
    const [row] = rows
    if (!row) return { claim: null }
    const actions = await actionsOf(engine, db, lead, {
      subject: { kind: 'claim', caseId: id, taskId: null },
      snapshot: row.snapshot,
      chartVersion: row.chart_version,
      facts: { accountId: row.account_id, regionId: row.region_id, caseId: id, departmentIds: row.department_ids },
      at: row.now,
    })
    return { claim: claimOf(row, actions) }
  }
}

function claimOf(row: DetailRow, actions: CaseAction[]) {
  return {
    id: globalId('Claim', row.id),
    number: row.number,
    title: row.title,
    state: row.state,
    stateLabel: label(language, 'claimState', row.state as 'closed'),
    severity: row.severity,
    open: row.open,
    revision: row.revision,
    openedAt: row.opened_at,
    dueAt: row.due_at,
    receivedAt: row.received_at,
    whatHappened: row.what_happened,
    account: {
      id: globalId('Account', row.account_id),
      number: row.account_number,
      name: row.account_name,
      country: row.country,
      key: row.key,
      region: { code: row.region_code, name: row.region_name },
    },
    owner: row.owner_id && { id: globalId('Person', row.owner_id), name: row.owner_name },
    history: { nodes: row.history.map(lineOf) },
    tasks: row.tasks.map(taskOf),
    actions: actions.map(actionOf),
  }
}

function lineOf(line: HistoryRow) {
  const { id, kind, event, fromStates, toStates, reason, byName, asRole, at } = line
  const list = event !== null && event in claimEvents ? 'claimEvent' : 'taskEvent'
  const eventLabel = event && label(language, list, event as 'reassign')
  const moment = new Date(at)
  return {
    id: globalId('HistoryLine', id),
    kind,
    event,
    eventLabel,
    fromStates,
    toStates,
    reason,
    byName,
    asRole,
    at: moment,
  }
}

function taskOf({ id, number, purpose, state, question, dueAt, code, name }: TaskRow) {
  return {
    id: globalId('Task', id),
    number,
    purpose,
    state,
    stateLabel: label(language, 'taskState', state as 'open'),
    question,
    dueAt: dueAt && new Date(dueAt),
    department: { code, name },
  }
}

function actionOf({ event, missing }: CaseAction) {
  return {
    event,
    label: label(language, 'claimEvent', event as 'amend'),
    ready: missing.every(({ hint, source }) => hint || source === 'input'),
    requires: missing.map(({ code, params, field, hint }) => ({
      code,
      text: missingText(language, code, params) ?? code,
      field,
      hint,
    })),
  }
}
