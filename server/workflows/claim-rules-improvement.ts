// What the events of the 8D lack.
import type { Asked, Rules } from './claim-asked.ts'
import type { CountedPeriod } from './claim-payloads.ts'
import { type Checks, input, required, unless } from './missing-part.ts'
import { daysOf, isAfter } from './moments.ts'

type Event =
  | 'requireImprovement'
  | 'startImprovement'
  | 'chooseActions'
  | 'implementActions'
  | 'judgeEffective'
  | 'judgeNotEffective'
  | 'completeImprovement'
  | 'waiveImprovement'

export const improvementRules: Rules<Event> = {
  requireImprovement: ({ payload }) => [required(payload.reason, 'reason', 'reason')],
  startImprovement: ({ payload }) => [
    required(payload.team, 'team', 'team'),
    required(payload.description, 'description', 'description'),
    required(payload.containment, 'improvementContainment', 'containment'),
    required(payload.ownerId, 'improvementOwner', 'ownerId'),
    required(payload.dueAt, 'dueDate', 'dueAt'),
  ],
  chooseActions: ({ payload }) => [
    required(payload.occurrenceEvidence, 'occurrenceEvidence', 'occurrenceEvidence'),
    required(payload.escapeEvidence, 'escapeEvidence', 'escapeEvidence'),
    unless((payload.actions ?? []).length > 0, input('actions', 'actions')),
    ...(payload.actions ?? []).flatMap(({ description, ownerId, dueOn }, index) => [
      required(description, 'actionDescription', `actions.${index}.description`, { action: index + 1 }),
      required(ownerId, 'actionOwner', `actions.${index}.ownerId`, { action: index + 1 }),
      required(dueOn, 'actionDate', `actions.${index}.dueOn`, { action: index + 1 }),
    ]),
  ],
  implementActions: actionsImplemented,
  judgeEffective: ({ payload: { before, after } }) => figuresComparable(before, after),
  judgeNotEffective: () => [],
  completeImprovement: ({ payload }) => [
    required(payload.prevention, 'prevention', 'prevention'),
    required(payload.thanks, 'thanks', 'thanks'),
  ],
  waiveImprovement: ({ payload }) => [required(payload.reason, 'reason', 'reason')],
}

function actionsImplemented({ payload, facts, at }: Asked<'implementActions'>): Checks {
  return facts.improvementActions.flatMap(({ position }) => {
    const index = (payload.actions ?? []).findIndex((action) => action.position === position)
    const given = payload.actions?.[index]
    const field = (name: string) => (given ? `actions.${index}.${name}` : 'actions')
    const params = { action: position }
    return [
      required(given?.implementedOn, 'actionImplemented', field('implementedOn'), params),
      unless(
        !given?.implementedOn || !isAfter(given.implementedOn, at),
        input('actionInFuture', field('implementedOn'), params),
      ),
      required(given?.evidence, 'actionEvidence', field('evidence'), params),
    ]
  })
}

function figuresComparable(before: CountedPeriod | undefined, after: CountedPeriod | undefined): Checks {
  if (!before || !after) return [required(before, 'figuresBefore', 'before'), required(after, 'figuresAfter', 'after')]
  const days = { before: daysOf(before), after: daysOf(after) }
  return [
    unless(days.before > 0, input('periodInvalid', 'before')),
    unless(days.after > 0, input('periodInvalid', 'after')),
    unless(days.before === days.after, input('periodsUnequal', 'after', days)),
  ]
}
