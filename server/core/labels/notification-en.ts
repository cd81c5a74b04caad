// English labels of what people are told and where.
import type { Labels, notificationLists } from './word-lists.ts'

export const notificationLabels: Labels<typeof notificationLists> = {
  notificationKind: {
    mention: 'Mentions of me',
    comment: 'Comments',
    step: 'Steps on my cases',
    watched: 'Cases I watch',
    task: 'Tasks',
    approval: 'Proposals to approve',
    clockWarned: 'Clocks running out',
    clockPassed: 'Clocks run out',
    followUp: 'Follow-ups due',
    exportReady: 'Exports',
  },
  notificationChannel: {
    inApp: 'In the app',
    mail: 'E-mail',
  },
  mailPurpose: {
    letter: 'Letter',
    invitation: 'Invitation',
    reminder: 'Reminder',
    notice: 'Notice to a colleague',
  },
  mailState: {
    queued: 'Waits',
    sent: 'Sent',
    dropped: 'Not sent',
    dead: 'Given up',
  },
}
