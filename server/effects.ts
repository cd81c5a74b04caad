// The one place where slices meet in a write: each effect of a chart, and the command that carries it out.
import type { JsonObject } from '../schema/json.ts'
import type { TaskPurpose } from '../schema/task-vocabulary.ts'
import { queueLetter } from './cases/letters.ts'
import { notify } from './cases/notifications.ts'
import { cancelOpenTasks, hasOpenTask, openTask, sendTaskEvent } from './cases/task-commands.ts'
import { linkDuplicates } from './claims/duplicates.ts'
import { moveToTarget, returnFromTarget } from './claims/merging.ts'
import { claimParty } from './claims/parties.ts'
import { advance } from './core/advance.ts'
import { clockEffects } from './core/clock-effects.ts'
import type { AlarmSender } from './core/deadline-poll.ts'
import type { EffectHandler, EffectScope } from './core/engine.ts'
import { appendNote } from './core/history.ts'
import { systemViewer } from './core/viewer.ts'
import { findingEffects } from './effects-of-findings.ts'
import { draftRecommendations } from './trial-batches/drafted-recommendations.ts'
import { trialParty } from './trial-batches/parties.ts'
import { linkTrialMaterial } from './trial-batches/trial-material.ts'
import { openVisit } from './visits/commands.ts'
import { visitContact, visitParty } from './visits/parties.ts'
import { appointmentOf } from './visits/visit-letter.ts'

export const effects: Readonly<Record<string, EffectHandler>> = {
  ...clockEffects,

  async escalate(scope, params) {
    const { clock, to } = params as { clock: string; to?: string }
    await appendNote(scope, { kind: 'escalation', as: 'system', payload: { ...params, moment: 'passed' } })
    if (to) {
      const told = { kind: 'clockPassed', what: 'deadlinePassed', detail: { clock } } as const
      await notify(scope, await peopleBehind(scope, to), told)
    }
  },

  async letter(scope, { kind, body, ...detail }) {
    await queueLetter(scope, {
      kind: String(kind),
      body: typeof body === 'string' ? body : null,
      detail: scope.locked.kind === 'visit' ? { ...detail, ...(await appointmentOf(scope, String(kind))) } : detail,
      contactId: await contactOf(scope),
    })
  },

  async notify(scope, { who, what, ...detail }) {
    const kind = who === 'approvers' ? 'approval' : scope.subject.taskId ? 'task' : 'step'
    await notify(scope, await peopleBehind(scope, String(who)), { kind, what: String(what), detail })
  },

  async lookUpDuplicates(scope) {
    await linkDuplicates(scope)
    await linkTrialMaterial(scope)
  },

  async createTask(scope, params) {
    const { departmentId, question, dueAt, purpose } = params as {
      departmentId: string
      question: string
      dueAt: string
      purpose: TaskPurpose
    }
    await openTask(scope, { departmentId, question, dueAt, purpose })
  },

  async rejectTaskAnswer({ engine, work, viewer, at }, params) {
    const { taskId, comment } = params as { taskId: string; comment: string }
    await sendTaskEvent(engine, work, {
      taskId,
      revision: null,
      event: 'rejectAnswer',
      payload: { comment },
      viewer,
      at: viewer.kind === 'person' ? null : at,
    })
  },

  async cancelTasks(scope, params) {
    const { reason, purposes } = params as { reason: string; purposes: TaskPurpose[] }
    await cancelOpenTasks(scope, reason, purposes, systemViewer)
  },

  async investigationTaskEnded(scope) {
    const { engine, work, trx, subject, at } = scope
    if (await hasOpenTask(scope, subject.caseId, 'investigation')) return
    const row = await trx
      .selectFrom('service_case')
      .where('id', '=', subject.caseId)
      .select(['kind', 'state'])
      .executeTakeFirstOrThrow()
    if (row.kind !== 'claim' || row.state !== 'collecting') return
    await advance(engine, work, { kind: 'claim', caseId: subject.caseId, taskId: null }, null, {
      event: 'tasksAnswered',
      payload: {},
      viewer: systemViewer,
      at,
    })
  },

  async moveToTarget(scope, { targetId }) {
    await moveToTarget(scope, String(targetId))
  },

  async returnFromTarget(scope, { targetId }) {
    await returnFromTarget(scope, String(targetId))
  },

  async markProposal({ trx, subject }, { number, state }) {
    await trx
      .updateTable('proposal')
      .set({ state: state as 'approved' })
      .where('case_id', '=', subject.caseId)
      .where('number', '=', Number(number))
      .execute()
  },

  async survey(scope) {
    await scope.engine.jobs.send(scope.trx, 'survey', { caseId: scope.subject.caseId, at: scope.at.toISOString() })
  },

  async draftRecommendations(scope) {
    await draftRecommendations(scope)
  },

  async openVisit(scope, { reason }) {
    await openVisit(scope, String(reason))
  },

  ...findingEffects,
}

/** Warnings, reminders and escalations: a notification to each person behind the word, a letter where it is the contact. */
export const sendAlarm: AlarmSender = async (scope, deadline, moment, to) => {
  const detail: JsonObject = {
    clock: deadline.clock,
    moment: moment.kind,
    dueAt: deadline.due_at?.toISOString() ?? null,
  }
  if (to === 'contact') {
    if (moment.kind === 'reminder')
      await queueLetter(scope, { kind: 'reminder', body: null, detail, contactId: await contactOf(scope) })
    return
  }
  const passed = moment.kind === 'due' || moment.kind === 'escalation'
  const told = { kind: passed ? 'clockPassed' : 'clockWarned', what: `clock.${moment.kind}`, detail } as const
  await notify(scope, await peopleBehind(scope, to), told)
}

/** Each kind of case knows people of its own behind a word of its chart and policies. */
function peopleBehind(scope: EffectScope, word: string): Promise<string[]> {
  const { kind } = scope.locked
  switch (kind) {
    case 'claim':
      return claimParty(scope, word)
    case 'trialBatch':
      return trialParty(scope, word)
    case 'visit':
      return visitParty(scope, word)
    default:
      return kind satisfies never
  }
}

async function contactOf(scope: EffectScope): Promise<string | null> {
  const { trx, subject, locked } = scope
  if (locked.kind === 'visit') return visitContact(scope)
  const row = await trx
    .selectFrom('claim')
    .where('case_id', '=', subject.caseId)
    .select('contact_id')
    .executeTakeFirst()
  return row?.contact_id ?? null
}
