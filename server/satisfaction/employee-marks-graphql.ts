// Marks of single people of the works in the graph: for leads and management, and for everybody his own.
import { mayRead } from '../core/permissions.ts'
import { builder } from '../graphql/builder.ts'
import { globalId } from '../graphql/node.ts'
import { type EmployeeMarksRow, readEmployeeMarks } from './employee-marks-queries.ts'

const EmployeeMarks = builder.objectRef<EmployeeMarksRow>('EmployeeMarks').implement({
  description: 'What customers said of one person of the works after a contact; nothing below five answers.',
  policy: 'staffMarks',
  facts: ({ personId }) => ({ personId }),
  fields: (t) => ({
    personId: t.id({ description: 'The person.', resolve: ({ personId }) => globalId('Person', personId) }),
    name: t.exposeString('name', { description: 'Name of the person.' }),
    n: t.exposeInt('n', { description: 'Answers.' }),
    mean: t.exposeFloat('mean', {
      nullable: true,
      description: 'Mean mark on the scale 1 to 10; null below five answers.',
    }),
    resolved: t.exposeFloat('resolved', {
      nullable: true,
      description: 'Share who say that all questions were resolved, 0 to 1; partly counts half.',
    }),
    again: t.exposeFloat('again', {
      nullable: true,
      description: 'Share who would work with the person again, 0 to 1; partly counts half.',
    }),
    deviation: t.exposeFloat('deviation', {
      nullable: true,
      policy: 'figures',
      description: "Own mean less the plain mean of the colleagues' means, of those with five answers.",
    }),
    flagged: t.exposeBoolean('flagged', {
      nullable: true,
      policy: 'figures',
      description: 'Below −1.5, which is a reason for a talk (defaults of the product).',
    }),
  }),
})

builder.queryField('employeeMarks', (t) =>
  t.field({
    type: [EmployeeMarks],
    description:
      'Marks of people after a contact, of twelve months: for leads and management all, for others their own.',
    args: { since: t.arg({ type: 'DateTime', description: 'Of answers since then.' }) },
    resolve: (_root, { since }, context) =>
      mayRead(context.viewer, 'staffMarks') ? readEmployeeMarks(context, since ?? null) : [],
  }),
)
