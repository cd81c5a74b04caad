// The pages one can go to from the bars, for those who may use them.
import type { IconName } from './icon-paths.ts'
import type { Me } from './me.ts'

export interface Place {
  to:
    | '/'
    | '/claims'
    | '/trials'
    | '/visits'
    | '/board'
    | '/accounts'
    | '/satisfaction'
    | '/surveys'
    | '/management'
    | '/administration'
  icon: IconName
  label: string
  /** For the narrow bar, where the whole name has no room. */
  short: string
}

const surveyActions = ['survey.run', 'survey.enter', 'survey.design']

export function placesOf({ departments, actions, roles }: Me): Place[][] {
  const board = { to: '/board', icon: 'board', label: 'nav.board', short: 'nav.boardShort' } as const
  const accounts = { to: '/accounts', icon: 'accounts', label: 'nav.accounts', short: 'nav.accounts' } as const
  const trials = { to: '/trials', icon: 'trialBatch', label: 'nav.trials', short: 'nav.trialsShort' } as const
  const visits = { to: '/visits', icon: 'visit', label: 'nav.visits', short: 'nav.visits' } as const
  const daily: Place[] = [
    { to: '/', icon: 'work', label: 'nav.work', short: 'nav.work' },
    { to: '/claims', icon: 'claim', label: 'nav.claims', short: 'nav.claims' },
    ...(actions.includes('case.read') ? [trials, visits] : []),
    ...(departments.length > 0 ? [board] : []),
  ]
  const management = {
    to: '/management',
    icon: 'trend',
    label: 'nav.management',
    short: 'nav.managementShort',
  } as const
  const satisfaction = {
    to: '/satisfaction',
    icon: 'figures',
    label: 'nav.satisfaction',
    short: 'nav.satisfactionShort',
  } as const
  const surveys = { to: '/surveys', icon: 'speech', label: 'nav.surveys', short: 'nav.surveysShort' } as const
  const administration = {
    to: '/administration',
    icon: 'settings',
    label: 'nav.administration',
    short: 'nav.administrationShort',
  } as const
  const other: Place[] = [
    ...(actions.includes('account.read') ? [accounts] : []),
    ...(actions.includes('satisfaction.read') ? [satisfaction] : []),
    ...(surveyActions.some((action) => actions.includes(action)) ? [surveys] : []),
    ...(roles.some(({ role }) => role === 'management' || role === 'csLead') ? [management] : []),
    ...(actions.includes('organization.write') ? [administration] : []),
  ]
  return other.length > 0 ? [daily, other] : [daily]
}
