// One mutation per event of a visit, each with a name a person would say.
import { sql } from 'kysely'
import { z } from 'zod'
import type { VisitEvent } from '../../schema/visit-vocabulary.ts'
import { readOne } from '../core/selection.ts'
import { builder } from '../graphql/builder.ts'
import { addressed, eventMutation, type Moved } from '../graphql/event-mutation.ts'
import { nodeId } from '../graphql/input-of.ts'
import { answerUnion } from '../graphql/refusals.ts'
import { beginVisit, sendVisitEvent, type VisitBeginning } from './commands.ts'
import { visitEventInputs, wishInput } from './event-inputs.ts'
import { Visit, type VisitRow } from './graphql.ts'
import { visitShape, visitsSeen } from './queries.ts'

const VisitMoved = builder.objectRef<Moved>('VisitMoved').implement({
  description: 'The step was taken.',
  policy: 'open',
  fields: (t) => ({
    revision: t.exposeInt('revision', { description: 'Revision of the visit after the step.' }),
    visit: t.field({
      type: Visit,
      nullable: true,
      description: 'The visit anew; null where the viewer may not see it.',
      resolve: async ({ caseId }, _args, context, info) => {
        const where = sql<boolean>`service_case.id = ${caseId} and ${visitsSeen(context.viewer)}`
        return (await readOne(context, info, visitShape, where)) as VisitRow | null
      },
    }),
  }),
})

const VisitAnswer = answerUnion('VisitAnswer', VisitMoved, ['wrongState', 'stale'])

const beginnings: Record<VisitBeginning, { name: string; description: string }> = {
  request: { name: 'requestVisit', description: 'Asks for a visit; the clock of the request begins to run.' },
  plan: { name: 'planVisit', description: 'Plans a visit that we want ourselves.' },
}

type Name = keyof typeof visitEventInputs
const mutations: Record<Name, { name: string; description: string }> = {
  triage: { name: 'triageVisit', description: 'Says what a visit is for and who goes.' },
  propose: {
    name: 'proposeVisitDate',
    description: 'Proposes a date to the customer; refused where one of us is elsewhere.',
  },
  confirm: { name: 'confirmVisit', description: 'The customer agrees to the date.' },
  counterPropose: { name: 'counterProposeVisit', description: 'The customer wants another date.' },
  prepare: { name: 'prepareVisit', description: 'Prepares the visit: the dossier is made.' },
  begin: { name: 'beginVisit', description: 'Begins the visit; the clock of the request stops.' },
  finish: { name: 'finishVisit', description: 'The visit is over; the report is to be written.' },
  submitReport: { name: 'submitVisitReport', description: 'Submits the report in ten blocks with its findings.' },
  returnReport: { name: 'returnVisitReport', description: 'Sends the report back to its writer.' },
  confirmFinding: {
    name: 'confirmVisitFinding',
    description: "Closes a finding by the customer's dated confirmation.",
  },
  close: { name: 'closeVisit', description: 'Closes the visit; the customer is asked for his opinion.' },
  reopen: { name: 'reopenVisit', description: 'Reopens a closed visit.' },
  postpone: { name: 'postponeVisit', description: 'Puts the visit off to a new date.' },
  recordNoShow: { name: 'recordVisitNoShow', description: 'Records that somebody did not come.' },
  cancel: { name: 'cancelVisit', description: 'Calls the visit off.' },
  decline: { name: 'declineVisit', description: 'Refuses the visit, with a letter.' },
  reassign: { name: 'reassignVisit', description: 'Gives the visit to another owner.' },
} satisfies Partial<Record<VisitEvent, { name: string; description: string }>>

for (const event of ['request', 'plan'] as const) {
  eventMutation(VisitAnswer, {
    ...beginnings[event],
    action: `visit.${event}`,
    input: z.object(wishInput.shape),
    run: ({ engine, viewer }, work, payload) => beginVisit(engine, work, viewer, event, payload as never),
  })
}

for (const event of Object.keys(mutations) as Name[]) {
  eventMutation(VisitAnswer, {
    ...mutations[event],
    action: `visit.${event}`,
    input: z.object({ ...addressed(nodeId('Visit'), 'visit'), ...visitEventInputs[event].shape }),
    run: ({ engine, viewer }, work, { id, revision, ...payload }) =>
      sendVisitEvent(engine, work, {
        caseId: String(id),
        revision: Number(revision),
        event,
        payload: payload as never,
        viewer,
        at: null,
      }),
  })
}
