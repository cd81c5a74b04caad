// Tasks between offices in the graph.
import type { TaskValue } from '../../schema/json.ts'
import { label } from '../core/labels/label.ts'
import { relatedList, relatedOne, relatedOneOrNull } from '../core/selection-related.ts'
import { builder } from '../graphql/builder.ts'
import { answerNode, Node } from '../graphql/node.ts'
import { TaskPurpose, TaskState } from '../graphql/words.ts'
import { Department, Person } from '../organization/graphql.ts'
import { Action, taskActions } from './actions-graphql.ts'
import { Deadline } from './deadline-graphql.ts'
import { Case, Task } from './graph-refs.ts'
import { taskShape, tasksSeen } from './queries.ts'
import { HistoryLine } from './records-graphql.ts'

Task.implement({
  description: 'A question or an order from one office to a department.',
  policy: 'internal',
  interfaces: [Node],
  fields: (t) => ({
    number: t.exposeString('number', { description: 'The number that people say: T-2026-000123.' }),
    case: t.field({
      type: Case,
      description: 'The case it belongs to.',
      resolve: relatedOne<'service_case'>(taskShape, 'case'),
    }),
    purpose: t.expose('purpose', { type: TaskPurpose, description: 'What it is for.' }),
    department: t.field({
      type: Department,
      description: 'Who is asked.',
      resolve: relatedOne<'department'>(taskShape, 'department'),
    }),
    question: t.exposeString('question', { description: 'What is asked.' }),
    language: t.exposeString('language', { description: 'Language of the question.' }),
    state: t.expose('state', { type: TaskState, description: 'Where it stands.' }),
    stateLabel: t.string({
      description: "The state in the request's language.",
      resolve: ({ state }, _args, { language }) => label(language, 'taskState', state),
    }),
    open: t.exposeBoolean('open', { description: 'Whether somebody still has to act on it.' }),
    revision: t.exposeInt('revision', { description: 'Counts its steps.' }),
    sender: t.field({ type: Person, description: 'Who asked.', resolve: relatedOne<'person'>(taskShape, 'sender') }),
    responder: t.field({
      type: Person,
      nullable: true,
      description: 'Who answers.',
      resolve: relatedOneOrNull<'person'>(taskShape, 'responder'),
    }),
    dueAt: t.expose('due_at', { type: 'DateTime', nullable: true, description: 'When its running clock is due.' }),
    answer: t.exposeString('answer', { nullable: true, description: 'The answer.' }),
    values: t.field({
      type: [Measured],
      description: 'Values given with the answer.',
      resolve: ({ answer_values }) => answer_values ?? [],
    }),
    causeCode: t.exposeString('cause_code', {
      nullable: true,
      description: 'Code of the cause that the department sees.',
    }),
    proposedMeasure: t.exposeString('proposed_measure', {
      nullable: true,
      description: 'What the department proposes.',
    }),
    rating: t.exposeInt('rating', { nullable: true, description: 'How the sender rated the answer, 1 to 5.' }),
    sentAt: t.expose('sent_at', { type: 'DateTime', description: 'When it was sent.' }),
    answeredAt: t.expose('answered_at', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was last answered.',
    }),
    closedAt: t.expose('closed_at', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was done or cancelled.',
    }),
    actions: t.field({
      type: [Action],
      description: 'What the viewer can do now.',
      resolve: (row, _args, context) => taskActions(row, context),
    }),
    deadlines: t.field({
      type: [Deadline],
      description: 'Its clocks.',
      resolve: relatedList<'deadline'>(taskShape, 'deadlines'),
    }),
    history: t.field({
      type: [HistoryLine],
      description: 'What happened to it, the newest first.',
      resolve: relatedList<'history'>(taskShape, 'history'),
    }),
  }),
})
answerNode(taskShape, 'internal', tasksSeen)

const Measured = builder.objectRef<TaskValue>('MeasuredValue').implement({
  description: 'A value that a department measured or looked up.',
  policy: 'open',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What was measured.' }),
    text: t.exposeString('text', { description: 'As written.' }),
    number: t.expose('number', { type: 'Decimal', nullable: true, description: 'As a number, where it is one.' }),
    unit: t.exposeString('unit', { nullable: true, description: 'Its unit.' }),
  }),
})
