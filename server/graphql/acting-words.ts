// The closed word lists of acting on answers as enums of the API.
import {
  assessmentAreas,
  assessmentMethods,
  callResults,
  followUpOutcomes,
  followUpReasons,
  followUpStates,
  themeStates,
} from '../../schema/acting-vocabulary.ts'
import { enumOf } from './enums.ts'

export const FollowUpReason = enumOf('FollowUpReason', 'Why a respondent is called.', followUpReasons)
export const FollowUpState = enumOf('FollowUpState', 'How far a follow-up is.', followUpStates)
export const FollowUpOutcome = enumOf('FollowUpOutcome', 'What came of a follow-up.', followUpOutcomes)
export const ThemeState = enumOf('ThemeState', 'How far an improvement theme is.', themeStates)
export const AssessmentMethod = enumOf('AssessmentMethod', 'How customer focus is assessed.', assessmentMethods)
export const AssessmentArea = enumOf('AssessmentArea', 'What is assessed.', assessmentAreas)
export const CallResult = enumOf('CallResult', 'What came of a gratitude call.', callResults)
