// The group `answering` of the claim: screening, investigation, decision, approval and dispute.
import { and, assign, enqueueActions } from 'xstate'
import { accepted, proposed, refused, start, stop, tell } from './claim-actions.ts'
import { approval } from './claim-approval.ts'
import { investigation } from './claim-investigation.ts'
import { claimSetup } from './claim-setup.ts'
import { isAfter } from './moments.ts'

const screening = claimSetup.createStateConfig({
  id: 'screening',
  entry: start('screen'),
  exit: stop('screen'),
  on: {
    amend: { guard: 'complete' },
    acceptForInvestigation: {
      guard: 'complete',
      target: '#collecting',
      actions: [
        enqueueActions(({ context, event, enqueue }) => {
          const { severity } = event.payload
          if (severity !== context.severity) enqueue({ type: 'recomputeClocks', params: { severity } })
          enqueue.assign({ severity })
        }),
        tell('analyst'),
      ],
    },
    declineFormally: refused,
    merge: { guard: 'complete', target: '#merged' },
  },
})

const decision = claimSetup.createStateConfig({
  id: 'decision',
  on: {
    propose: [
      {
        guard: and(['complete', 'nobodyApproves']),
        target: '#offered',
        actions: assign(({ context, event }) => proposed(context, event, null)),
      },
      {
        guard: 'complete',
        target: '#approval',
        actions: assign(({ context, event }) => proposed(context, event, null)),
      },
    ],
    returnToInvestigation: { guard: 'complete', target: '#collecting', actions: tell('analyst') },
    declineFormally: refused,
  },
})

const disputed = claimSetup.createStateConfig({
  id: 'disputed',
  on: {
    reinvestigate: { guard: 'complete', target: '#collecting', actions: tell('analyst') },
    reviseOffer: { guard: 'complete', target: '#decision' },
    customerAccepts: accepted,
    closeDisputed: {
      guard: 'complete',
      target: '#closedDisputed',
      actions: assign({
        offerOpenUntil: ({ context, event }) => (context.offerStands ? (event.payload.offerOpenUntil ?? null) : null),
      }),
    },
  },
})

export const answering = claimSetup.createStateConfig({
  initial: 'screening',
  entry: {
    type: 'startClock',
    params: ({ context: { promisedAnswerAt }, event }) =>
      promisedAnswerAt !== null && isAfter(promisedAnswerAt, event.at)
        ? { clock: 'answer', notAfter: promisedAnswerAt }
        : { clock: 'answer' },
  },
  exit: stop('answer'),
  on: {
    deadlinePassed: {
      guard: and(['customerInformationPassed', 'waitingForCustomer']),
      target: '#lapsed',
      actions: { type: 'letter', params: { kind: 'lapsed' } },
    },
  },
  states: { screening, investigation, decision, approval, disputed },
})
