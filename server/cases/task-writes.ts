// Rows that belong to the events of a task besides its state.
import type { EffectScope } from '../core/engine.ts'
import { Refused } from '../core/refusal.ts'
import { knownCode } from '../organization/known-code.ts'
import type { TaskPayloads } from '../workflows/task-payloads.ts'

export const taskWrites = {
  async accept(scope: EffectScope) {
    await setTask(scope, { responder_id: personOf(scope) })
  },

  async return(scope: EffectScope, { reason }: TaskPayloads['return']) {
    await knownCode(scope, 'reason', 'returnReason', reason)
  },

  async reassign(scope: EffectScope, { personId }: TaskPayloads['reassign']) {
    const colleague = await scope.trx
      .selectFrom('task')
      .innerJoin('role_grant', 'role_grant.department_id', 'task.department_id')
      .innerJoin('person', 'person.id', 'role_grant.person_id')
      .where('task.id', '=', scope.subject.taskId)
      .where('person.id', '=', personId)
      .where('person.active', '=', true)
      .select('person.id')
      .executeTakeFirst()
    if (!colleague)
      throw new Refused({ kind: 'invalid', fields: [{ field: 'personId', code: 'notOfDepartment', params: {} }] })
    await setTask(scope, { responder_id: personId })
  },

  async redirect(scope: EffectScope, { departmentId }: TaskPayloads['redirect']) {
    await activeDepartment(scope, departmentId)
    await setTask(scope, { department_id: departmentId, responder_id: null })
  },

  async answer(scope: EffectScope, { text, values, causeCode, proposedMeasure }: TaskPayloads['answer']) {
    if (causeCode) await knownCode(scope, 'causeCode', 'occurrenceCause', causeCode)
    await setTask(scope, {
      answer: text,
      answer_values: values ? JSON.stringify(values) : null,
      cause_code: causeCode ?? null,
      proposed_measure: proposedMeasure ?? null,
      answered_at: scope.at,
      responder_id: personOf(scope),
    })
  },

  async verify(scope: EffectScope, { rating }: TaskPayloads['verify']) {
    await setTask(scope, { rating })
  },
}

/** Refuses a department that does not exist or is not active. */
export async function activeDepartment({ trx }: Pick<EffectScope, 'trx'>, id: string): Promise<void> {
  const department = await trx
    .selectFrom('department')
    .where('id', '=', id)
    .where('active', '=', true)
    .select('id')
    .executeTakeFirst()
  if (!department)
    throw new Refused({ kind: 'invalid', fields: [{ field: 'departmentId', code: 'unknownDepartment', params: {} }] })
}

interface TaskColumns {
  responder_id?: string | null
  department_id?: string
  answer?: string
  answer_values?: string | null
  cause_code?: string | null
  proposed_measure?: string | null
  answered_at?: Date
  rating?: number
}

async function setTask({ trx, subject }: EffectScope, columns: TaskColumns): Promise<void> {
  if (!subject.taskId) throw new Error('Not a task')
  await trx.updateTable('task').set(columns).where('id', '=', subject.taskId).execute()
}

function personOf({ viewer }: EffectScope): string | null {
  return viewer.kind === 'person' ? viewer.id : null
}
