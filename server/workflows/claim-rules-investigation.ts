// What the events of the investigation lack: tasks, containment, conclusion.
import type { Asked, Rules } from './claim-asked.ts'
import { notWaiting } from './claim-asked.ts'
import type { ClaimContext } from './claim-context.ts'
import type { NamedTask, SisterFact } from './claim-facts.ts'
import { sistersLeft } from './containment.ts'
import { compareDecimals, isDecimal, sumDecimals } from './decimal.ts'
import { blocked, type Checks, hint, input, required, unless } from './missing-part.ts'
import { isAfter } from './moments.ts'

type Event =
  | 'sendTask'
  | 'recordContainment'
  | 'tasksAnswered'
  | 'startConclusion'
  | 'returnAnswer'
  | 'conclude'
  | 'returnToInvestigation'
  | 'reinvestigate'

export const investigationRules: Rules<Event> = {
  sendTask: ({ payload, at }) => [
    required(payload.departmentId, 'department', 'departmentId'),
    required(payload.question, 'question', 'question'),
    required(payload.dueAt, 'dueDate', 'dueAt'),
    unless(!payload.dueAt || isAfter(payload.dueAt, at), input('dueDatePassed', 'dueAt')),
  ],
  recordContainment: ({ payload, facts }) => containmentDecided(payload, facts.sisters),
  tasksAnswered: ({ facts }) => noneOpen(facts.openInvestigationTasks),
  startConclusion: ({ payload, context, facts }) => [
    ...noneOpen(facts.openInvestigationTasks),
    context.investigationTasks === 0 ? required(payload.reason, 'reasonWithoutTasks', 'reason') : null,
  ],
  returnAnswer: ({ payload, facts: { task } }) => [
    required(payload.taskId, 'task', 'taskId'),
    payload.taskId && task === null ? input('taskUnknown', 'taskId') : null,
    unless(
      task === null || task.state === 'answered',
      input('taskNotAnswered', 'taskId', { task: task?.number ?? '' }),
    ),
    required(payload.comment, 'comment', 'comment'),
  ],
  conclude: ({ payload, context, facts }) => [
    required(payload.occurrenceCause, 'occurrenceCause', 'occurrenceCause'),
    required(payload.escapeCause, 'escapeCause', 'escapeCause'),
    required(payload.systemCause, 'systemCause', 'systemCause'),
    required(payload.qualityLayer, 'qualityLayer', 'qualityLayer'),
    required(payload.chainStage, 'chainStage', 'chainStage'),
    required(payload.ourFault, 'ourFault', 'ourFault'),
    ...sharesComplete(payload.shares ?? []),
    ...notWaiting(context),
    unless(contained(context, facts.sisters), blocked('containmentOpen')),
    ...noneOpen(facts.openInvestigationTasks),
    ...facts.unreportedVisits.map((visit) => hint('visitUnreported', { visit })),
  ],
  returnToInvestigation: ({ payload }) => [required(payload.reason, 'reason', 'reason')],
  reinvestigate: () => [],
}

function containmentDecided(payload: Asked<'recordContainment'>['payload'], sisters: readonly SisterFact[]): Checks {
  if (payload.none?.trim()) return []
  const given = payload.pieces ?? []
  const named = new Set(given.map(({ pieceId }) => pieceId))
  const unlisted = Map.groupBy(
    sistersLeft(payload, sisters).filter(({ pieceId }) => !named.has(pieceId)),
    ({ heat }) => heat,
  )
  return [
    unless(given.length > 0, input('containment', 'pieces')),
    ...given.map(({ pieceId, outcome }, index) => {
      const piece = sisters.find((sister) => sister.pieceId === pieceId)?.name ?? `${index + 1}`
      return outcome ? null : input('sisterUndecided', `pieces.${index}.outcome`, { piece })
    }),
    ...[...unlisted].map(([heat, pieces]) => hint('sistersNotListed', { heat, count: pieces.length })),
  ]
}

function noneOpen(tasks: readonly NamedTask[]): Checks {
  return tasks.map(({ number }) => blocked('taskOpen', { task: number }))
}

/** Pieces that were added to the claim since the record count too. */
function contained({ containment }: ClaimContext, sisters: readonly SisterFact[]): boolean {
  if (containment === 'none') return true
  return containment === 'listed' && sistersLeft({}, sisters).length === 0
}

function sharesComplete(shares: { departmentId: string; percent: string }[]): Checks {
  if (shares.length === 0) return [input('shares', 'shares')]
  const invalid = shares.map(({ percent }, index) =>
    unless(
      isDecimal(percent) && compareDecimals(percent, '0') > 0,
      input('shareInvalid', `shares.${index}.percent`, { share: index + 1 }),
    ),
  )
  if (invalid.some((part) => part !== null)) return invalid
  const sum = sumDecimals(shares.map(({ percent }) => percent))
  return [
    ...shares.map(({ departmentId }, index) =>
      unless(
        shares.findIndex((share) => share.departmentId === departmentId) === index,
        input('shareTwice', `shares.${index}.departmentId`, { share: index + 1 }),
      ),
    ),
    unless(compareDecimals(sum, '100') === 0, input('sharesSum', 'shares', { sum })),
  ]
}
