// The calendar of assessments of customer focus in the graph (SAT-07): what was held, who took part, what is overdue.
import { z } from 'zod'
import { assessmentAreas, assessmentMethods } from '../../schema/acting-vocabulary.ts'
import { day, line, text, whole, word } from '../core/input.ts'
import { label } from '../core/labels/label.ts'
import { Refused, refuseField } from '../core/refusal.ts'
import type { RowOf } from '../core/selection.ts'
import { relatedOneOrNull } from '../core/selection-related.ts'
import { AssessmentArea, AssessmentMethod } from '../graphql/acting-words.ts'
import { builder } from '../graphql/builder.ts'
import { command } from '../graphql/command.ts'
import { connectionOf, pageArgs } from '../graphql/connection.ts'
import { answerNode, Node } from '../graphql/node.ts'
import { Person } from '../organization/graphql.ts'
import { missingMembers, type Overdue } from './assessment-calendar.ts'
import { assessmentScope, assessmentShape, readAssessment, readAssessments, readOverdue } from './assessment-queries.ts'
import { personOf } from './follow-up-commands.ts'

const Assessment = builder.objectRef<RowOf<'assessment'>>('Assessment').implement({
  description: 'A survey made elsewhere, a focus group or a review by experts.',
  policy: 'answers',
  interfaces: [Node],
  fields: (t) => ({
    method: t.expose('method', { type: AssessmentMethod, description: 'How it was made.' }),
    methodLabel: t.string({
      description: "The same in the request's language.",
      resolve: ({ method }, _args, { language }) => label(language, 'assessmentMethod', method),
    }),
    area: t.expose('area', { type: AssessmentArea, description: 'What was assessed.' }),
    areaLabel: t.string({
      description: "The same in the request's language.",
      resolve: ({ area }, _args, { language }) => label(language, 'assessmentArea', area),
    }),
    heldOn: t.expose('held_on', { type: 'Date', description: 'When.' }),
    customers: t.exposeInt('customers', { description: 'Customers who took part.' }),
    managers: t.exposeInt('managers', { description: 'Managers who took part.' }),
    staff: t.exposeInt('staff', { description: 'Other employees who took part.' }),
    missingMembers: t.stringList({
      description:
        'Of a focus group, who is missing: it has customers, managers and staff. Empty: its composition is valid.',
      resolve: (row) => (row.method === 'focusGroup' ? missingMembers(row) : []),
    }),
    ledBy: t.exposeString('led_by', { nullable: true, description: 'Who led it, or the expert.' }),
    results: t.exposeString('results', { description: 'What came of it.' }),
    recordedBy: t.field({
      type: Person,
      nullable: true,
      description: 'Who entered it.',
      resolve: relatedOneOrNull<'person'>(assessmentShape, 'recordedBy'),
    }),
    recordedAt: t.expose('recorded_at', { type: 'DateTime', description: 'When it was entered.' }),
  }),
})
answerNode(assessmentShape, 'answers', assessmentScope)

const OverdueAssessment = builder.objectRef<Overdue>('OverdueAssessment').implement({
  description: 'An assessment that the calendar asks for and that is not there.',
  policy: 'answers',
  fields: (t) => ({
    method: t.expose('method', { type: AssessmentMethod, description: 'Which method.' }),
    missing: t.exposeString('missing', {
      nullable: true,
      description:
        'Of surveys the month without one, YYYY-MM; of focus groups the day until which one was due, null when there never was one.',
    }),
  }),
})

builder.queryField('assessments', (t) =>
  t.field({
    type: connectionOf(Assessment, 'answers'),
    nullable: true,
    description: 'Assessments besides the surveys of this product, the newest first.',
    args: pageArgs(),
    resolve: (_root, page, context, info) => readAssessments(context, info, page),
  }),
)

builder.queryField('overdueAssessments', (t) =>
  t.field({
    type: [OverdueAssessment],
    policy: 'answers',
    description: 'What is missing: a survey in each finished month of a year, a focus group in each year.',
    args: { from: t.arg({ type: 'Date', description: 'Months since this day; twelve months back unless said.' }) },
    resolve: (_root, { from }, context) => readOverdue(context, from ?? null),
  }),
)

const members = (who: string) => whole(0, 10_000).nullish().describe(`${who} who took part.`)

command({
  name: 'recordAssessment',
  description:
    'Records an assessment with who took part; a focus group without customers, managers or staff is refused.',
  action: 'assessment.record',
  input: z.object({
    method: word('AssessmentMethod', assessmentMethods).describe('How it was made.'),
    area: word('AssessmentArea', assessmentAreas).describe('What was assessed.'),
    heldOn: day().describe('When.'),
    customers: members('Customers'),
    managers: members('Managers'),
    staff: members('Other employees'),
    ledBy: line(300).nullish().describe('Who led it, or the expert from outside; a review needs it.'),
    results: text().describe('What came of it.'),
  }),
  success: Assessment,
  run: async ({ trx }, input, { engine, viewer }) => {
    const { method, area, heldOn, ledBy, results } = input
    const took = { customers: input.customers ?? 0, managers: input.managers ?? 0, staff: input.staff ?? 0 }
    const missing = method === 'focusGroup' ? missingMembers(took) : []
    if (missing.length > 0) {
      const fields = missing.map((field) => ({ field, code: 'groupIncomplete', params: {} }))
      throw new Refused({ kind: 'invalid', fields })
    }
    if (method === 'expertReview' && !ledBy) throw refuseField('ledBy', 'required')
    const { at } = await trx.selectNoFrom(engine.now().as('at')).executeTakeFirstOrThrow()
    if (heldOn > new Date(at.getTime() + 14 * 3_600_000).toISOString().slice(0, 10))
      throw refuseField('heldOn', 'inFuture')
    return trx
      .insertInto('assessment')
      .values({
        ...took,
        method,
        area,
        held_on: heldOn,
        led_by: ledBy ?? null,
        results,
        recorded_by: personOf(viewer),
        recorded_at: at,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
  },
  read: (context, info, { id }) => readAssessment(context, info, id),
})
