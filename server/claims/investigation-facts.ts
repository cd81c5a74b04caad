// Facts of a claim that come from its investigation: tasks, cause, visits, improvement.
import { sql } from 'kysely'
import type { Remedy } from '../../schema/claim-vocabulary.ts'
import type { TaskState } from '../../schema/task-vocabulary.ts'
import type { FactsRequest } from '../core/engine.ts'
import { known, type Reading, reading } from '../core/reading.ts'
import type { NamedTask } from '../workflows/claim-facts.ts'

type AskedTask = NamedTask & { state: TaskState }

export const investigationFacts = {
  remedySought: (request: FactsRequest) => reading([claim(request)], ([row]) => row?.remedy_sought ?? null),
  ourFault: (request: FactsRequest) => reading([claim(request)], ([row]) => row?.our_fault ?? null),
  apologySent: (request: FactsRequest) => reading([claim(request)], ([row]) => row?.apology_sent ?? false),

  openInvestigationTasks: ({ subject }: FactsRequest) =>
    reading(
      [
        sql<NamedTask>`
          select id, number from task
          where case_id = ${subject.caseId} and purpose = 'investigation'
            and state in ('open', 'inProgress', 'awaitingSender', 'returned') order by sent_at`,
      ],
      (tasks) => tasks,
    ),

  task: ({ subject, payload }: FactsRequest): Reading<AskedTask | null> => {
    if (typeof payload.taskId !== 'string') return known(null)
    return reading(
      [sql<AskedTask>`select id, number, state from task where id = ${payload.taskId} and case_id = ${subject.caseId}`],
      ([task]) => task ?? null,
    )
  },

  unreportedVisits: ({ subject }: FactsRequest) =>
    reading(
      [
        sql<{ number: string }>`
          select visit.number from case_link join service_case as visit on visit.id = case_link.to_case_id
          where case_link.from_case_id = ${subject.caseId} and case_link.kind = 'visit'
            and visit.state not in ('followUp', 'closed', 'cancelled', 'declined') order by visit.number`,
      ],
      (visits) => visits.map(({ number }) => number),
    ),

  improvementActions: ({ subject }: FactsRequest) =>
    reading(
      [
        sql<{ position: number; description: string }>`
          select position, description from improvement_action
          where case_id = ${subject.caseId} order by improvement_action.position`,
      ],
      (actions) => actions,
    ),
}

function claim({ subject }: FactsRequest) {
  return sql<{ remedy_sought: Remedy | null; our_fault: boolean | null; apology_sent: boolean }>`
    select remedy_sought, our_fault, apology_sent from claim where case_id = ${subject.caseId}`
}
