// What the timeline shows: lines of the history in words, comments among them, warnings that repeat each other once.
import type { TFunction } from 'i18next'
import type { CommentView } from './CommentBubble.tsx'
import type { CaseView } from './case-view.ts'
import { lineLabel } from './line-label.ts'

export const timelineViews = ['all', 'steps', 'comments', 'letters'] as const
export type TimelineView = (typeof timelineViews)[number]

export interface Entry {
  id: string
  at: string
  view: Exclude<TimelineView, 'all'>
  who: string | null
  /** The department whose task it was. */
  department: string | null
  label: string
  text: string | null
  /** The state that the case came into by it. */
  state: string | null
  /** A clock gave warning: told more quietly than what people did. */
  quiet: boolean
  /** How often the same was told in a row. */
  times: number
  comment?: CommentView
  /** A small picture of the file that the line tells of. */
  picture?: string | null
}

/** The newest first; `nameOf` names a state of the course. */
export function timelineEntries(view: CaseView, nameOf: (state: string) => string | null, t: TFunction): Entry[] {
  const lines = (view.history?.nodes ?? []).filter(({ kind }) => kind !== 'comment')
  const entries = [
    ...lines.map((line) => entryOfLine(line, view, nameOf, t)),
    ...(view.comments?.nodes ?? []).map(entryOfComment),
  ].sort((a, b) => b.at.localeCompare(a.at))
  return entries.reduce<Entry[]>(joinRepeated, [])
}

type Line = NonNullable<CaseView['history']>['nodes'][number]

function entryOfLine(
  line: Line,
  { tasks, attachments }: CaseView,
  nameOf: (state: string) => string | null,
  t: TFunction,
): Entry {
  const ofCase = line.kind === 'event' && line.taskId === null
  const [to] = line.toStates
  return {
    id: line.id,
    at: line.at,
    view: line.kind === 'letter' ? 'letters' : 'steps',
    who: line.asRole === 'system' ? t('common.system') : line.byName,
    department: tasks.find(({ id }) => id === line.taskId)?.department.name ?? null,
    label: lineLabel(line, t),
    text: line.kind === 'attachment' ? line.text : line.reason && `“${line.reason}”`,
    state: ofCase && to && to !== line.fromStates[0] ? nameOf(to) : null,
    quiet: line.kind === 'escalation' || line.event === 'deadlinePassed',
    times: 1,
    picture: attachments.nodes.find(({ id }) => id === line.attachmentId)?.previewUrl ?? null,
  }
}

function entryOfComment(comment: CommentView): Entry {
  return {
    id: comment.id,
    at: comment.at,
    view: 'comments',
    who: comment.author.name,
    department: null,
    label: '',
    text: null,
    state: null,
    quiet: false,
    times: 1,
    comment,
  }
}

function joinRepeated(told: Entry[], entry: Entry): Entry[] {
  const last = told.at(-1)
  const same = last?.quiet && entry.quiet && last.label === entry.label && last.department === entry.department
  return same ? [...told.slice(0, -1), { ...last, times: last.times + 1 }] : [...told, entry]
}
