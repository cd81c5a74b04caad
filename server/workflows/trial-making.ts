// The states of a trial batch at the works and on its way: production, inspection, what does not conform, shipment.
import { assign } from 'xstate'
import { deviations } from './trial-conformity.ts'
import { measuredValues } from './trial-rules-making.ts'
import { going, start, stop, tell, trialSetup } from './trial-setup.ts'

const giveUp = trialSetup.createStateConfig({
  on: { stop: { guard: going, target: '#stopped', actions: [tell('owner'), tell('csLead')] } },
}).on

export const production = trialSetup.createStateConfig({
  id: 'production',
  entry: [start('trialProduction'), assign({ failedGroups: [] })],
  exit: stop('trialProduction'),
  on: { produced: { guard: going, target: '#inspection', actions: tell('laboratory') }, ...giveUp },
})

export const inspection = trialSetup.createStateConfig({
  id: 'inspection',
  entry: start('trialInspection'),
  exit: stop('trialInspection'),
  on: {
    pass: { guard: going, target: '#shipment', actions: [assign({ failedGroups: [] }), tell('logistics')] },
    fail: {
      guard: going,
      target: '#nonConforming',
      actions: [
        assign({
          failedGroups: ({ event: { payload, facts } }) => {
            const { requirements = [], certificateValues = [] } = facts
            const values = measuredValues(payload.measurements ?? [], certificateValues)
            return [...new Set(deviations(requirements, values).map(({ requirement }) => requirement.group))]
          },
        }),
        tell('production'),
        tell('csLead'),
        tell('owner'),
      ],
    },
  },
})

export const nonConforming = trialSetup.createStateConfig({
  id: 'nonConforming',
  entry: start('trialNonConforming'),
  exit: stop('trialNonConforming'),
  on: {
    rework: { guard: going, target: '#rework', actions: tell('production') },
    grantConcession: { guard: going, target: '#shipment', actions: tell('logistics') },
    ...giveUp,
  },
})

export const rework = trialSetup.createStateConfig({
  id: 'rework',
  on: { reworked: { guard: going, target: '#inspection', actions: tell('laboratory') } },
})

export const shipment = trialSetup.createStateConfig({
  id: 'shipment',
  entry: [start('trialShipment'), assign({ shipped: true })],
  exit: stop('trialShipment'),
  on: {
    received: { guard: going, target: '#atCustomer', actions: tell('owner') },
    recordLoss: { guard: going, target: '#stopped', actions: [tell('owner'), tell('csLead')] },
  },
})
