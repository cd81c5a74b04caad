// The region `improvement` of the claim: the 8D, which may go on after the customer has been served.
import { and, assign } from 'xstate'
import { start, stop, tell } from './claim-actions.ts'
import { claimSetup } from './claim-setup.ts'

const requireImprovement = claimSetup.createStateConfig({
  on: { requireImprovement: { guard: and(['complete', 'recorded']), target: '#required', actions: tell('analyst') } },
}).on.requireImprovement

const waiveImprovement = claimSetup.createStateConfig({
  on: {
    waiveImprovement: {
      guard: 'complete',
      target: '#waived',
      actions: {
        type: 'cancelTasks',
        params: ({ event }) => ({ reason: event.type, purposes: ['improvement'] }),
      },
    },
  },
}).on.waiveImprovement

const notRequired = claimSetup.createStateConfig({
  on: {
    acceptForInvestigation: { guard: and(['complete', 'screening', 'needsImprovement']), target: '#required' },
    changeSeverity: { guard: and(['complete', 'open', 'needsImprovement']), target: '#required' },
    requireImprovement,
  },
})

const required = claimSetup.createStateConfig({
  id: 'required',
  tags: 'improving',
  on: {
    startImprovement: { guard: 'complete', target: '#rootCause' },
    merge: { guard: and(['complete', 'mayMerge']), target: '#waived' },
    withdraw: { guard: and(['complete', 'open']), target: '#waived' },
    waiveImprovement,
  },
})

const rootCause = claimSetup.createStateConfig({
  id: 'rootCause',
  tags: 'improving',
  on: { chooseActions: { guard: 'complete', target: '#actionsChosen' }, waiveImprovement },
})

const actionsChosen = claimSetup.createStateConfig({
  id: 'actionsChosen',
  tags: 'improving',
  on: {
    implementActions: { guard: 'complete', target: '#effectivenessCheck', actions: tell('analyst') },
    waiveImprovement,
  },
})

const effectivenessCheck = claimSetup.createStateConfig({
  id: 'effectivenessCheck',
  tags: 'improving',
  entry: start('effectiveness'),
  exit: stop('effectiveness'),
  on: {
    judgeEffective: { guard: 'complete', target: '#prevention', actions: tell('csLead') },
    judgeNotEffective: [
      { guard: and(['complete', 'failedBefore']), target: '#rootCause', actions: [failed(), tell('csLead')] },
      { guard: 'complete', target: '#actionsChosen', actions: [failed(), tell('csLead')] },
    ],
    waiveImprovement,
  },
})

const prevention = claimSetup.createStateConfig({
  id: 'prevention',
  tags: 'improving',
  on: { completeImprovement: { guard: 'complete', target: '#completed' }, waiveImprovement },
})

export const improvement = claimSetup.createStateConfig({
  initial: 'notRequired',
  states: {
    notRequired,
    required,
    rootCause,
    actionsChosen,
    effectivenessCheck,
    prevention,
    completed: { id: 'completed', on: { requireImprovement } },
    waived: { id: 'waived', on: { requireImprovement } },
  },
})

function failed() {
  return claimSetup.createAction(assign({ notEffective: ({ context }) => context.notEffective + 1 }))
}
