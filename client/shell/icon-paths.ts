// Strokes of the signs on a grid of 16 by 16.
export const iconPaths = {
  work: 'M2.5 4h11M2.5 8h11M2.5 12h7',
  claim: 'M3 2.5h7l3 3v8H3zM8 6v3.2M8 11.4v.1',
  trialBatch: 'M6 2h4M7 2v4L3.2 13h9.6L9 6V2M5 10h6',
  visit: 'M8 14s4.5-4.2 4.5-7.5a4.5 4.5 0 0 0-9 0C3.5 9.8 8 14 8 14zM6.5 6.5a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0',
  task: 'M4.5 2.5h7a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2h-7a2 2 0 0 1-2-2v-7a2 2 0 0 1 2-2zM5.5 8l2 2 3.2-4',
  board:
    'M3.5 3h9A1.5 1.5 0 0 1 14 4.5v7a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 2 11.5v-7A1.5 1.5 0 0 1 3.5 3zM6 3v10M10 3v10',
  figures: 'M2.5 13.5h11M4 11V8.5M7 11V5.5M10 11V7.5M13 11V3',
  accounts: 'M2.5 13.5v-8l5-3v11M7.5 6.5l6 2v5M2 13.5h12M4.5 7v.1M4.5 10v.1M10.5 11v.1',
  find: 'M11.5 7a4.5 4.5 0 1 1-9 0a4.5 4.5 0 0 1 9 0M10.5 10.5L14 14',
  more: 'M3.5 8v.1M8 8v.1M12.5 8v.1',
  plus: 'M8 3v10M3 8h10',
  phone: 'M3 2.5h2.6l1.2 3-1.5 1.2a8 8 0 0 0 4 4l1.2-1.5 3 1.2V13A11 11 0 0 1 3 2.5z',
  speech: 'M2.5 3h11v8h-6l-3 2.5V11h-2z',
  star: 'M8 2l1.7 3.8 4.1.4-3.1 2.7.9 4L8 10.8l-3.6 2.1.9-4L2.2 6.2l4.1-.4z',
  check: 'M3 8.5l3.2 3.2L13 4.8',
  cross: 'M4 4l8 8M12 4l-8 8',
  warning: 'M8 2.5l6 11H2zM8 7v3M8 11.9v.1',
  down: 'M3.5 6L8 10.5 12.5 6',
  up: 'M3.5 10.5L8 6l4.5 4.5',
  letter: 'M2 4h12v8H2zM2 4.5l6 4.5 6-4.5',
  bell: 'M8 2a4 4 0 0 0-4 4v3l-1.5 2.5h11L12 9V6a4 4 0 0 0-4-4zM6.5 13.5a1.5 1.5 0 0 0 3 0',
  eye: 'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8zM6 8a2 2 0 1 0 4 0a2 2 0 1 0-4 0',
  back: 'M6 4L2.5 7.5 6 11M3 7.5h7a3 3 0 0 1 3 3V12',
  clock: 'M14 8a6 6 0 1 1-12 0a6 6 0 0 1 12 0M8 4.5V8l2.5 1.5',
  file: 'M4 2h5.5l3 3v9H4zM9.5 2v3h3',
  photo: 'M2 4.5h3L6 3h4l1 1.5h3V13H2zM10.5 8.5a2.5 2.5 0 1 1-5 0a2.5 2.5 0 0 1 5 0',
} as const

export type IconName = keyof typeof iconPaths
