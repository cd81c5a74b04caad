// What the three regions of the claim's chart are written with: its guards, and its effects as named actions.
import { and, not, or, setup, stateIn } from 'xstate'
import type { ClaimClock } from '../../schema/claim-vocabulary.ts'
import { completesStep, onLastStep } from './approvals.ts'
import type { ClaimChartEvent, ClaimContext } from './claim-context.ts'
import type { ClaimEffectName, ClaimEffects } from './claim-effects.ts'
import { claimLacks } from './claim-missing.ts'

const answering = (leaf: string) => stateIn({ handling: { open: { answering: leaf } } })

export const claimSetup = setup({
  types: {} as { context: ClaimContext; events: ClaimChartEvent; tags: 'open' | 'improving' },
  actions: {
    startClock: effect<'startClock'>(),
    stopClock: effect<'stopClock'>(),
    pauseClocks: effect<'pauseClocks'>(),
    resumeClocks: effect<'resumeClocks'>(),
    recomputeClocks: effect<'recomputeClocks'>(),
    escalate: effect<'escalate'>(),
    letter: effect<'letter'>(),
    notify: effect<'notify'>(),
    lookUpDuplicates: effect<'lookUpDuplicates'>(),
    createTask: effect<'createTask'>(),
    rejectTaskAnswer: effect<'rejectTaskAnswer'>(),
    cancelTasks: effect<'cancelTasks'>(),
    moveToTarget: effect<'moveToTarget'>(),
    returnFromTarget: effect<'returnFromTarget'>(),
    markProposal: effect<'markProposal'>(),
    survey: effect<'survey'>(),
    openVisit: effect<'openVisit'>(),
  },
  guards: {
    complete: ({ context, event }) => !claimLacks(event, context),
    nobodyApproves: ({ event }) => event.facts.proposal?.route.length === 0,
    stepGoesOn: ({ context }) => context.proposal !== null && !completesStep(context.proposal),
    stepsFollow: ({ context }) => context.proposal !== null && !onLastStep(context.proposal),
    refusalPending: ({ context }) => context.proposal !== null && context.proposal.refusal !== null,
    nothingToExecute: ({ event }) => event.facts.linesToExecute?.length === 0,
    lastLine: ({ event }) => event.type === 'executeLine' && event.facts.linesToExecute?.length === 1,
    silenceAccepts: ({ event }) => event.facts.silenceAccepts === true,
    offerAnswerPassed: ({ event }) => passed(event, 'offerAnswer'),
    customerInformationPassed: ({ event }) => passed(event, 'customerInformation'),
    sampleArrivalPassed: ({ event }) => passed(event, 'sampleArrival'),
    statusUpdatePassed: ({ event }) => passed(event, 'statusUpdate'),
    needsImprovement: ({ context, event }) => needsImprovement(context, event),
    failedBefore: ({ context }) => context.notEffective > 0,
    recorded: not(or([stateIn({ handling: 'draft' }), stateIn({ handling: 'discarded' })])),
    open: stateIn({ handling: 'open' }),
    screening: answering('screening'),
    disputed: answering('disputed'),
    mayMerge: or([answering('screening'), answering('investigation')]),
    mayWait: and([stateIn({ handling: { open: 'answering' } }), not(answering('approval'))]),
    waitingForCustomer: stateIn({ waiting: 'customer' }),
  },
})

/** An effect does nothing by itself: `step` hands its name and parameters to the engine. */
function effect<N extends ClaimEffectName>(): (_: unknown, params: ClaimEffects[N]) => void {
  return () => {}
}

function passed(event: ClaimChartEvent, clock: ClaimClock): boolean {
  return event.type === 'deadlinePassed' && event.payload.clock === clock
}

function needsImprovement(context: ClaimContext, event: ClaimChartEvent): boolean {
  if (event.type !== 'acceptForInvestigation' && event.type !== 'changeSeverity') return false
  const severity = event.payload.severity ?? context.severity
  return severity === 'major' || severity === 'critical' || event.facts.repeat === true
}
