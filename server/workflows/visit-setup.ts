// What the chart of the visit is written with: its guards, its effects, and actions that states share.
import { not, setup, stateIn } from 'xstate'
import type { VisitClock } from '../../schema/visit-vocabulary.ts'
import type { VisitChartEvent, VisitContext } from './visit-context.ts'
import type { VisitEffectName, VisitEffects, VisitParty } from './visit-effects.ts'
import { visitLacks } from './visit-missing.ts'

export const visitSetup = setup({
  types: {} as { context: VisitContext; events: VisitChartEvent; tags: 'open' },
  actions: {
    startClock: effect<'startClock'>(),
    stopClock: effect<'stopClock'>(),
    escalate: effect<'escalate'>(),
    letter: effect<'letter'>(),
    notify: effect<'notify'>(),
    survey: effect<'survey'>(),
  },
  guards: {
    complete: ({ context, event }) => !visitLacks(event, context),
    recorded: not(stateIn('draft')),
  },
})

export function start(clock: VisitClock) {
  return { type: 'startClock', params: { clock } } as const
}

export function stop(clock: VisitClock) {
  return { type: 'stopClock', params: { clock } } as const
}

export function tell(who: VisitParty) {
  return { type: 'notify', params: ({ event }: { event: VisitChartEvent }) => ({ who, what: event.type }) } as const
}

/** An effect does nothing by itself: `step` hands its name and parameters to the engine. */
function effect<N extends VisitEffectName>(): (_: unknown, params: VisitEffects[N]) => void {
  return () => {}
}
