// What is given to work on follow-ups, and the rule that opens them.
import { z } from 'zod'
import { followUpOutcomes } from '../../schema/acting-vocabulary.ts'
import { decimal, text, whole, word } from '../core/input.ts'
import { nodeId } from '../graphql/input-of.ts'

const id = nodeId('FollowUp').describe('The follow-up.')
const revision = whole(1, 1_000_000).describe('The revision that was read.')

export const recordFollowUpCallInput = z.object({
  id,
  revision,
  said: text(4_000).describe('What the respondent said.'),
})

export const closeFollowUpInput = z.object({
  id,
  revision,
  outcome: word('FollowUpOutcome', followUpOutcomes).describe('What came of it.'),
  done: text(4_000).describe('What was done.'),
})

export const assignFollowUpInput = z.object({
  id,
  revision,
  ownerId: nodeId('Person').describe('Who is to call.'),
})

export const askSilentCustomerInput = z.object({
  accountId: nodeId('Account').describe('The customer who buys and says nothing.'),
})

export const setFollowUpRuleInput = z.object({
  revision,
  detractorAtMost: whole(0, 9).describe('Readiness to recommend up to which one is called, 0 to 10.'),
  lowMark: decimal({ places: 2, min: '1', max: '5' }).describe(
    'Mark up to which one is called, on the scale 1 to 5; on other scales the mark as far from the lowest point.',
  ),
  onNo: z.boolean().describe('Whether a plain no calls for a talk.'),
  workingDays: whole(1, 60).describe('Working days in which the respondent is to be called.'),
  daysBack: whole(0, 3_650).describe('Answers given more days ago open nothing when they are taken in.'),
})
