// Which claims are meant: the one condition behind lists of claims and figures about them.
import { type Expression, expressionBuilder, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { ClaimState } from '../../schema/claim-vocabulary.ts'
import type { Clock } from '../../schema/clock.ts'
import type { Database } from '../../schema/database.ts'
import type { ClaimSum, DueGroup } from '../../schema/list-views.ts'
import type { ConsumerType, Severity, Stage } from '../../schema/vocabulary.ts'
import { inDueGroup } from '../cases/due-groups.ts'
import { casesSeen } from '../cases/queries.ts'
import { mayRead, policyScope } from '../core/permissions.ts'
import type { Reader } from '../core/selection-plans.ts'

export interface ClaimFilter {
  ids?: readonly string[] | null
  states?: readonly ClaimState[] | null
  open?: boolean | null
  severity?: Severity | null
  accountId?: string | null
  regionId?: string | null
  consumerType?: ConsumerType | null
  ownerId?: string | null
  analystId?: string | null
  departmentId?: string | null
  responsibleId?: string | null
  defect?: string | null
  stage?: Stage | null
  productId?: string | null
  clock?: 'over' | 'soon' | null
  due?: DueGroup | null
  stoppedClock?: Clock | null
  missedClock?: Clock | null
  leftState?: string | null
  trialMaterial?: boolean | null
  money?: { currency: string; sum: ClaimSum } | null
  openedFrom?: Date | null
  openedBefore?: Date | null
}

/** A clock that ends within so many hours ends soon: default of the product. */
export const soonHours = 48

/** Condition on `service_case`: claims of the filter that the viewer may see; what is told to the works alone narrows to nothing for others. */
export function claimsWhere(reader: Reader, filter: ClaimFilter): Expression<SqlBool> {
  const eb = expressionBuilder<Database, 'service_case'>()
  const where: Expression<SqlBool>[] = [sql<SqlBool>`service_case.kind = 'claim'`, casesSeen(reader.viewer)]
  const { ownerId, analystId, departmentId, responsibleId, clock, due, stoppedClock, missedClock, leftState } = filter
  const asksWho = ownerId || analystId || departmentId || responsibleId
  const asksHidden = asksWho || filter.trialMaterial != null || clock || due || stoppedClock || missedClock || leftState
  if (asksHidden && !mayRead(reader.viewer, 'internal')) where.push(sql<SqlBool>`false`)
  if (filter.ids) where.push(sql<SqlBool>`service_case.id = any(${[...filter.ids]})`)
  if (filter.states?.length) where.push(inStates(filter.states))
  if (filter.open === true) where.push(sql<SqlBool>`service_case.open`)
  if (filter.open === false) where.push(sql<SqlBool>`not service_case.open`)
  if (filter.severity) where.push(eb('service_case.severity', '=', filter.severity))
  if (filter.accountId) where.push(eb('service_case.account_id', '=', filter.accountId))
  if (filter.regionId) where.push(eb('service_case.region_id', '=', filter.regionId))
  if (filter.consumerType) where.push(ofConsumer(filter.consumerType))
  if (ownerId) where.push(eb('service_case.owner_id', '=', ownerId))
  if (analystId) where.push(whose(sql`select case_id from claim where analyst_id = ${analystId}`))
  if (departmentId) where.push(has(sql`task where task.department_id = ${departmentId} and task.case_id`))
  if (responsibleId)
    where.push(
      has(
        sql`responsible_share where responsible_share.department_id = ${responsibleId} and responsible_share.case_id`,
      ),
    )
  if (filter.defect) where.push(has(sql`claim_item where claim_item.defect = ${filter.defect} and claim_item.case_id`))
  if (filter.stage) where.push(has(sql`claim where claim.stage = ${filter.stage} and claim.case_id`))
  if (filter.productId)
    where.push(
      has(
        sql`claim_item join piece on piece.id = claim_item.piece_id where piece.product_id = ${filter.productId} and claim_item.case_id`,
      ),
    )
  if (clock === 'over') where.push(sql<SqlBool>`service_case.due_at < ${reader.engine.now()}`)
  if (clock === 'soon') where.push(soon(reader))
  if (due) where.push(inDueGroup(reader, 'service_case.due_at', due))
  if (stoppedClock) where.push(has(stopped(stoppedClock)))
  if (missedClock) where.push(has(stopped(missedClock, sql`and deadline.breached_at is not null`)))
  if (leftState) where.push(has(left(leftState)))
  if (filter.trialMaterial != null) where.push(onTrialMaterial(filter.trialMaterial))
  if (filter.money) where.push(policyScope(reader.viewer, 'money'), has(sums[filter.money.sum](filter.money.currency)))
  if (filter.openedFrom) where.push(eb('service_case.opened_at', '>=', filter.openedFrom))
  if (filter.openedBefore) where.push(eb('service_case.opened_at', '<', filter.openedBefore))
  return eb.and(where)
}

/** Condition on `service_case`: a claim on material of a trial batch, or on ordinary material: rates count the latter alone. */
export function onTrialMaterial(so: boolean): Expression<SqlBool> {
  const linked = sql`(select from case_link where from_case_id = service_case.id and kind = 'trialMaterial')`
  return so ? sql<SqlBool>`exists ${linked}` : sql<SqlBool>`not exists ${linked}`
}

/** Condition on `service_case`: its next clock ends soon, and has not passed. */
export function soon({ engine }: Reader): Expression<SqlBool> {
  return sql<SqlBool>`service_case.due_at between ${engine.now()} and ${engine.now()} + ${sql.lit(`${soonHours} hours`)}::interval`
}

/** One state is a range of the index in the order of due times; a list of one would not be. */
function inStates(states: readonly ClaimState[]): Expression<SqlBool> {
  const [only, ...more] = states
  return more.length > 0
    ? sql<SqlBool>`service_case.state = any(${[...states]})`
    : sql<SqlBool>`service_case.state = ${only}`
}

function ofConsumer(type: ConsumerType): Expression<SqlBool> {
  return sql<SqlBool>`service_case.account_id in (select id from account where consumer_type = ${type})`
}

function whose(cases: Expression<unknown>): Expression<SqlBool> {
  return sql<SqlBool>`service_case.id in (${cases})`
}

/** `rows` ends with the column that names the case. */
function has(rows: Expression<unknown>): Expression<SqlBool> {
  return sql<SqlBool>`exists (select from ${rows} = service_case.id)`
}

function stopped(clock: Clock, besides: RawBuilder<unknown> = sql``): RawBuilder<unknown> {
  return sql`deadline where deadline.clock = ${clock} and deadline.stopped_at is not null ${besides} and deadline.case_id`
}

function left(state: string): RawBuilder<unknown> {
  return sql`history where history.kind = 'event' and history.task_id is null
    and ${state} = any(history.from_states) and ${state} <> all(history.to_states) and history.case_id`
}

/** The rows that a sum of money in the currency is made of: the same as in the figures of management. */
const sums: Record<ClaimSum, (currency: string) => RawBuilder<unknown>> = {
  claimed: (currency) => sql`claim_item join piece on piece.id = claim_item.piece_id
    join customer_order on customer_order.id = piece.order_id
    where customer_order.currency = ${currency} and customer_order.price_per_tonne is not null
      and claim_item.claimed_mass is not null and claim_item.case_id`,
  offered: (currency) => lines(currency),
  accepted: (currency) => lines(currency, sql`and service_case.state in ('settlement', 'closing', 'closed')`),
  paid: (currency) => lines(currency, sql`and settlement_line.executed_at is not null`),
}

function lines(currency: string, besides: RawBuilder<unknown> = sql``): RawBuilder<unknown> {
  return sql`proposal join settlement_line on settlement_line.proposal_id = proposal.id
    where proposal.state = 'approved' and settlement_line.currency = ${currency} ${besides} and proposal.case_id`
}
