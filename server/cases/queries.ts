// How cases and tasks lie in the database, and which of them a viewer reads.
import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely'
import type { Database } from '../../schema/database.ts'
import { accountShape } from '../accounts/queries.ts'
import { departmentsOf } from '../core/lock.ts'
import { caseScope } from '../core/permissions.ts'
import { computed, connection, hang, list, now, one, type Scope, type Shape, shape } from '../core/selection-shape.ts'
import type { Viewer } from '../core/viewer.ts'
import { departmentShape, personShape } from '../organization/queries.ts'
import { commentShape, historyShape, letterShape, newest, ofCase, promiseShape } from './record-shapes.ts'

export const byDue = { columns: ['due_at', 'id'], direction: 'asc', nullable: true } as const
export const byOpened = { columns: ['opened_at', 'id'], direction: 'desc' } as const

export const deadlineShape = shape('Deadline', 'deadline', {
  fields: {
    clock: 'clock',
    label: 'clock',
    state: ['due_at', 'stopped_at', 'breached_at'],
    startedAt: 'started_at',
    dueAt: 'due_at',
    stoppedAt: 'stopped_at',
    breachedAt: 'breached_at',
    generation: 'generation',
    pauses: 'pauses',
    explain: ['calendar_id', 'policy_id', 'started_at', 'stopped_at', 'not_after', 'pauses', 'amount', 'unit'],
  },
})

export const taskShape: Shape<'task'> = shape('Task', 'task', {
  always: ['case_id', 'department_id', 'state', 'chart_version'],
  fields: {
    number: 'number',
    case: one(() => caseShape, 'case_id'),
    purpose: 'purpose',
    department: one(() => departmentShape, 'department_id'),
    question: 'question',
    language: 'language',
    state: 'state',
    stateLabel: 'state',
    open: 'open',
    revision: 'revision',
    sender: one(() => personShape, 'sender_id'),
    responder: one(() => personShape, 'responder_id'),
    dueAt: 'due_at',
    answer: 'answer',
    values: 'answer_values',
    causeCode: 'cause_code',
    proposedMeasure: 'proposed_measure',
    rating: 'rating',
    sentAt: 'sent_at',
    answeredAt: 'answered_at',
    closedAt: 'closed_at',
    actions: ['snapshot', ofCase('account_id'), ofCase('region_id'), now('read_at')],
    deadlines: list(() => deadlineShape, 'task_id', { order: { columns: ['started_at', 'id'], direction: 'asc' } }),
    history: list(() => historyShape, 'task_id', { order: newest, limit: 100 }),
  },
})

const departmentsOfRow = (alias: string) => departmentsOf(sql.ref(`${alias}.id`))

/** What every kind of case has; each kind's shape takes it in. */
export const caseFields = {
  number: 'number',
  kind: 'kind',
  title: 'title',
  language: 'language',
  severity: 'severity',
  state: 'state',
  stateLabel: ['kind', 'state'],
  open: 'open',
  revision: 'revision',
  dueAt: 'due_at',
  openedAt: 'opened_at',
  closedAt: 'closed_at',
  changedAt: 'changed_at',
  account: one(() => accountShape, 'account_id'),
  owner: one(() => personShape, 'owner_id'),
  actions: ['snapshot', 'chart_version', computed('department_ids', 'plain', departmentsOfRow), now('read_at')],
  uploadUrl: [computed('department_ids', 'plain', departmentsOfRow)],
  mayLinkCustomer: [],
  tasks: list(() => taskShape, 'case_id', { order: { columns: ['sent_at', 'id'], direction: 'asc' } }),
  deadlines: list(() => deadlineShape, 'case_id', {
    order: { columns: ['started_at', 'id'], direction: 'asc' },
    where: (deadline) => sql`${sql.ref(`${deadline}.task_id`)} is null`,
  }),
  promises: list(() => promiseShape, 'case_id', { order: { columns: ['due_at', 'id'], direction: 'asc' } }),
  letters: list(() => letterShape, 'case_id', { order: { columns: ['queued_at', 'id'], direction: 'desc' } }),
  links: list(() => caseLinkShape, 'from_case_id', {
    order: { columns: ['at', 'to_case_id'], direction: 'desc' },
    limit: 50,
    scope: linkedSeen,
  }),
  watching: computed(
    'watching',
    'plain',
    (alias, viewer) => sql`exists (select from watcher where watcher.case_id = ${sql.ref(`${alias}.id`)}
      and watcher.person_id = ${viewer.kind === 'person' ? viewer.id : null}::uuid)`,
  ),
  watchers: list(
    () => personShape,
    (person, self) => sql`${sql.ref(`${person}.id`)} in (select watcher.person_id from watcher
      where watcher.case_id = ${sql.ref(`${self}.id`)})`,
    { order: { columns: ['name', 'id'], direction: 'asc' }, limit: 50 },
  ),
  history: connection(() => historyShape, 'case_id', { order: newest }),
  comments: connection(() => commentShape, 'case_id', { order: newest }),
} as const

/** Columns that say where a case lies and where it stands. */
export const caseAlways = ['kind', 'account_id', 'region_id', 'state'] as const

export const caseShape: Shape<'service_case'> = shape('Case', 'service_case', {
  always: caseAlways,
  fields: caseFields,
})

export const caseLinkShape: Shape<'case_link'> = shape('CaseLink', 'case_link', {
  key: 'to_case_id',
  fields: { kind: 'kind', at: 'at', case: one(() => caseShape, 'to_case_id', casesSeen) },
})

hang(
  accountShape,
  'cases',
  connection(() => caseShape, 'account_id', { order: byOpened, scope: casesSeen }),
)

/** The cases that the viewer may see. */
export function casesSeen(viewer: Viewer): Expression<SqlBool> {
  return caseScope(expressionBuilder<Database, 'service_case'>(), viewer)
}

/** Links to cases that the viewer may see: one to another would tell that it is there. */
function linkedSeen(viewer: Viewer): Expression<SqlBool> {
  return partsSeen('case_link.to_case_id')(viewer)
}

/** Tasks of the cases that the viewer may see. */
export const tasksSeen = partsSeen('task.case_id')

/** Rows of the cases that the viewer may see; the column holds the id of the case. */
export function partsSeen(caseIdColumn: string): Scope {
  return (viewer) =>
    sql<SqlBool>`${sql.ref(caseIdColumn)} in (select service_case.id from service_case where ${casesSeen(viewer)})`
}
