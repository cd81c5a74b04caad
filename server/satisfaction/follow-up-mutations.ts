// What is done with follow-ups, and the rule that opens them, in the graph.
import type { Selectable } from 'kysely'
import type { FollowUpRuleRow } from '../../schema/database-acting.ts'
import { builder } from '../graphql/builder.ts'
import { command } from '../graphql/command.ts'
import type { RequestContext } from '../graphql/context.ts'
import {
  askSilentCustomer,
  assignFollowUp,
  closeFollowUp,
  recordFollowUpCall,
  setFollowUpRule,
} from './follow-up-commands.ts'
import { FollowUp } from './follow-up-graphql.ts'
import {
  askSilentCustomerInput,
  assignFollowUpInput,
  closeFollowUpInput,
  recordFollowUpCallInput,
  setFollowUpRuleInput,
} from './follow-up-inputs.ts'
import { readFollowUp } from './follow-up-queries.ts'
import { followUpRule } from './follow-up-rule-queries.ts'

command({
  name: 'recordFollowUpCall',
  description: 'Notes a talk with a respondent; the first one stops the clock.',
  action: 'followUp.work',
  input: recordFollowUpCallInput,
  success: FollowUp,
  run: async (work, input, { engine, viewer }) => ({ id: await recordFollowUpCall(work, engine, viewer, input) }),
  read: (context, info, { id }) => readFollowUp(context, info, id),
})

command({
  name: 'closeFollowUp',
  description: 'Closes a follow-up with what was done.',
  action: 'followUp.work',
  input: closeFollowUpInput,
  success: FollowUp,
  run: async (work, input, { engine, viewer }) => ({ id: await closeFollowUp(work, engine, viewer, input) }),
  read: (context, info, { id }) => readFollowUp(context, info, id),
})

command({
  name: 'assignFollowUp',
  description: 'Gives a follow-up to another person who may call the customer.',
  action: 'followUp.work',
  input: assignFollowUpInput,
  success: FollowUp,
  run: async (work, input, { viewer }) => ({ id: await assignFollowUp(work, viewer, input) }),
  read: (context, info, { id }) => readFollowUp(context, info, id),
})

command({
  name: 'askSilentCustomer',
  description: 'Opens a follow-up for a customer who buys and says nothing.',
  action: 'followUp.work',
  input: askSilentCustomerInput,
  success: FollowUp,
  run: async (work, input, { engine, viewer }) => ({ id: await askSilentCustomer(work, engine, viewer, input) }),
  read: (context, info, { id }) => readFollowUp(context, info, id),
})

const FollowUpRule = builder.objectRef<Selectable<FollowUpRuleRow>>('FollowUpRule').implement({
  description: 'Which answers open a follow-up, and in how many working days the respondent is called.',
  policy: 'internal',
  fields: (t) => ({
    detractorAtMost: t.exposeInt('detractor_at_most', {
      description: 'Readiness to recommend up to which one is called, 0 to 10.',
    }),
    lowMark: t.expose('low_mark', {
      type: 'Decimal',
      description: 'Mark up to which one is called on the scale 1 to 5; on other scales as far from the lowest point.',
    }),
    onNo: t.exposeBoolean('on_no', { description: 'Whether a plain no calls for a talk.' }),
    workingDays: t.exposeInt('working_days', { description: 'Working days in which he is to be called.' }),
    daysBack: t.exposeInt('days_back', {
      description: 'Answers given more days ago open nothing when they are taken in.',
    }),
    revision: t.exposeInt('revision', { description: 'Counts changes; a write names the one it read.' }),
    setAt: t.expose('set_at', { type: 'DateTime', nullable: true, description: 'When it was last set.' }),
  }),
})

const readRule = ({ engine }: RequestContext) => followUpRule(engine.db)

builder.queryField('followUpRule', (t) =>
  t.field({
    type: FollowUpRule,
    nullable: true,
    policy: 'internal',
    description: 'The rule in force.',
    resolve: (_root, _args, context) => readRule(context),
  }),
)

command({
  name: 'setFollowUpRule',
  description: 'Sets which answers open a follow-up; holds from the next answer on.',
  action: 'satisfaction.set',
  input: setFollowUpRuleInput,
  success: FollowUpRule,
  run: async (work, input, { engine, viewer }) => {
    await setFollowUpRule(work, engine, viewer, input)
    return {}
  },
  read: (context) => readRule(context),
})
