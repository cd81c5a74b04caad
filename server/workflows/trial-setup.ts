// What the two regions of the trial batch's chart are written with: its guards, its effects, and actions that states share.
import { and, not, setup, stateIn } from 'xstate'
import type { TrialClock } from '../../schema/trial-vocabulary.ts'
import type { TrialChartEvent, TrialContext } from './trial-context.ts'
import type { TrialEffectName, TrialEffects, TrialParty } from './trial-effects.ts'
import { trialLacks } from './trial-missing.ts'

export const trialSetup = setup({
  types: {} as { context: TrialContext; events: TrialChartEvent; tags: 'open' },
  actions: {
    startClock: effect<'startClock'>(),
    stopClock: effect<'stopClock'>(),
    pauseClocks: effect<'pauseClocks'>(),
    resumeClocks: effect<'resumeClocks'>(),
    escalate: effect<'escalate'>(),
    letter: effect<'letter'>(),
    notify: effect<'notify'>(),
    createTask: effect<'createTask'>(),
    cancelTasks: effect<'cancelTasks'>(),
    draftRecommendations: effect<'draftRecommendations'>(),
  },
  guards: {
    complete: ({ context, event }) => !trialLacks(event, context),
    running: stateIn({ pace: 'running' }),
    open: stateIn({ course: 'open' }),
    belowLimit: ({ event }) => event.facts.cost?.within === true,
    recorded: not(stateIn({ course: 'draft' })),
  },
})

/** Every event but `cancel` asks that the trial is not on hold. */
export const going = and(['complete', 'running'] as const)

export const start = (clock: TrialClock) => ({ type: 'startClock', params: { clock } }) as const

export const stop = (clock: TrialClock) => ({ type: 'stopClock', params: { clock } }) as const

/** Tells the party that the event has happened. */
export const tell = (who: TrialParty) =>
  ({ type: 'notify', params: ({ event }: { event: TrialChartEvent }) => ({ who, what: event.type }) }) as const

/** An effect does nothing by itself: `step` hands its name and parameters to the engine. */
function effect<N extends TrialEffectName>(): (_: unknown, params: TrialEffects[N]) => void {
  return () => {}
}
