// Links given to customers in the graph: who has one to a case, when it was last opened; given and taken back.
import { z } from 'zod'
import { Contact } from '../accounts/graphql.ts'
import { contactShape } from '../accounts/queries.ts'
import { parseInput } from '../core/input.ts'
import { can } from '../core/permissions.ts'
import type { RowOf } from '../core/selection.ts'
import { relatedList, relatedOneOrNull } from '../core/selection-related.ts'
import { hang, list, one, shape } from '../core/selection-shape.ts'
import { transact } from '../core/transaction.ts'
import { builder } from '../graphql/builder.ts'
import { command } from '../graphql/command.ts'
import { inputOf, nodeId } from '../graphql/input-of.ts'
import { answerNode, Node } from '../graphql/node.ts'
import { answering, answerUnion } from '../graphql/refusals.ts'
import { Person } from '../organization/graphql.ts'
import { personShape } from '../organization/queries.ts'
import { linkCustomer, takeLinksBack } from './commands.ts'
import { Case } from './graph-refs.ts'
import { CaseAnswer } from './mutations.ts'
import { caseShape, partsSeen } from './queries.ts'
import { ofCase } from './record-shapes.ts'

type LinkRow = RowOf<'customer_link'> & { account_id: string; region_id: string }

const customerLinkShape = shape('CustomerLink', 'customer_link', {
  always: [ofCase('account_id'), ofCase('region_id')],
  fields: {
    contact: one(() => contactShape, 'contact_id'),
    createdBy: one(() => personShape, 'created_by'),
    createdAt: 'created_at',
    expiresAt: 'expires_at',
    lastOpenedAt: 'last_opened_at',
    revokedAt: 'revoked_at',
    revokedBy: one(() => personShape, 'revoked_by'),
    byLetter: 'letter_id',
  },
})
hang(
  caseShape,
  'customerLinks',
  list(() => customerLinkShape, 'case_id', { order: { columns: ['created_at', 'id'], direction: 'desc' }, limit: 50 }),
)

const CustomerLink = builder.objectRef<LinkRow>('CustomerLink').implement({
  description:
    'A link by which a contact of the customer reaches one case without signing in; its secret is kept nowhere.',
  policy: 'contract',
  interfaces: [Node],
  facts: ({ account_id, region_id }) => ({ accountId: account_id, regionId: region_id }),
  fields: (t) => ({
    contact: t.field({
      type: Contact,
      nullable: true,
      description: 'Who has it.',
      resolve: relatedOneOrNull<'contact', { region_id: string }>(customerLinkShape, 'contact'),
    }),
    byLetter: t.boolean({
      description: 'Whether a letter carried it.',
      resolve: ({ letter_id }) => letter_id !== null,
    }),
    createdBy: t.field({
      type: Person,
      nullable: true,
      description: 'Who gave it; null for one that a letter carried.',
      resolve: relatedOneOrNull<'person'>(customerLinkShape, 'createdBy'),
    }),
    createdAt: t.expose('created_at', { type: 'DateTime', description: 'When it was given.' }),
    expiresAt: t.expose('expires_at', { type: 'DateTime', description: 'Until when it opens the case.' }),
    lastOpenedAt: t.expose('last_opened_at', {
      type: 'DateTime',
      nullable: true,
      description: 'When a page was last opened by it; null where it never was.',
    }),
    revokedAt: t.expose('revoked_at', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was taken back; null where it was not.',
    }),
    revokedBy: t.field({
      type: Person,
      nullable: true,
      description: 'Who took it back.',
      resolve: relatedOneOrNull<'person'>(customerLinkShape, 'revokedBy'),
    }),
  }),
})
answerNode(customerLinkShape, 'contract', partsSeen('customer_link.case_id'))

builder.interfaceField(Case, 'customerLinks', (t) =>
  t.field({
    type: [CustomerLink],
    description: 'The last fifty links to it that customers were given, the newest first.',
    resolve: relatedList<'customer_link', { account_id: string; region_id: string }>(caseShape, 'customerLinks'),
  }),
)

type CaseRow = RowOf<'service_case'>

builder.interfaceField(Case, 'mayLinkCustomer', (t) =>
  t.boolean({
    description: 'Whether the viewer may give links to it, and take them back.',
    resolve: (row, _args, { viewer }) => {
      const { account_id: accountId, region_id: regionId } = row as CaseRow
      return can(viewer, 'case.linkCustomer', { accountId, regionId }) !== null
    },
  }),
)

const CustomerLinked = builder.objectRef<{ token: string }>('CustomerLinked').implement({
  description: 'The link for the customer; it is told once and cannot be read again.',
  policy: 'open',
  fields: (t) => ({
    token: t.exposeString('token', { description: 'Secret of the link: `Authorization: CustomerLink <token>`.' }),
  }),
})
const CustomerLinkAnswer = answerUnion('CustomerLinkAnswer', CustomerLinked)

const caseId = nodeId(['Claim', 'TrialBatch', 'Visit']).describe('The case.')

const linkInput = z.object({
  id: caseId,
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
    resolve: (_root, args, context) =>
      answering({ name: 'linkCustomer', context }, async () => {
        const { engine, viewer } = context
        const { id, contactId } = parseInput(linkInput, args.input)
        // No idempotency key: its answer is kept, and a secret must not be.
        const request = { viewer, name: 'linkCustomer', key: null, body: {} }
        return transact(engine, request, (work) => linkCustomer(engine, work, viewer, { caseId: id, contactId }))
      }),
  }),
)

command({
  name: 'revokeCustomerLinks',
  action: 'case.linkCustomer',
  description: 'Takes links of a case back: from the next request on they open nothing.',
  input: z.object({
    id: caseId,
    linkIds: z.array(nodeId('CustomerLink')).max(50).describe('The links.'),
  }),
  success: CaseAnswer,
  run: (work, { id, linkIds }, { engine, viewer }) => takeLinksBack(engine, work, viewer, { caseId: id, linkIds }),
  read: (_context, _info, written) => written,
})
