// What a viewer can do with a case or a task, in the graph: straight from the chart and the permission table.
import { actionsOf, type CaseAction } from '../core/case-actions.ts'
import { missingText } from '../core/labels/missing-text.ts'
import type { RowOf } from '../core/selection.ts'
import { builder } from '../graphql/builder.ts'
import type { RequestContext } from '../graphql/context.ts'
import type { Chart, MissingPart } from '../workflows/chart.ts'
import { charts } from '../workflows/charts.ts'
import { eventLabel } from './event-label.ts'

const Requirement = builder.objectRef<MissingPart>('Requirement').implement({
  description: 'What a step still lacks.',
  policy: 'open',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Stable name.' }),
    text: t.string({
      description: "In words, in the request's language.",
      resolve: ({ code, params }, _args, { language }) => missingText(language, code, params) ?? code,
    }),
    field: t.exposeString('field', {
      nullable: true,
      description: 'Input field that would fill it; null where the case must change first.',
    }),
    hint: t.exposeBoolean('hint', { description: 'True where it is only worth knowing and does not block.' }),
    fromInput: t.boolean({
      description: 'Whether the sender fills it in with the step.',
      resolve: ({ source }) => source === 'input',
    }),
  }),
})

interface LabelledAction extends CaseAction {
  chart: Chart['kind']
}

export const Action = builder.objectRef<LabelledAction>('Action').implement({
  description: 'A step that the viewer may take now, or could if nothing were missing.',
  policy: 'open',
  fields: (t) => ({
    event: t.exposeString('event', { description: 'Word of the event.' }),
    label: t.string({
      description: "What the button says, in the request's language.",
      resolve: ({ event, chart }, _args, { language }) => eventLabel(language, chart, event),
    }),
    onward: t.boolean({
      description: 'Whether it carries the case on and is waited for; false: it can be done besides, or leads back.',
      resolve: ({ event, chart }) => charts[chart].mainSteps.includes(event),
    }),
    ready: t.boolean({
      description: 'Whether nothing is missing but what the sender fills in.',
      resolve: ({ missing }) => missing.every(({ hint, source }) => hint || source === 'input'),
    }),
    requires: t.field({ type: [Requirement], description: 'What it lacks.', resolve: ({ missing }) => missing }),
  }),
})

/** A row as its field `actions` is read: with what the viewer's reach to it and the chart ask for, at one moment. */
type CaseRead = RowOf<'service_case'> & { department_ids: string[]; read_at: Date }
type TaskRead = RowOf<'task'> & { account_id: string; region_id: string; read_at: Date }

/** The viewer's actions on a case. */
export async function caseActions(
  row: RowOf<'service_case'>,
  { engine, viewer }: RequestContext,
): Promise<LabelledAction[]> {
  const { department_ids, read_at } = row as CaseRead
  const actions = await actionsOf(engine, engine.db, viewer, {
    subject: { kind: row.kind, caseId: row.id, taskId: null },
    snapshot: row.snapshot,
    chartVersion: row.chart_version,
    facts: { accountId: row.account_id, regionId: row.region_id, caseId: row.id, departmentIds: department_ids },
    at: read_at,
  })
  return actions.map((action) => ({ ...action, chart: row.kind }))
}

export async function taskActions(row: RowOf<'task'>, { engine, viewer }: RequestContext): Promise<LabelledAction[]> {
  const { account_id, region_id, read_at } = row as TaskRead
  const actions = await actionsOf(engine, engine.db, viewer, {
    subject: { kind: 'task', caseId: row.case_id, taskId: row.id },
    snapshot: row.snapshot,
    chartVersion: row.chart_version,
    facts: { accountId: account_id, regionId: region_id, caseId: row.case_id, departmentIds: [row.department_id] },
    at: read_at,
  })
  return actions.map((action) => ({ ...action, chart: 'task' }))
}
