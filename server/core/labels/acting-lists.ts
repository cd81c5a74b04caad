// The word lists of acting on answers that have labels.
import {
  assessmentAreas,
  assessmentMethods,
  callResults,
  followUpOutcomes,
  followUpReasons,
  followUpStates,
  themeStates,
} from '../../../schema/acting-vocabulary.ts'

export const actingLists = {
  followUpReason: followUpReasons,
  followUpState: followUpStates,
  followUpOutcome: followUpOutcomes,
  themeState: themeStates,
  assessmentMethod: assessmentMethods,
  assessmentArea: assessmentAreas,
  callResult: callResults,
}
