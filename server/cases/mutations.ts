// Mutations on a case that are no step of its chart.
import { sql } from 'kysely'
import { z } from 'zod'
import type { JsonObject } from '../../schema/json.ts'
import { languages } from '../../schema/vocabulary.ts'
import type { Engine } from '../core/engine.ts'
import { moment, parseInput, text, word } from '../core/input.ts'
import { readOne } from '../core/selection.ts'
import { transact } from '../core/transaction.ts'
import type { Viewer } from '../core/viewer.ts'
import type { Work } from '../core/work.ts'
import { builder } from '../graphql/builder.ts'
import { keyInput } from '../graphql/event-mutation.ts'
import { inputOf, nodeId } from '../graphql/input-of.ts'
import { answering, answerUnion } from '../graphql/refusals.ts'
import { addComment, keepPromise, linkCustomer, recordPromise, setWatching } from './commands.ts'
import { Case } from './graphql.ts'
import { caseShape, casesSeen } from './queries.ts'

const caseId = nodeId(['Claim', 'TrialBatch', 'Visit'])

const CaseWritten = builder.objectRef<{ caseId: string }>('CaseWritten').implement({
  description: 'It was written.',
  policy: 'open',
  fields: (t) => ({
    case: t.field({
      type: Case,
      nullable: true,
      description: 'The case anew.',
      resolve: ({ caseId }, _args, context, info) =>
        readOne(context, info, caseShape, sql<boolean>`service_case.id = ${caseId} and ${casesSeen(context.viewer)}`),
    }),
  }),
})
const CaseAnswer = answerUnion('CaseAnswer', CaseWritten)

const CustomerLinked = builder.objectRef<{ token: string }>('CustomerLinked').implement({
  description: 'The link for the customer; it is told once and cannot be read again.',
  policy: 'open',
  fields: (t) => ({
    token: t.exposeString('token', { description: 'Secret of the link: `Authorization: CustomerLink <token>`.' }),
  }),
})
const CustomerLinkAnswer = answerUnion('CustomerLinkAnswer', CustomerLinked)

interface Write<T extends z.ZodObject> {
  name: string
  description: string
  input: T
  run(engine: Engine, work: Work, viewer: Viewer, input: z.output<T>): Promise<{ caseId: string }>
}

function caseWrite<T extends z.ZodObject>({ name, description, input, run }: Write<T>): void {
  const type = inputOf(`${name.charAt(0).toUpperCase()}${name.slice(1)}Input`, description, input)
  builder.mutationField(name, (t) =>
    t.field({
      type: CaseAnswer,
      description,
      args: { input: t.arg({ type, required: true, description: 'What is written.' }) },
      resolve: (_root, args, { engine, viewer }) =>
        answering(async () => {
          const parsed = parseInput(input, args.input)
          const { key, ...body } = parsed as JsonObject
          return transact(engine, { viewer, name, key: typeof key === 'string' ? key : null, body }, async (work) => ({
            ...(await run(engine, work, viewer, parsed)),
          }))
        }),
    }),
  )
}

caseWrite({
  name: 'addComment',
  description: 'Adds a comment to colleagues; the customer does not see it.',
  input: z.object({
    id: caseId.describe('The case.'),
    body: text().describe('The words.'),
    language: word('Language', languages).nullish().describe('Language they are written in; English unless said.'),
    key: keyInput,
  }),
  run: (engine, work, viewer, { id, body, language }) =>
    addComment(engine, work, viewer, { caseId: id, body, language: language ?? 'en' }),
})

caseWrite({
  name: 'setWatching',
  description: 'Watches a case, or stops watching it.',
  input: z.object({
    id: caseId.describe('The case.'),
    watching: z.boolean().describe('Whether to watch it.'),
    key: keyInput,
  }),
  run: (engine, work, viewer, { id, watching }) => setWatching(engine, work, viewer, { caseId: id, watching }),
})

caseWrite({
  name: 'recordPromise',
  description: 'Records what was promised to the customer.',
  input: z.object({
    id: caseId.describe('The case.'),
    text: text(1_000).describe('What was promised.'),
    dueAt: moment().describe('Until when.'),
    key: keyInput,
  }),
  run: (engine, work, viewer, { id, text, dueAt }) => recordPromise(engine, work, viewer, { caseId: id, text, dueAt }),
})

caseWrite({
  name: 'keepPromise',
  description: 'Records that a promise was kept.',
  input: z.object({ id: nodeId('Promise').describe('The promise.'), key: keyInput }),
  run: (engine, work, viewer, { id }) => keepPromise(engine, work, viewer, { promiseId: id }),
})

const linkInput = z.object({
  id: caseId.describe('The case.'),
  contactId: nodeId('Contact').describe('The contact who gets the link.'),
})

builder.mutationField('linkCustomer', (t) =>
  t.field({
    type: CustomerLinkAnswer,
    description: 'Makes a signed link through which a contact sees and answers this one case, valid for 60 days.',
    args: {
      input: t.arg({
        type: inputOf('LinkCustomerInput', 'For whom.', linkInput),
        required: true,
        description: 'For whom.',
      }),
    },
    resolve: (_root, args, { engine, viewer }) =>
      answering(async () => {
        const { id, contactId } = parseInput(linkInput, args.input)
        // No idempotency key: its answer is kept, and a secret must not be.
        const request = { viewer, name: 'linkCustomer', key: null, body: {} }
        return transact(engine, request, (work) => linkCustomer(engine, work, viewer, { caseId: id, contactId }))
      }),
  }),
)
