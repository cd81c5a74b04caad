// What the API takes for each event of the 8D.
import { z } from 'zod'
import { day, list, moment, text, whole } from '../core/input.ts'
import { nodeId } from '../graphql/input-of.ts'

const reason = text(2_000).describe('Why.')

const countedPeriod = z.object({
  from: day().describe('First day counted.'),
  to: day().describe('Last day counted.'),
  count: whole(0, 1_000_000).describe('What was counted.'),
})

const chosenAction = z.object({
  description: text(2_000).describe('What is to be done.'),
  ownerId: nodeId('Person').describe('Who does it.'),
  dueOn: day().describe('Until when.'),
})
const implementedAction = z.object({
  position: whole(1, 200).describe('Place of the action in its list, from 1.'),
  implementedOn: day().describe('When it was done.'),
  evidence: text(2_000).describe('What shows it.'),
})
export const improvementInputs = {
  requireImprovement: z.object({ reason }),
  startImprovement: z.object({
    team: text(2_000).describe('D1: who is in the team.'),
    description: text().describe('D2: the problem.'),
    containment: text().describe('D3: what holds it back meanwhile.'),
    ownerId: nodeId('Person').describe('Who leads the 8D.'),
    dueAt: moment().describe('Until when.'),
  }),
  chooseActions: z.object({
    occurrenceEvidence: text().describe('D4: what shows why it happened.'),
    escapeEvidence: text().describe('D4: what shows why it was not found.'),
    actions: list(chosenAction, 50).describe('D5: the actions.'),
  }),
  implementActions: z.object({ actions: list(implementedAction, 50).describe('D6: what was done.') }),
  judgeEffective: z.object({
    before: countedPeriod.describe('Before the actions.'),
    after: countedPeriod.describe('After them, over an equal period.'),
  }),
  judgeNotEffective: z.object({
    before: countedPeriod.nullish().describe('Before the actions.'),
    after: countedPeriod.nullish().describe('After them.'),
    reason: reason.nullish(),
  }),
  completeImprovement: z.object({
    prevention: text().describe('D7: standards, control plans, sister lines.'),
    thanks: text(2_000).describe('D8: thanks to the team.'),
  }),
  waiveImprovement: z.object({ reason }),
} as const
