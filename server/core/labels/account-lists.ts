// The word lists of customers that have labels.
import {
  contactSides,
  loyaltyCauses,
  loyaltyPhases,
  obligationKinds,
  obligationStates,
  offerStates,
  paretoClasses,
  planSides,
  uniqueNeedKinds,
} from '../../../schema/account-vocabulary.ts'

export const accountLists = {
  uniqueNeedKind: uniqueNeedKinds,
  offerState: offerStates,
  planSide: planSides,
  obligationKind: obligationKinds,
  obligationState: obligationStates,
  loyaltyCause: loyaltyCauses,
  loyaltyPhase: loyaltyPhases,
  paretoClass: paretoClasses,
  contactSide: contactSides,
}
