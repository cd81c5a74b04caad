// What can be done with many claims at once: the events whose input fits every claim.
import { z } from 'zod'
import { list, whole } from '../core/input.ts'
import { bulkCommand } from '../graphql/bulk.ts'
import { nodeId } from '../graphql/input-of.ts'
import { sendClaimEvent } from './commands.ts'
import { claimEventInputs } from './event-inputs.ts'

/** One call takes no more rows; a client with more sends several under one key and shows how far it is. */
const mostRows = 100

const id = nodeId('Claim').describe('The claim.')
const seen = z.object({
  id,
  revision: whole(1, 1_000_000).describe(
    'The revision that was looked at; refused as stale when there is a newer one.',
  ),
})
const rows = list(seen, mostRows).describe('The claims, 100 at the most.')

/** Events whose input says the same of every claim, with a name for many. */
const events = {
  reassign: { name: 'reassignClaims', description: 'Gives each claim to another owner or analyst.' },
  changeSeverity: {
    name: 'changeSeverityOfClaims',
    description: 'Changes the severity of each claim; running clocks are counted anew.',
  },
  acknowledge: {
    name: 'acknowledgeClaims',
    description: 'Acknowledges each claim to its customer, with one promised answer date.',
  },
  requestInformation: {
    name: 'requestInformationOnClaims',
    description: 'Asks each customer for information; clocks pause.',
  },
  stopWaiting: { name: 'stopWaitingForClaims', description: 'Stops waiting on each claim, with a reason.' },
  requireImprovement: { name: 'requireImprovementOfClaims', description: 'Asks for an 8D on each claim.' },
} as const

for (const event of Object.keys(events) as (keyof typeof events)[]) {
  bulkCommand({
    ...events[event],
    action: `claim.${event}`,
    input: z.object({ rows, ...claimEventInputs[event].shape }),
    rows: (input) => input.rows,
    body: ({ rows: _rows, ...payload }) => JSON.parse(JSON.stringify(payload)),
    run: async ({ engine, viewer }, work, { id, revision }, { rows: _rows, ...payload }) => {
      const order = { caseId: id, revision, event, payload: payload as never, viewer, at: null }
      return { revision: (await sendClaimEvent(engine, work, order)).revision }
    },
  })
}
