// Actions and transitions that several states of the claim share.
import { and, assign, enqueueActions } from 'xstate'
import type { ClaimClock } from '../../schema/claim-vocabulary.ts'
import type { ClaimChartEvent, ClaimContext } from './claim-context.ts'
import type { ClaimParty } from './claim-effects.ts'
import { claimSetup } from './claim-setup.ts'
import { daysBetween } from './moments.ts'

const surveyPause = 30

export const start = (clock: ClaimClock) => ({ type: 'startClock', params: { clock } }) as const

export const stop = (clock: ClaimClock) => ({ type: 'stopClock', params: { clock } }) as const

/** Tells the party that the event has happened. */
export const tell = (who: ClaimParty) =>
  ({ type: 'notify', params: ({ event }: { event: ClaimChartEvent }) => ({ who, what: event.type }) }) as const

/** The case has ended: tasks that only serve its handling are no longer needed; begun improvement goes on. */
export const cancelTasks = {
  type: 'cancelTasks',
  params: ({ event }: { event: ClaimChartEvent }) => ({
    reason: event.type,
    purposes: ['investigation' as const, 'settlement' as const],
  }),
} as const

export const markEnd = claimSetup.createAction(assign({ endedAt: ({ event }) => event.at }))

export const forgetEnd = claimSetup.createAction(assign({ endedAt: null }))

/** A survey, unless one was queued within the last 30 days. */
export const survey = claimSetup.createAction(
  enqueueActions(({ context, event, enqueue }) => {
    if (context.surveyedAt !== null && daysBetween(context.surveyedAt, event.at) < surveyPause) return
    enqueue({ type: 'survey', params: {} })
    enqueue.assign({ surveyedAt: event.at })
  }),
)

/** A proposal that does not become an offer or a refusal. */
export const setAside = (state: 'sentBack' | 'withdrawn') =>
  claimSetup.createAction(
    enqueueActions(({ context, enqueue }) => {
      if (context.proposal === null) return
      enqueue({ type: 'markProposal', params: { number: context.proposal.number, state } })
      enqueue.assign({ proposal: null })
    }),
  )

/** The customer takes the offer: its lines are to be executed, if it has any. */
export const accepted = claimSetup.createStateConfig({
  on: {
    customerAccepts: [
      { guard: and(['complete', 'nothingToExecute']), target: '#closing', actions: tell('owner') },
      { guard: 'complete', target: '#settlement', actions: tell('owner') },
    ],
  },
}).on.customerAccepts

/** A formal refusal goes through the same route as an offer. */
export const refused = claimSetup.createStateConfig({
  on: {
    declineFormally: [
      {
        guard: and(['complete', 'nobodyApproves']),
        target: '#declined',
        actions: assign(({ context, event }) => proposed(context, event, event.payload.letter)),
      },
      {
        guard: 'complete',
        target: '#approval',
        actions: assign(({ context, event }) => proposed(context, event, event.payload.letter)),
      },
    ],
  },
}).on.declineFormally

/** What the chart remembers of a new proposal; `refusal` is the letter of a formal refusal. */
export function proposed(context: ClaimContext, event: ClaimChartEvent, refusal: string | null): Partial<ClaimContext> {
  const { proposal } = event.facts
  if (!proposal) throw new Error(`${event.type} was recorded without its proposal`)
  const { number, hash, route } = proposal
  return {
    proposal: { number, hash, route, refusal, proposedBy: event.by, step: 0, approvals: [] },
    proposers: context.proposers.includes(event.by) ? context.proposers : [...context.proposers, event.by],
  }
}
