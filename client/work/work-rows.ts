// One list over cases and tasks: what each row shows, and in which group of due times it stands.

import type { TFunction } from 'i18next'
import { type DueGroup, dueGroups } from '../../schema/list-views.ts'
import { words } from '../../schema/vocabulary.ts'
import { claimPhases, phaseIndex } from '../case/claim-phases.ts'
import { stateText } from '../claims/state-text.ts'
import type { ClockFacts } from '../generated/clock.ts'
import type { WorkCase, WorkFollowUp, WorkTask } from '../generated/work.ts'
import { mainClock } from '../parts/clock-view.ts'
import { dayKey } from '../words/dates.ts'

export const groups = words(dueGroups)
export type Group = DueGroup

export interface WorkRow {
  id: string
  kind: 'claim' | 'task' | 'visit' | 'trialBatch' | 'followUp'
  number: string
  title: string
  /** Number of the case that the row opens. */
  opens: string
  account: { name: string; key: boolean | null }
  askedBy: string | null
  state: string
  path: { phases: number; at: number } | null
  clock: ClockFacts | null
  dueAt: string | null
  group: Group
  revision: number
  changedAt: string | null
}

const kinds = { Claim: 'claim', Visit: 'visit', TrialBatch: 'trialBatch' } as const

export function caseRow(row: WorkCase, now: Date, t: TFunction): WorkRow {
  const clock = mainClock(row.deadlines)
  const isClaim = row.__typename === 'Claim'
  const waits = isClaim && row.waiting !== 'nothing'
  return {
    id: row.id,
    kind: kinds[row.__typename],
    number: row.number,
    title: row.title,
    opens: row.number,
    account: row.account,
    askedBy: null,
    state: waits ? row.waitingLabel : isClaim ? stateText(row, t) : row.stateLabel,
    path: isClaim ? { phases: claimPhases.length, at: phaseIndex(row.state) } : null,
    clock,
    dueAt: row.dueAt,
    group: groupOf(row.dueAt, now),
    revision: row.revision,
    changedAt: row.changedAt,
  }
}

const taskPath = { open: 0, inProgress: 1, awaitingSender: 1, returned: 1, answered: 2, done: 3, cancelled: 3 } as const

export function taskRow(row: WorkTask, me: string | null, now: Date): WorkRow {
  const clock = mainClock(row.deadlines)
  return {
    id: row.id,
    kind: 'task',
    number: row.number,
    title: row.question,
    opens: row.case.number,
    account: row.case.account,
    askedBy: row.sender.id === me ? null : row.sender.name,
    state: row.stateLabel,
    path: { phases: 4, at: taskPath[row.state] },
    clock,
    dueAt: row.dueAt,
    group: groupOf(row.dueAt, now),
    revision: row.revision,
    changedAt: null,
  }
}

/** A respondent who is to be called; `name` is what the clock is called. */
export function followUpRow(row: WorkFollowUp, name: string, now: Date): WorkRow {
  const { id, dueAt, openedAt: startedAt, late } = row
  const clock = { id, clock: 'task', label: name, state: late ? 'over' : 'running', startedAt, dueAt } as const
  return {
    id,
    kind: 'followUp',
    number: '',
    title: [row.reasonLabel, row.item?.wording].filter(Boolean).join(': '),
    opens: id,
    account: row.account ?? { name: '', key: null },
    askedBy: null,
    state: row.stateLabel,
    path: null,
    clock: row.state === 'open' ? { ...clock, stoppedAt: null, breachedAt: null } : null,
    dueAt,
    group: groupOf(dueAt, now),
    revision: row.revision,
    changedAt: null,
  }
}

/** A task that another asked of one's department is answered on the board; everything else is looked at on its case. */
export function placeOf({ kind, number, opens, askedBy }: WorkRow, departments: readonly object[]) {
  if (kind === 'followUp')
    return { to: '/satisfaction/acting', search: { part: 'followUps', followUp: opens } } as const
  return kind === 'task' && askedBy !== null && departments.length > 0
    ? ({ to: '/board', hash: number } as const)
    : ({ to: '/cases/$number', params: { number: opens } } as const)
}

/** Days are those of the viewer's zone; the week ends on Sunday, and at the weekend it is the coming one. */
export function groupOf(dueAt: string | null, now: Date): Group {
  if (dueAt === null) return 'waiting'
  if (new Date(dueAt) <= now) return 'over'
  const days = (Date.parse(dayKey(dueAt)) - Date.parse(dayKey(now))) / 86_400_000
  if (days === 0) return 'today'
  const weekday = (new Date(dayKey(now)).getUTCDay() + 6) % 7
  const lastDay = weekday < 5 ? 6 - weekday : 13 - weekday
  return days <= lastDay ? 'week' : 'later'
}

export function byDue(a: WorkRow, b: WorkRow): number {
  return (a.dueAt ?? '~').localeCompare(b.dueAt ?? '~')
}

/**
 * Both lists by due time as one. Where a list goes on, rows due after its last one wait until it is read further, so that nothing is
 * put in before them later.
 */
export function together(lists: readonly { rows: readonly WorkRow[]; more: boolean }[]): WorkRow[] {
  const ends = lists.filter(({ more }) => more).map(({ rows }) => rows.at(-1)?.dueAt ?? '~')
  const until = ends.toSorted()[0]
  const all = lists.flatMap(({ rows }) => rows).toSorted(byDue)
  return until === undefined ? all : all.filter(({ dueAt }) => (dueAt ?? '~') <= until)
}
