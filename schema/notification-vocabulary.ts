// The words of what people are told: on which occasions, and where.
import type { Words } from './vocabulary.ts'

export const notificationKinds = {
  mention: 'Somebody named the person in a comment',
  comment: 'A comment on a case that the person runs or watches',
  step: 'A step on a case of the person',
  watched: 'A case that the person watches changed its state',
  task: 'A step of a task of the person or of his department',
  approval: 'A proposal waits for the approval of the person',
  clockWarned: 'A clock will run out soon',
  clockPassed: 'A clock has run out',
  followUp: 'A follow-up of the person will soon be due, or is overdue',
  exportReady: 'An export that the person asked for has ended',
} as const
export type NotificationKind = Words<typeof notificationKinds>

export const notificationChannels = {
  inApp: 'In the list behind the bell',
  mail: 'By e-mail',
} as const
export type NotificationChannel = Words<typeof notificationChannels>
