// The parts of a claim in the graph: items, containment, shares, 8D.

import { Attachment } from '../cases/attachment-graphql.ts'
import { partsSeen } from '../cases/queries.ts'
import type { RowOf } from '../core/selection.ts'
import { relatedList, relatedOne, relatedOneOrNull } from '../core/selection-related.ts'
import { builder } from '../graphql/builder.ts'
import { answerNode, Node } from '../graphql/node.ts'
import { ContainmentOutcome } from '../graphql/words.ts'
import { Heat, Piece } from '../materials/graphql.ts'
import { Department, Person } from '../organization/graphql.ts'
import { claimItemShape, containmentShape, improvementActionShape, improvementShape, shareShape } from './queries.ts'

export const ClaimItem = builder.objectRef<RowOf<'claim_item'>>('ClaimItem').implement({
  description: 'Material that is claimed, with its defect and three masses.',
  policy: 'open',
  interfaces: [Node],
  fields: (t) => ({
    position: t.exposeInt('position', { description: 'Place in the claim, from 1.' }),
    piece: t.field({
      type: Piece,
      nullable: true,
      description: 'The coil, pack or bundle.',
      resolve: relatedOneOrNull<'piece'>(claimItemShape, 'piece'),
    }),
    heat: t.field({
      type: Heat,
      nullable: true,
      description: 'The heat, where no piece is named.',
      resolve: relatedOneOrNull<'heat'>(claimItemShape, 'heat'),
    }),
    unidentifiedReason: t.exposeString('unidentified_reason', {
      nullable: true,
      description: 'Why the material is not identified.',
    }),
    defect: t.exposeString('defect', { nullable: true, description: 'Code of the defect.' }),
    claimedMass: t.expose('claimed_mass', { type: 'Decimal', nullable: true, description: 'Claimed, in tonnes.' }),
    inspectedMass: t.expose('inspected_mass', {
      type: 'Decimal',
      nullable: true,
      description: 'Inspected, in tonnes.',
    }),
    acceptedMass: t.expose('accepted_mass', {
      type: 'Decimal',
      nullable: true,
      policy: 'internal',
      description: 'Accepted, in tonnes; null until it is decided.',
    }),
    note: t.exposeString('note', { nullable: true, policy: 'internal', description: 'What is to be known of it.' }),
    attachments: t.field({
      type: [Attachment],
      description: 'Files that show it, the newest first.',
      resolve: relatedList<'attachment', { account_id: string; region_id: string }>(claimItemShape, 'attachments'),
    }),
  }),
})

answerNode(claimItemShape, 'open', partsSeen('claim_item.case_id'))

export const Containment = builder.objectRef<RowOf<'containment'>>('Containment').implement({
  description: 'What happened to a sister piece of the claimed material.',
  policy: 'internal',
  fields: (t) => ({
    piece: t.field({
      type: Piece,
      nullable: true,
      description: 'The sister piece.',
      resolve: relatedOneOrNull<'piece'>(containmentShape, 'piece'),
    }),
    outcome: t.expose('outcome', { type: ContainmentOutcome, description: 'What happened to it.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When it was recorded.' }),
  }),
})

export const ResponsibleShare = builder.objectRef<RowOf<'responsible_share'>>('ResponsibleShare').implement({
  description: 'The share of a department in the cause.',
  policy: 'internal',
  fields: (t) => ({
    department: t.field({
      type: Department,
      description: 'The department.',
      resolve: relatedOne<'department'>(shareShape, 'department'),
    }),
    percent: t.expose('percent', { type: 'Decimal', description: 'Its share in percent.' }),
  }),
})

const ImprovementAction = builder.objectRef<RowOf<'improvement_action'>>('ImprovementAction').implement({
  description: 'An action of the 8D.',
  policy: 'internal',
  interfaces: [Node],
  fields: (t) => ({
    position: t.exposeInt('position', { description: 'Place in the list, from 1.' }),
    description: t.exposeString('description', { description: 'What is to be done.' }),
    owner: t.field({
      type: Person,
      description: 'Who does it.',
      resolve: relatedOne<'person'>(improvementActionShape, 'owner'),
    }),
    dueOn: t.expose('due_on', { type: 'Date', description: 'Until when.' }),
    implementedOn: t.expose('implemented_on', { type: 'Date', nullable: true, description: 'When it was done.' }),
    evidence: t.exposeString('evidence', { nullable: true, description: 'What shows it.' }),
  }),
})

answerNode(improvementActionShape, 'internal', partsSeen('improvement_action.case_id'))

export const Improvement = builder.objectRef<RowOf<'improvement'>>('Improvement').implement({
  description: 'The 8D of a claim.',
  policy: 'internal',
  fields: (t) => ({
    owner: t.field({
      type: Person,
      nullable: true,
      description: 'Who leads it.',
      resolve: relatedOneOrNull<'person'>(improvementShape, 'owner'),
    }),
    dueAt: t.expose('due_at', { type: 'DateTime', nullable: true, description: 'Until when.' }),
    team: t.exposeString('team', { nullable: true, description: 'D1: the team.' }),
    description: t.exposeString('description', { nullable: true, description: 'D2: the problem.' }),
    containment: t.exposeString('containment', { nullable: true, description: 'D3: what holds it back meanwhile.' }),
    occurrenceEvidence: t.exposeString('occurrence_evidence', {
      nullable: true,
      description: 'D4: what shows why it happened.',
    }),
    escapeEvidence: t.exposeString('escape_evidence', {
      nullable: true,
      description: 'D4: what shows why it was not found.',
    }),
    actions: t.field({
      type: [ImprovementAction],
      description: 'D5 and D6: actions and their implementation.',
      resolve: relatedList<'improvement_action'>(improvementShape, 'actions'),
    }),
    beforeCount: t.exposeInt('before_count', { nullable: true, description: 'What was counted before the actions.' }),
    afterCount: t.exposeInt('after_count', {
      nullable: true,
      description: 'What was counted after them, over an equal period.',
    }),
    prevention: t.exposeString('prevention', {
      nullable: true,
      description: 'D7: standards, control plans, sister lines.',
    }),
    thanks: t.exposeString('thanks', { nullable: true, description: 'D8: thanks to the team.' }),
    notEffectiveCount: t.exposeInt('not_effective_count', {
      description: 'How often the actions were judged not effective.',
    }),
  }),
})
