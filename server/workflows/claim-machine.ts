// The claim's statechart: three regions, and the root that escalates every passed clock no region takes.
import { newClaim } from './claim-context.ts'
import { handling } from './claim-handling.ts'
import { improvement } from './claim-improvement.ts'
import { claimSetup } from './claim-setup.ts'
import { waiting } from './claim-waiting.ts'

export const claimMachine = claimSetup.createMachine({
  id: 'claim',
  type: 'parallel',
  context: newClaim,
  on: {
    deadlinePassed: {
      guard: 'recorded',
      actions: {
        type: 'escalate',
        params: ({ event: { payload } }) => ({
          clock: payload.clock,
          ...(payload.lineId ? { lineId: payload.lineId } : {}),
        }),
      },
    },
  },
  states: { handling, waiting, improvement },
})
