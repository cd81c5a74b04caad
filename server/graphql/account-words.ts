// The closed word lists of customers as enums of the API.
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
} from '../../schema/account-vocabulary.ts'
import { enumOf } from './enums.ts'

export const UniqueNeedKind = enumOf(
  'UniqueNeedKind',
  'What a customer needs besides what service standards say.',
  uniqueNeedKinds,
)
export const OfferState = enumOf('OfferState', 'What became of an offer.', offerStates)
export const PlanSide = enumOf('PlanSide', 'Whose plan it is.', planSides)
export const ObligationKind = enumOf('ObligationKind', 'The five duties of a customer.', obligationKinds)
export const ObligationState = enumOf('ObligationState', 'Whether a duty is fulfilled.', obligationStates)
export const LoyaltyCause = enumOf('LoyaltyCause', 'Why a customer became more or less loyal.', loyaltyCauses)
export const LoyaltyPhase = enumOf('LoyaltyPhase', 'How loyal a customer is.', loyaltyPhases)
export const ParetoClass = enumOf('ParetoClass', 'Class of a customer by what it contributes.', paretoClasses)
export const ContactSide = enumOf('ContactSide', 'Who began a contact.', contactSides)
