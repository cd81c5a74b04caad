// The closed word lists as enums of the API, under the names that inputs call them by.
import {
  advices,
  claimEvents,
  claimImprovementStates,
  claimSeats,
  claimStates,
  claimWaitingStates,
  containmentOutcomes,
  letterKinds,
  proposalStates,
  remedies,
  selfCheckLines,
  settlementKinds,
} from '../../schema/claim-vocabulary.ts'
import { clocks } from '../../schema/clock.ts'
import { dueGroups, exportFormats, exportStates, listPages } from '../../schema/list-views.ts'
import { mailPurposes, mailStates } from '../../schema/mail-vocabulary.ts'
import { notificationChannels, notificationKinds } from '../../schema/notification-vocabulary.ts'
import {
  agreements,
  answerGroupings,
  contactTypes,
  findingKinds,
  instruments,
  invitationChannels,
  invitationStates,
  itemKinds,
  leftOutReasons,
  quadrants,
  questionnaireStates,
  respondentGroups,
  responseSources,
  waveKinds,
  waveStates,
} from '../../schema/survey-vocabulary.ts'
import { taskEvents, taskPurposes, taskStates } from '../../schema/task-vocabulary.ts'
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
} from '../../schema/trial-vocabulary.ts'
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
} from '../../schema/visit-vocabulary.ts'
import {
  accountStatuses,
  actors,
  caseKinds,
  catalogues,
  chainStages,
  channels,
  consumerTypes,
  historyKinds,
  languages,
  linkKinds,
  offices,
  pieceKinds,
  positions,
  qualityLayers,
  roles,
  severities,
  stages,
  timeUnits,
} from '../../schema/vocabulary.ts'
import { enumOf } from './enums.ts'

export const Role = enumOf('Role', 'What a person does in the service of customers.', roles)
export const Actor = enumOf('Actor', 'Who can act on a case: a role, or the product itself.', actors)
export const Position = enumOf('Position', 'Positions that approve settlements.', positions)
export const Office = enumOf('Office', 'Offices of the works.', offices)
export const ConsumerType = enumOf('ConsumerType', 'What the customer does with the material.', consumerTypes)
export const AccountStatus = enumOf('AccountStatus', 'Where the customer stands in its life cycle.', accountStatuses)
export const Language = enumOf('Language', 'Languages that people write to us in.', languages)

export const CaseKind = enumOf('CaseKind', 'What a case is about.', caseKinds)
export const Severity = enumOf('Severity', 'How bad it is for the customer.', severities)
export const Stage = enumOf('Stage', 'Stage of life of the material in which a matter arose.', stages)
export const QualityLayer = enumOf('QualityLayer', 'Layer of quality that failed.', qualityLayers)
export const ChainStage = enumOf('ChainStage', 'Stage of the quality chain.', chainStages)
export const Channel = enumOf('Channel', 'How the customer reached us.', channels)
export const PieceKind = enumOf('PieceKind', 'Form in which material is delivered.', pieceKinds)
export const Clock = enumOf('Clock', 'What a deadline measures.', clocks)
export const TimeUnit = enumOf('TimeUnit', 'In what time a deadline counts.', timeUnits)
export const HistoryKind = enumOf('HistoryKind', 'What a line of the history tells.', historyKinds)
export const LinkKind = enumOf('LinkKind', 'How two cases belong together.', linkKinds)
export const NotificationKind = enumOf('NotificationKind', 'On which occasion a person is told.', notificationKinds)
export const NotificationChannel = enumOf('NotificationChannel', 'Where a person is told.', notificationChannels)
export const Catalogue = enumOf('Catalogue', 'Lists of codes that administration keeps.', catalogues)

export const ClaimState = enumOf('ClaimState', 'Where the handling of a claim stands.', claimStates)
export const ClaimWaitingState = enumOf('ClaimWaitingState', 'What a claim waits for.', claimWaitingStates)
export const ClaimImprovementState = enumOf(
  'ClaimImprovementState',
  'Where the 8D of a claim stands.',
  claimImprovementStates,
)
export const ClaimEvent = enumOf('ClaimEvent', 'Steps of a claim.', claimEvents)
export const ClaimSeat = enumOf('ClaimSeat', 'Seats of a claim that can be given to another person.', claimSeats)
export const Remedy = enumOf('Remedy', 'What the customer asks for.', remedies)
export const SettlementKind = enumOf('SettlementKind', 'What a settlement line does.', settlementKinds)
export const ProposalState = enumOf('ProposalState', 'What became of a proposal.', proposalStates)
export const Advice = enumOf('Advice', 'What an approver advises who sends a proposal back.', advices)
export const ContainmentOutcome = enumOf('ContainmentOutcome', 'What happened to a sister piece.', containmentOutcomes)
export const SelfCheckLine = enumOf('SelfCheckLine', 'What is looked at before a claim is closed.', selfCheckLines)
export const LetterKind = enumOf('LetterKind', 'Occasions on which the customer is written to.', letterKinds)

