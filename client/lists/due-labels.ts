// What the groups of due times are called in lists.
export const dueLabels = {
  over: 'clock.groupOver',
  today: 'clock.groupToday',
  week: 'clock.groupWeek',
  later: 'clock.groupLater',
  waiting: 'clock.groupWaiting',
} as const
