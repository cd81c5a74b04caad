// Cases in the graph: what a claim, a trial batch and a visit have in common.
import { Account } from '../accounts/graphql.ts'
import { accountShape } from '../accounts/queries.ts'
import { label } from '../core/labels/label.ts'
import type { RowOf } from '../core/selection.ts'
import { relatedList, relatedOne, relatedOneOrNull, relatedPage } from '../core/selection-related.ts'
import { builder } from '../graphql/builder.ts'
import { connectionOf, pageArgs } from '../graphql/connection.ts'
import type { RequestContext } from '../graphql/context.ts'
import { Node } from '../graphql/node.ts'
import { CaseKind, LinkKind, Severity } from '../graphql/words.ts'
import { Person } from '../organization/graphql.ts'
import { Action, caseActions } from './actions-graphql.ts'
import type { Mentioned } from './comment-text.ts'
import { Deadline } from './deadline-graphql.ts'
import { Case, Task } from './graph-refs.ts'
import { casePeopleSeeing } from './people-seeing.ts'
import { caseLinkShape, caseShape } from './queries.ts'
import { Comment, HistoryLine, Letter, Promised } from './records-graphql.ts'

const CaseLink = builder.objectRef<RowOf<'case_link'>>('CaseLink')

Case.implement({
  description: 'A matter of a customer that runs on a chart: a claim, a trial batch or a visit.',
  policy: 'open',
  interfaces: [Node],
  resolveType: ({ kind }) => typeNames[kind],
  fields: (t) => ({
    number: t.exposeString('number', { description: 'The number that people say: C-2026-000123.' }),
    kind: t.expose('kind', { type: CaseKind, description: 'What it is about.' }),
    title: t.exposeString('title', { description: 'One line of what happened.' }),
    language: t.exposeString('language', { description: 'Language of the customer.' }),
    severity: t.expose('severity', { type: Severity, nullable: true, description: 'How bad it is for the customer.' }),
    stateLabel: t.string({
      description: "The state in the request's language.",
      resolve: (row, _args, context) => stateLabel(context, row),
    }),
    open: t.exposeBoolean('open', { description: 'Whether it belongs on the open lists.' }),
    revision: t.exposeInt('revision', { description: 'Counts the steps; a command names the one it saw.' }),
    dueAt: t.expose('due_at', {
      type: 'DateTime',
      nullable: true,
      policy: 'internal',
      description: 'The earliest due time of its running clocks.',
    }),
    openedAt: t.expose('opened_at', { type: 'DateTime', description: 'When it was logged.' }),
    closedAt: t.expose('closed_at', { type: 'DateTime', nullable: true, description: 'When it left the open lists.' }),
    changedAt: t.expose('changed_at', { type: 'DateTime', description: 'When its state last changed.' }),
    account: t.field({
      type: Account,
      description: 'The customer.',
      resolve: relatedOne<'account'>(caseShape, 'account'),
    }),
    owner: t.field({
      type: Person,
      nullable: true,
      policy: 'internal',
      description: 'Who runs it.',
      resolve: relatedOneOrNull<'person'>(caseShape, 'owner'),
    }),
    actions: t.field({
      type: [Action],
      description: 'What the viewer can do now, the main step first.',
      resolve: (row, _args, context) => caseActions(row, context),
    }),
    tasks: t.field({
      type: [Task],
      description: 'Tasks to departments, in the order they were sent.',
      resolve: relatedList<'task'>(caseShape, 'tasks'),
    }),
    deadlines: t.field({
      type: [Deadline],
      description: 'Its clocks, those of tasks left out.',
      resolve: relatedList<'deadline'>(caseShape, 'deadlines'),
    }),
    promises: t.field({
      type: [Promised],
      description: 'What was promised to the customer.',
      resolve: relatedList<'promise'>(caseShape, 'promises'),
    }),
    letters: t.field({
      type: [Letter],
      description: 'Letters to the customer, the newest first.',
      resolve: relatedList<'letter', { account_id: string; region_id: string }>(caseShape, 'letters'),
    }),
    links: t.field({
      type: [CaseLink],
      description: 'Cases that belong with it.',
      resolve: relatedList<'case_link'>(caseShape, 'links'),
    }),
    watching: t.exposeBoolean('watching' as never, {
      description: 'Whether the viewer watches it: he hears of each change of its state.',
    }),
    watchers: t.field({
      type: [Person],
      policy: 'internal',
      description: 'Who watches it, by name; at most 50.',
      resolve: relatedList<'person'>(caseShape, 'watchers'),
    }),
    mentionable: t.field({
      type: [Person],
      policy: 'internal',
      description: 'People who may see it and can be named in a comment, by name.',
      args: {
        text: t.arg.string({ required: true, description: 'Part of a name; empty for the first by name.' }),
        first: t.arg.int({ required: true, description: 'People at the most, 1 to 50.' }),
      },
      resolve: ({ id }, args, context, info) => casePeopleSeeing(context, info, id, args),
    }),
    history: t.field({
      type: connectionOf(HistoryLine, 'internal'),
      nullable: true,
      description: 'What happened, the newest first.',
      args: pageArgs(),
      resolve: relatedPage<'history'>(caseShape, 'history'),
    }),
    comments: t.field({
      type: connectionOf(Comment, 'internal'),
      nullable: true,
      description: 'Comments to colleagues, the newest first.',
      args: pageArgs(),
      resolve: relatedPage<'comment', { mentioned: Mentioned[] }>(caseShape, 'comments'),
    }),
  }),
})

CaseLink.implement({
  description: 'A tie from one case to another.',
  policy: 'internal',
  fields: (t) => ({
    kind: t.expose('kind', { type: LinkKind, description: 'How they belong together.' }),
    at: t.expose('at', { type: 'DateTime', description: 'Since when.' }),
    case: t.field({
      type: Case,
      nullable: true,
      description: 'The other case.',
      resolve: relatedOneOrNull<'service_case'>(caseLinkShape, 'case'),
    }),
  }),
})

const typeNames = { claim: 'Claim', trialBatch: 'TrialBatch', visit: 'Visit' } as const

const stateLists = { claim: 'claimState', trialBatch: 'trialState', visit: 'visitState' } as const

function stateLabel({ language }: RequestContext, { kind, state }: RowOf<'service_case'>): string {
  return label(language, stateLists[kind], state as never)
}

export const CaseConnection = connectionOf(Case)

builder.objectField(Account, 'cases', (t) =>
  t.field({
    type: CaseConnection,
    description: 'Cases of the customer that the viewer may see, the newest first.',
    args: pageArgs(),
    resolve: relatedPage<'service_case'>(accountShape, 'cases'),
  }),
)