export const TaskState = enumOf('TaskState', 'Where a task stands.', taskStates)
export const TaskEvent = enumOf('TaskEvent', 'Steps of a task.', taskEvents)
export const TaskPurpose = enumOf('TaskPurpose', 'What a task is for.', taskPurposes)

export const QuestionnaireState = enumOf(
  'QuestionnaireState',
  'How far a version of a questionnaire is.',
  questionnaireStates,
)
export const ItemKind = enumOf('ItemKind', 'How an item is answered.', itemKinds)
export const Agreement = enumOf('Agreement', 'Answers of an item that asks for agreement.', agreements)
export const Instrument = enumOf('Instrument', 'What a questionnaire is for.', instruments)
export const WaveKind = enumOf('WaveKind', 'When people are asked.', waveKinds)
export const WaveState = enumOf('WaveState', 'How far a wave is.', waveStates)
export const RespondentGroup = enumOf('RespondentGroup', 'Who is asked.', respondentGroups)
export const ContactType = enumOf('ContactType', 'What the contact was about.', contactTypes)
export const InvitationState = enumOf('InvitationState', 'What became of an invitation.', invitationStates)
export const InvitationChannel = enumOf(
  'InvitationChannel',
  'How an invitation reaches its receiver.',
  invitationChannels,
)
export const LeftOutReason = enumOf('LeftOutReason', 'Why a contact of the population is not asked.', leftOutReasons)
export const MailPurpose = enumOf('MailPurpose', 'What a message is for.', mailPurposes)
export const MailState = enumOf('MailState', 'What became of a message.', mailStates)
export const ResponseSource = enumOf('ResponseSource', 'How answers reached us.', responseSources)

export const AnswerGrouping = enumOf('AnswerGrouping', 'How answers are put together for a figure.', answerGroupings)
export const FindingKind = enumOf('FindingKind', 'What a finding states.', findingKinds)
export const Quadrant = enumOf('Quadrant', 'Importance of a factor against satisfaction with it.', quadrants)

export const TrialState = enumOf('TrialState', 'Where a trial batch stands.', trialStates)
export const TrialPace = enumOf('TrialPace', 'Whether a trial batch goes on.', trialPaces)
export const TrialEvent = enumOf('TrialEvent', 'Steps of a trial batch.', trialEvents)
export const TrialReason = enumOf('TrialReason', 'Why a trial batch is made.', trialReasons)
export const IndicatorGroup = enumOf('IndicatorGroup', 'The six groups of indicators of quality.', indicatorGroups)

export const IndicatorDirection = enumOf(
  'IndicatorDirection',
  'Which values of an indicator are better.',
  indicatorDirections,
)
export const ProcessingMeasure = enumOf(
  'ProcessingMeasure',
  'What is measured of processing at a customer.',
  processingMeasures,
)
export const RecommendationState = enumOf(
  'RecommendationState',
  'What became of a recommendation.',
  recommendationStates,
)

export const GaugeLevel = enumOf('GaugeLevel', 'How a parameter of quality management stands.', gaugeLevels)

export const GroupVerdict = enumOf('GroupVerdict', 'Whether a group of indicators conforms.', groupVerdicts)

export const VisitState = enumOf('VisitState', 'Where a visit stands.', visitStates)
export const VisitEvent = enumOf('VisitEvent', 'Steps of a visit.', visitEvents)
export const VisitOrigin = enumOf('VisitOrigin', 'Who wanted the visit.', visitOrigins)
export const VisitPurpose = enumOf('VisitPurpose', 'What a visit is for.', visitPurposes)
export const VisitParty = enumOf('VisitParty', 'Whose doing it was that a visit did not take place.', visitParties)
export const VisitManner = enumOf('VisitManner', 'Eight steps for more satisfaction.', visitManners)
export const VisitBlock = enumOf('VisitBlock', 'The ten blocks of the report of a visit.', visitBlocks)
export const ListPage = enumOf('ListPage', 'Pages that show a list.', listPages)
export const DueGroup = enumOf('DueGroup', "Due times in groups; days are those of the viewer's zone.", dueGroups)
export const ExportFormat = enumOf('ExportFormat', 'Files that a list is exported as.', exportFormats)
export const ExportState = enumOf('ExportState', 'How far an export is.', exportStates)
export const VisitOutcomeKind = enumOf(
  'VisitOutcomeKind',
  'What a finding of a visit is turned into.',
  visitOutcomeKinds,
)
export const DossierTopic = enumOf('DossierTopic', 'What is looked up before a visit.', dossierTopics)
