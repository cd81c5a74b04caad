// What can be done with many claims: the event, the mutation for many, the step whose fields it asks for, and how it is undone.

import type { FieldValues } from '../case/step-input.ts'
import type { StepName } from '../case/step-names.ts'
import type { BulkClaim } from '../generated/bulk.ts'

export interface BulkStep {
  event: string
  mutation: string
  step: StepName
  /** The input that brings a row back to what it was; null where that is not possible. */
  undo?: (row: BulkClaim, values: FieldValues) => object | null
}

export const bulkSteps: readonly BulkStep[] = [
  {
    event: 'reassign',
    mutation: 'reassignClaims',
    step: 'reassignClaim',
    undo: ({ owner, analyst }, { seat }) => {
      const before = seat === 'owner' ? owner : analyst
      return before && { seat, personId: before.id }
    },
  },
  {
    event: 'changeSeverity',
    mutation: 'changeSeverityOfClaims',
    step: 'changeClaimSeverity',
    undo: ({ severity }) => severity && { severity },
  },
  { event: 'acknowledge', mutation: 'acknowledgeClaims', step: 'acknowledgeClaim' },
  { event: 'requestInformation', mutation: 'requestInformationOnClaims', step: 'requestInformation' },
  { event: 'stopWaiting', mutation: 'stopWaitingForClaims', step: 'stopWaiting' },
  { event: 'requireImprovement', mutation: 'requireImprovementOfClaims', step: 'requireImprovement' },
]
