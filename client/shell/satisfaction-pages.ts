// Addresses of satisfaction: its figures and what is done about them.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { withWords } from '../words/with-words.ts'
import { root } from './root.ts'
import { actingSearch, satisfactionSearch } from './searches.ts'

const satisfaction = createRoute({
  getParentRoute: () => root,
  path: '/satisfaction',
  validateSearch: satisfactionSearch,
  component: lazyRouteComponent(
    withWords(['satisfaction', 'management'], () => import('../satisfaction/SatisfactionPage.tsx')),
    'SatisfactionPage',
  ),
})

const acting = createRoute({
  getParentRoute: () => root,
  path: '/satisfaction/acting',
  validateSearch: actingSearch,
  component: lazyRouteComponent(
    withWords(['acting', 'management'], () => import('../acting/ActingPage.tsx')),
    'ActingPage',
  ),
})

export const satisfactionPages = [satisfaction, acting] as const
