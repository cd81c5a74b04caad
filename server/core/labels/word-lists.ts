// The word lists that have labels, by the area whose files hold them.
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
} from '../../../schema/claim-vocabulary.ts'
import { clocks } from '../../../schema/clock.ts'
import { exportColumns, exportFaults, listPages } from '../../../schema/list-views.ts'
import { mailPurposes, mailStates } from '../../../schema/mail-vocabulary.ts'
import { notificationChannels, notificationKinds } from '../../../schema/notification-vocabulary.ts'
import { signInChanges } from '../../../schema/sign-in-vocabulary.ts'
import { taskEvents, taskPurposes, taskStates } from '../../../schema/task-vocabulary.ts'
import {
  accountStatuses,
  actors,
  attachmentChanges,
  attachmentPreviews,
  attachmentStates,
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
  severities,
  stages,
  timeUnits,
  type Words,
} from '../../../schema/vocabulary.ts'
import type { ClockPause } from '../../workflows/claim-effects.ts'
import type { TaskPause } from '../../workflows/task-effects.ts'
import type { TrialPause } from '../../workflows/trial-effects.ts'
import type { IntervalKind } from '../explain.ts'
import { accountLists } from './account-lists.ts'
import { actingLists } from './acting-lists.ts'
import { trialLists, visitLists } from './chart-lists.ts'
import { surveyLists } from './survey-lists.ts'

const intervalKinds = {
  counted: 'Time that has counted',
  stillToRun: 'Time still to run',
  paused: 'Would have counted but for a pause',
  break: 'Between two windows of a day',
  night: 'Outside the windows of a day',
  weekend: 'A day without windows',
  holiday: 'A holiday',
} as const satisfies Record<IntervalKind, string>

const pauseReasons = {
  customer: 'The case waits for the customer',
  sample: 'The case waits for a sample',
  offered: 'The customer has the offer',
  awaitingSender: 'The department asked the sender',
  returned: 'The task was returned',
  held: 'The trial batch is on hold',
} as const satisfies Record<ClockPause | TaskPause | TrialPause, string>

export const peopleLists = {
  role: actors,
  position: positions,
  signInChange: signInChanges,
  office: offices,
  consumerType: consumerTypes,
  accountStatus: accountStatuses,
  language: languages,
}

export const caseLists = {
  caseKind: caseKinds,
  severity: severities,
  stage: stages,
  qualityLayer: qualityLayers,
  chainStage: chainStages,
  channel: channels,
  pieceKind: pieceKinds,
  clock: clocks,
  timeUnit: timeUnits,
  intervalKind: intervalKinds,
  pauseReason: pauseReasons,
  historyKind: historyKinds,
  attachmentState: attachmentStates,
  attachmentPreview: attachmentPreviews,
  attachmentChange: attachmentChanges,
  linkKind: linkKinds,
  catalogue: catalogues,
}

export const claimLists = {
  claimState: claimStates,
  claimWaitingState: claimWaitingStates,
  claimImprovementState: claimImprovementStates,
  claimEvent: claimEvents,
  claimSeat: claimSeats,
  letterKind: letterKinds,
}

export const settlementLists = {
  remedy: remedies,
  settlementKind: settlementKinds,
  proposalState: proposalStates,
  advice: advices,
  containmentOutcome: containmentOutcomes,
  selfCheckLine: selfCheckLines,
}

export const taskLists = { taskState: taskStates, taskEvent: taskEvents, taskPurpose: taskPurposes }

export const notificationLists = {
  notificationKind: notificationKinds,
  notificationChannel: notificationChannels,
  mailPurpose: mailPurposes,
  mailState: mailStates,
}
export const listLists = { listPage: listPages, exportColumn: exportColumns, exportFault: exportFaults }

export const wordLists = {
  ...peopleLists,
  ...accountLists,
  ...caseLists,
  ...claimLists,
  ...settlementLists,
  ...trialLists,
  ...visitLists,
  ...taskLists,
  ...notificationLists,
  ...surveyLists,
  ...actingLists,
  ...listLists,
}
export type WordList = keyof typeof wordLists
export type WordOf<L extends WordList> = Words<(typeof wordLists)[L]>

/** One label for every word of every list: a missing word fails the type check. */
export type Labels<Lists> = { readonly [L in keyof Lists]: Readonly<Record<Words<Lists[L]>, string>> }
