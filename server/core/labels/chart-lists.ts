// The word lists of trial batches and of visits that have labels.
import {
  gaugeLevels,
  groupVerdicts,
  indicatorDirections,
  indicatorGroups,
  processingMeasures,
  recommendationStates,
  trialEvents,
  trialPaces,
  trialReasons,
  trialStates,
} from '../../../schema/trial-vocabulary.ts'
import {
  dossierTopics,
  visitBlocks,
  visitEvents,
  visitManners,
  visitOrigins,
  visitOutcomeKinds,
  visitParties,
  visitPurposes,
  visitStates,
} from '../../../schema/visit-vocabulary.ts'

export const trialLists = {
  trialState: trialStates,
  trialPace: trialPaces,
  trialEvent: trialEvents,
  trialReason: trialReasons,
  indicatorGroup: indicatorGroups,
  gaugeLevel: gaugeLevels,
  groupVerdict: groupVerdicts,
  indicatorDirection: indicatorDirections,
  processingMeasure: processingMeasures,
  recommendationState: recommendationStates,
}

export const visitLists = {
  visitState: visitStates,
  visitEvent: visitEvents,
  visitOrigin: visitOrigins,
  visitPurpose: visitPurposes,
  visitParty: visitParties,
  visitBlock: visitBlocks,
  visitOutcomeKind: visitOutcomeKinds,
  visitManner: visitManners,
  dossierTopic: dossierTopics,
}
