// Addresses of the pages; each page is a chunk of its own, loaded when it is first opened.
import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { trialsSearch } from '../trials/trials-search.ts'
import { withWords } from '../words/with-words.ts'
import { accountPages } from './account-pages.ts'
import { root } from './root.ts'
import { satisfactionPages } from './satisfaction-pages.ts'
import {
  administrationSearch,
  boardSearch,
  claimsSearch,
  managementSearch,
  visitCalendarSearch,
  visitsSearch,
  workSearch,
} from './searches.ts'
import { surveyPages } from './survey-pages.ts'

const work = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: workSearch,
  component: lazyRouteComponent(
    withWords(['work', 'lists'], () => import('../work/WorkPage.tsx')),
    'WorkPage',
  ),
})

const claims = createRoute({
  getParentRoute: () => root,
  path: '/claims',
  validateSearch: claimsSearch,
  component: lazyRouteComponent(
    withWords(['claims', 'lists', 'field'], () => import('../claims/ClaimsPage.tsx')),
    'ClaimsPage',
  ),
})

const trials = createRoute({
  getParentRoute: () => root,
  path: '/trials',
  validateSearch: trialsSearch,
  component: lazyRouteComponent(
    withWords(['trials', 'field'], () => import('../trials/TrialsPage.tsx')),
    'TrialsPage',
  ),
})

const visits = createRoute({
  getParentRoute: () => root,
  path: '/visits',
  validateSearch: visitsSearch,
  component: lazyRouteComponent(
    withWords(['visits', 'lists'], () => import('../visits/VisitsPage.tsx')),
    'VisitsPage',
  ),
})

const visitCalendar = createRoute({
  getParentRoute: () => root,
  path: '/visits/calendar',
  validateSearch: visitCalendarSearch,
  component: lazyRouteComponent(
    withWords(['visits'], () => import('../visits/VisitCalendarPage.tsx')),
    'VisitCalendarPage',
  ),
})

const dossier = createRoute({
  getParentRoute: () => root,
  path: '/visits/$number/dossier',
  component: lazyRouteComponent(
    withWords(['visit'], () => import('../visits/DossierPage.tsx')),
    'DossierPage',
  ),
})

const oneCase = createRoute({
  getParentRoute: () => root,
  path: '/cases/$number',
  component: lazyRouteComponent(
    withWords(['case', 'field', 'map', 'files'], () => import('../case/CasePage.tsx')),
    'CasePage',
  ),
})

const log = createRoute({
  getParentRoute: () => root,
  path: '/log',
  component: lazyRouteComponent(
    withWords(['log', 'files'], () => import('../log/LogClaimPage.tsx')),
    'LogClaimPage',
  ),
})

const board = createRoute({
  getParentRoute: () => root,
  path: '/board',
  validateSearch: boardSearch,
  component: lazyRouteComponent(
    withWords(['board', 'files', 'lists'], () => import('../board/BoardPage.tsx')),
    'BoardPage',
  ),
})

const waiting = createRoute({
  getParentRoute: () => root,
  path: '/waiting',
  component: lazyRouteComponent(() => import('../device/WaitingPage.tsx'), 'WaitingPage'),
})

const access = createRoute({
  getParentRoute: () => root,
  path: '/me',
  component: lazyRouteComponent(
    withWords(['access'], () => import('../access/AccessPage.tsx')),
    'AccessPage',
  ),
})

const management = createRoute({
  getParentRoute: () => root,
  path: '/management',
  validateSearch: managementSearch,
  component: lazyRouteComponent(
    withWords(['management', 'map', 'claims'], () => import('../management/ManagementPage.tsx')),
    'ManagementPage',
  ),
})

const administration = createRoute({
  getParentRoute: () => root,
  path: '/administration',
  validateSearch: administrationSearch,
  component: lazyRouteComponent(
    withWords(['administration'], () => import('../administration/AdministrationPage.tsx')),
    'AdministrationPage',
  ),
})

export function createPages() {
  return createRouter({
    routeTree: root.addChildren([
      work,
      claims,
      trials,
      visits,
      visitCalendar,
      dossier,
      oneCase,
      log,
      board,
      ...accountPages,
      waiting,
      access,
      ...satisfactionPages,
      ...surveyPages,
      management,
      administration,
    ]),
    scrollRestoration: true,
    defaultPreload: 'intent',
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createPages>
  }
}
