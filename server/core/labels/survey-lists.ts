// The word lists of satisfaction that have labels.
import {
  agreements,
  contactTypes,
  instruments,
  invitationChannels,
  invitationStates,
  itemKinds,
  leftOutReasons,
  questionnaireStates,
  respondentGroups,
  responseSources,
  waveKinds,
  waveStates,
} from '../../../schema/survey-vocabulary.ts'

export const surveyLists = {
  questionnaireState: questionnaireStates,
  itemKind: itemKinds,
  agreement: agreements,
  instrument: instruments,
  waveKind: waveKinds,
  waveState: waveStates,
  respondentGroup: respondentGroups,
  contactType: contactTypes,
  invitationState: invitationStates,
  invitationChannel: invitationChannels,
  responseSource: responseSources,
  leftOutReason: leftOutReasons,
}
