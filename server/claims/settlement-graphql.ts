// The settlement of a claim in the graph: proposals with their route and approvals, lines.
import type { RouteStep } from '../../schema/json.ts'
import { label } from '../core/labels/label.ts'
import type { RowOf } from '../core/selection.ts'
import { relatedList, relatedOne, relatedOneOrNull } from '../core/selection-related.ts'
import { builder } from '../graphql/builder.ts'
import { enumOf } from '../graphql/enums.ts'
import { answerNode, Node } from '../graphql/node.ts'
import { ProposalState, SettlementKind } from '../graphql/words.ts'
import { Department, Person } from '../organization/graphql.ts'
import { ClaimItem } from './parts-graphql.ts'
import { approvalShape, approvalsSeen, lineShape, linesSeen, proposalShape, proposalsSeen } from './queries.ts'

const Decision = enumOf('ApprovalDecision', 'What an approver decided.', {
  approved: 'Approved',
  sentBack: 'Sent back',
})

const ProposalStep = builder.objectRef<RouteStep>('ProposalStep').implement({
  description: 'A step of an approval route.',
  policy: 'open',
  fields: (t) => ({
    needed: t.exposeInt('needed', { description: 'How many different people must approve.' }),
    of: t.stringList({ description: 'Words of the positions and roles that may.', resolve: (step) => step.of }),
    labels: t.stringList({
      description: "Those positions and roles in the request's language.",
      resolve: ({ of }, _args, { language }) =>
        of.map((word) =>
          word === 'csLead' || word === 'management'
            ? label(language, 'role', word)
            : label(language, 'position', word),
        ),
    }),
  }),
})

const Approval = builder.objectRef<RowOf<'approval'>>('Approval').implement({
  description: 'The decision of one approver.',
  policy: 'internal',
  interfaces: [Node],
  fields: (t) => ({
    step: t.exposeInt('step', { description: 'Step of the route, from 0.' }),
    person: t.field({
      type: Person,
      description: 'Who decided.',
      resolve: relatedOne<'person'>(approvalShape, 'person'),
    }),
    onBehalfOf: t.field({
      type: Person,
      nullable: true,
      description: 'For whom, where a deputy decided.',
      resolve: relatedOneOrNull<'person'>(approvalShape, 'onBehalfOf'),
    }),
    decision: t.expose('decision', { type: Decision, description: 'What was decided.' }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When.' }),
  }),
})

answerNode(approvalShape, 'money', approvalsSeen)

export const Proposal = builder.objectRef<RowOf<'proposal'>>('Proposal').implement({
  description: 'A settlement or a refusal as it was proposed, with its route.',
  policy: 'internal',
  interfaces: [Node],
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Number within the claim.' }),
    hash: t.exposeString('hash', { description: 'What is approved is what was seen: an approval names this.' }),
    state: t.expose('state', { type: ProposalState, description: 'What became of it.' }),
    refusal: t.exposeBoolean('refusal', { description: 'Whether it refuses the claim.' }),
    ground: t.exposeString('ground', { nullable: true, description: 'Ground of a refusal.' }),
    amountUsd: t.expose('amount_usd', {
      type: 'Decimal',
      description: 'Its amount in USD of the day, with what is already executed.',
    }),
    totalUsd: t.expose('total_usd', {
      type: 'Decimal',
      description: "With the account's other claims of the last 90 days: what the route goes by.",
    }),
    route: t.field({
      type: [ProposalStep],
      description: 'Who must approve, step by step; empty when nobody has to.',
      resolve: ({ route }) => route,
    }),
    proposedBy: t.field({
      type: Person,
      description: 'Who proposed it.',
      resolve: relatedOne<'person'>(proposalShape, 'proposedBy'),
    }),
    proposedAt: t.expose('proposed_at', { type: 'DateTime', description: 'When.' }),
    approvals: t.field({
      type: [Approval],
      description: 'Decisions so far.',
      resolve: relatedList<'approval'>(proposalShape, 'approvals'),
    }),
  }),
})

answerNode(proposalShape, 'money', proposalsSeen)

export const SettlementLine = builder.objectRef<RowOf<'settlement_line'>>('SettlementLine').implement({
  description: 'One line of a settlement.',
  policy: 'open',
  interfaces: [Node],
  fields: (t) => ({
    position: t.exposeInt('position', { description: 'Place in the settlement, from 1.' }),
    item: t.field({
      type: ClaimItem,
      nullable: true,
      description: 'The item it settles.',
      resolve: relatedOneOrNull<'claim_item'>(lineShape, 'item'),
    }),
    kind: t.expose('kind', { type: SettlementKind, description: 'What is done.' }),
    mass: t.expose('mass', { type: 'Decimal', nullable: true, description: 'Mass in tonnes.' }),
    amount: t.expose('amount', { type: 'Decimal', description: 'Amount of money.' }),
    currency: t.exposeString('currency', { description: 'Its currency.' }),
    department: t.field({
      type: Department,
      nullable: true,
      policy: 'internal',
      description: 'Who carries it out.',
      resolve: relatedOneOrNull<'department'>(lineShape, 'department'),
    }),
    ground: t.exposeString('ground', { nullable: true, description: 'Ground of a refused part.' }),
    documentNumber: t.exposeString('document_number', {
      nullable: true,
      description: 'Number of the document of its execution.',
    }),
    executedAt: t.expose('executed_at', { type: 'DateTime', nullable: true, description: 'When it was carried out.' }),
  }),
})
answerNode(lineShape, 'open', linesSeen)
