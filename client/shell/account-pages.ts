// Addresses of the pages of customers.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { recommendationsSearch } from '../trials/recommendations-search.ts'
import { withWords } from '../words/with-words.ts'
import { root } from './root.ts'
import { accountsSearch } from './searches.ts'

const accounts = createRoute({
  getParentRoute: () => root,
  path: '/accounts',
  validateSearch: accountsSearch,
  component: lazyRouteComponent(
    withWords(['account-pages', 'account-list', 'lists'], () => import('../accounts/AccountsPage.tsx')),
    'AccountsPage',
  ),
})

const myAccounts = createRoute({
  getParentRoute: () => root,
  path: '/accounts/mine',
  component: lazyRouteComponent(
    withWords(['account-pages', 'mine'], () => import('../accounts/MyAccountsPage.tsx')),
    'MyAccountsPage',
  ),
})

const segments = createRoute({
  getParentRoute: () => root,
  path: '/accounts/segments',
  component: lazyRouteComponent(
    withWords(['account-pages', 'accounts', 'segments'], () => import('../accounts/SegmentsPage.tsx')),
    'SegmentsPage',
  ),
})

const recommendations = createRoute({
  getParentRoute: () => root,
  path: '/recommendations',
  validateSearch: recommendationsSearch,
  component: lazyRouteComponent(
    withWords(['account-pages', 'trials', 'field'], () => import('../trials/RecommendationsPage.tsx')),
    'RecommendationsPage',
  ),
})

const account = createRoute({
  getParentRoute: () => root,
  path: '/accounts/$id',
  component: lazyRouteComponent(
    withWords(['accounts'], () => import('../accounts/AccountPage.tsx')),
    'AccountPage',
  ),
})

export const accountPages = [accounts, myAccounts, segments, account, recommendations]
