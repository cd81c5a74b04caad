// The statechart of a visit: arranging it, holding it, reporting and following up.
import { assign } from 'xstate'
import { newVisit } from './visit-context.ts'
import { start, stop, tell, visitSetup } from './visit-setup.ts'

const begun = visitSetup.createStateConfig({
  on: {
    request: {
      guard: 'complete',
      target: '#requested',
      actions: [
        assign({ origin: 'request', incoming: ({ event }) => event.payload.incoming ?? false }),
        start('visitRequest'),
        start('visitFirstAnswer'),
        tell('csLead'),
        tell('keyCustomerManager'),
      ],
    },
    plan: {
      guard: 'complete',
      target: '#requested',
      actions: assign({ origin: 'plan', incoming: ({ event }) => event.payload.incoming ?? false }),
    },
  },
}).on

/** The way back to a new date; the clock of the request goes on as it is. */
const putOff = visitSetup.createStateConfig({
  on: {
    postpone: {
      guard: 'complete',
      target: '#triaged',
      actions: [
        assign({ postponements: ({ context }) => context.postponements + 1 }),
        tell('engineer'),
        { type: 'letter', params: { kind: 'visitPostponed' } },
      ],
    },
    recordNoShow: {
      guard: 'complete',
      target: '#triaged',
      actions: [assign({ postponements: ({ context }) => context.postponements + 1 }), tell('csLead')],
    },
  },
}).on

/** Where a date was proposed, the customer hears that it does not hold. */
const calledOff = visitSetup.createStateConfig({
  on: {
    cancel: {
      guard: 'complete',
      target: '#cancelled',
      actions: [tell('engineer'), tell('owner'), { type: 'letter', params: { kind: 'visitCalledOff' } }],
    },
  },
}).on

const requested = visitSetup.createStateConfig({
  id: 'requested',
  on: {
    triage: {
      guard: 'complete',
      target: '#triaged',
      actions: [
        assign({ incoming: ({ context, event }) => context.incoming || event.payload.purpose === 'incoming' }),
        tell('engineer'),
      ],
    },
  },
})

const triaged = visitSetup.createStateConfig({
  id: 'triaged',
  on: {
    propose: {
      guard: 'complete',
      target: '#proposed',
      actions: [
        stop('visitFirstAnswer'),
        assign({
          hostId: ({ event }) => event.payload.hostId ?? null,
          room: ({ event }) => event.payload.room ?? null,
        }),
        { type: 'letter', params: { kind: 'visitProposal' } },
      ],
    },
  },
})

const proposed = visitSetup.createStateConfig({
  id: 'proposed',
  on: {
    confirm: {
      guard: 'complete',
      target: '#confirmed',
      actions: [
        assign({
          hostId: ({ context, event }) => event.payload.hostId ?? context.hostId,
          room: ({ context, event }) => event.payload.room ?? context.room,
        }),
        tell('engineer'),
      ],
    },
    counterPropose: { guard: 'complete', target: '#triaged', actions: tell('engineer') },
    ...putOff,
    ...calledOff,
  },
})

const confirmed = visitSetup.createStateConfig({
  id: 'confirmed',
  on: { prepare: { guard: 'complete', target: '#prepared' }, ...putOff, ...calledOff },
})

const prepared = visitSetup.createStateConfig({
  id: 'prepared',
  on: { begin: { guard: 'complete', target: '#underway' }, ...putOff, ...calledOff },
})

/** The request is met when the visit begins; it is not asked again when it is put off from there. */
const arranging = visitSetup.createStateConfig({
  initial: 'requested',
  exit: [stop('visitRequest'), stop('visitFirstAnswer')],
  on: {
    cancel: { guard: 'complete', target: '#cancelled', actions: [tell('engineer'), tell('owner')] },
    decline: {
      guard: 'complete',
      target: '#declined',
      actions: [
        { type: 'letter', params: ({ event }) => ({ kind: 'visitDeclined', body: event.payload.letter }) },
        tell('owner'),
      ],
    },
  },
  states: { requested, triaged, proposed, confirmed, prepared },
})

const underway = visitSetup.createStateConfig({
  id: 'underway',
  on: { finish: { guard: 'complete', target: '#reporting' }, ...putOff },
})

const reporting = visitSetup.createStateConfig({
  id: 'reporting',
  entry: start('visitReport'),
  exit: stop('visitReport'),
  on: {
    submitReport: { guard: 'complete', target: '#followUp', actions: [tell('keyCustomerManager'), tell('csLead')] },
  },
})

const followUp = visitSetup.createStateConfig({
  id: 'followUp',
  entry: start('visitFollowUp'),
  exit: stop('visitFollowUp'),
  on: {
    returnReport: { guard: 'complete', target: '#reporting', actions: tell('engineer') },
    confirmFinding: { guard: 'complete', actions: tell('owner') },
    close: { guard: 'complete', target: '#closed', actions: { type: 'survey', params: {} } },
  },
})

const open = visitSetup.createStateConfig({
  tags: 'open',
  initial: 'arranging',
  on: { reassign: { guard: 'complete', actions: tell('owner') } },
  states: { arranging, underway, reporting, followUp },
})

export const visitMachine = visitSetup.createMachine({
  id: 'visit',
  context: newVisit,
  initial: 'draft',
  on: {
    deadlinePassed: {
      guard: 'recorded',
      actions: { type: 'escalate', params: ({ event }) => ({ clock: event.payload.clock }) },
    },
  },
  states: {
    draft: { on: begun },
    open,
    closed: { id: 'closed', on: { reopen: { guard: 'complete', target: '#followUp', actions: tell('owner') } } },
    cancelled: { id: 'cancelled' },
    declined: { id: 'declined' },
  },
})
