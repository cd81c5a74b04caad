// The states of a trial batch at the customer: waiting there, being processed, being judged.
import { assign } from 'xstate'
import { going, start, stop, tell, trialSetup } from './trial-setup.ts'

const result = trialSetup.createStateConfig({
  on: {
    recordProcessing: {
      guard: going,
      target: '#evaluation',
      actions: [
        assign({ attended: ({ context, event }) => context.attended ?? event.payload.attended ?? null }),
        tell('csLead'),
      ],
    },
    recordNotProcessed: { guard: going, target: '#evaluation', actions: tell('csLead') },
  },
}).on

export const atCustomer = trialSetup.createStateConfig({
  id: 'atCustomer',
  entry: start('trialAtCustomer'),
  exit: stop('trialAtCustomer'),
  on: {
    startProcessing: {
      guard: going,
      target: '#processing',
      actions: assign({ attended: ({ event }) => event.payload.attended }),
    },
    ...result,
  },
})

export const processing = trialSetup.createStateConfig({ id: 'processing', on: result })

export const evaluation = trialSetup.createStateConfig({
  id: 'evaluation',
  entry: start('trialEvaluation'),
  exit: [stop('trialEvaluation'), { type: 'draftRecommendations', params: {} }],
  on: {
    approveForSupply: { guard: going, target: '#adopted', actions: [tell('owner'), tell('keyCustomerManager')] },
    reject: { guard: going, target: '#rejected', actions: [tell('owner'), tell('keyCustomerManager')] },
    repeat: {
      guard: going,
      target: '#requirements',
      actions: [
        assign({
          iteration: ({ context }) => context.iteration + 1,
          failedGroups: [],
          shipped: false,
          attended: null,
        }),
        tell('owner'),
      ],
    },
  },
})
