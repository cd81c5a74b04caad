// What the API takes for each event of a task.
import { z } from 'zod'
import { catalogueCode, line, list, moment, text, whole } from '../core/input.ts'
import { nodeId } from '../graphql/input-of.ts'

const value = z.object({
  name: line(100).describe('What was measured.'),
  text: line(200).describe('As written.'),
  number: z
    .string()
    .regex(/^-?\d{1,15}(\.\d{1,8})?$/, { error: 'notADecimal' })
    .nullish()
    .describe('As a decimal number, where it is one.'),
  unit: line(30).nullish().describe('Its unit.'),
})

export const taskEventInputs = {
  accept: z.object({}),
  return: z.object({
    reason: catalogueCode().describe('Why, from the list of return reasons; the first is `notOurs`.'),
    comment: text(2_000).nullish().describe('What else is to be known.'),
  }),
  takeBack: z.object({}),
  reassign: z.object({ personId: nodeId('Person').describe('A person of the department.') }),
  redirect: z.object({
    departmentId: nodeId('Department').describe('The other department.'),
    dueAt: moment().nullish().describe('Until when; left out, the default counts anew.'),
    reason: text(2_000).nullish().describe('Why.'),
  }),
  insist: z.object({
    reason: text(2_000).describe('Why it is theirs.'),
    dueAt: moment().nullish().describe('Until when.'),
  }),
  ask: z.object({ question: text().describe('What the department needs to know.') }),
  clarify: z.object({ text: text().describe('The answer to the question.') }),
  answer: z.object({
    text: text().describe('The answer.'),
    values: list(value, 100).nullish().describe('Values measured or looked up.'),
    causeCode: catalogueCode().nullish().describe('Code of the cause that the department sees.'),
    proposedMeasure: text(2_000).nullish().describe('What the department proposes.'),
  }),
  verify: z.object({ rating: whole(1, 5).describe('How good the answer was, 1 to 5.') }),
  rejectAnswer: z.object({
    comment: text(2_000).describe('What is not enough.'),
    dueAt: moment().nullish().describe('Until when.'),
  }),
  cancel: z.object({ reason: text(2_000).describe('Why it is no longer needed.') }),
} as const
