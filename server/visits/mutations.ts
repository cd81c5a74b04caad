// One mutation per event of a visit, each with a name a person would say.
import { z } from 'zod'
import type { VisitEvent } from '../../schema/visit-vocabulary.ts'
import { chartMutations, type Named } from '../cases/chart-mutations.ts'
import { beginVisit, sendVisitEvent } from './commands.ts'
import { visitEventInputs, wishInput } from './event-inputs.ts'
import { Visit } from './graphql.ts'
import { visitShape, visitsSeen } from './queries.ts'

const events: Record<keyof typeof visitEventInputs, Named> = {
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

chartMutations({
  kind: 'visit',
  prefix: 'Visit',
  thing: 'visit',
  type: Visit,
  shape: visitShape,
  seen: visitsSeen,
  beginnings: {
    request: {
      name: 'requestVisit',
      description: 'Asks for a visit; the clock of the request begins to run.',
      input: wishInput,
      run: (engine, work, viewer, payload) => beginVisit(engine, work, viewer, 'request', payload),
    },
    plan: {
      name: 'planVisit',
      description: 'Plans a visit that we want ourselves.',
      input: z.object(wishInput.shape),
      run: (engine, work, viewer, payload) => beginVisit(engine, work, viewer, 'plan', payload),
    },
  },
  events,
  inputs: visitEventInputs,
  send: sendVisitEvent,
})
