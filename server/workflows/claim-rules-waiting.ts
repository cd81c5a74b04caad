// What the events beside the handling lack: visit, severity, seats and waiting.
import type { Rules } from './claim-asked.ts'
import { input, required, unless } from './missing-part.ts'

type Event =
  | 'requestVisit'
  | 'changeSeverity'
  | 'reassign'
  | 'requestInformation'
  | 'awaitSample'
  | 'provideInformation'
  | 'receiveSample'
  | 'stopWaiting'
  | 'deadlinePassed'

export const waitingRules: Rules<Event> = {
  requestVisit: ({ payload }) => [required(payload.reason, 'reason', 'reason')],
  changeSeverity: ({ payload: { severity }, context }) => [
    required(severity, 'severity', 'severity'),
    unless(severity !== context.severity, input('sameSeverity', 'severity', { severity: context.severity })),
  ],
  reassign: ({ payload }) => [required(payload.seat, 'seat', 'seat'), required(payload.personId, 'person', 'personId')],
  requestInformation: ({ payload }) => [
    unless(
      (payload.questions ?? []).some((question) => question.trim() !== ''),
      input('questions', 'questions'),
    ),
  ],
  awaitSample: ({ payload }) => [required(payload.trackingNumber, 'trackingNumber', 'trackingNumber')],
  provideInformation: ({ payload }) => [required(payload.whatCame, 'whatCame', 'whatCame')],
  receiveSample: () => [],
  stopWaiting: ({ payload }) => [required(payload.reason, 'reason', 'reason')],
  deadlinePassed: ({ payload }) => [required(payload.clock, 'clock', 'clock')],
}
