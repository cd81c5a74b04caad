// Addresses of satisfaction: its figures, what is done about them, and the state of quality.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { withWords } from '../words/with-words.ts'
import { root } from './root.ts'
import { actingSearch, qualitySearch, satisfactionSearch } from './searches.ts'

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

const quality = createRoute({
  getParentRoute: () => root,
  path: '/satisfaction/quality',
  validateSearch: qualitySearch,
  component: lazyRouteComponent(
    withWords(['quality', 'management'], () => import('../satisfaction/QualityPage.tsx')),
    'QualityPage',
  ),
})

export const satisfactionPages = [satisfaction, acting, quality] as const
