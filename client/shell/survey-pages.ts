// Addresses of the pages of surveys.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { withWords } from '../words/with-words.ts'
import { root } from './root.ts'
import { entrySearch, planSearch, questionnaireSearch, surveysSearch } from './searches.ts'

const surveys = createRoute({
  getParentRoute: () => root,
  path: '/surveys',
  validateSearch: surveysSearch,
  component: lazyRouteComponent(
    withWords(['surveys'], () => import('../surveys/SurveysPage.tsx')),
    'SurveysPage',
  ),
})

const surveyPlan = createRoute({
  getParentRoute: () => root,
  path: '/surveys/plan',
  validateSearch: planSearch,
  component: lazyRouteComponent(
    withWords(['surveys', 'planning'], () => import('../surveys/PlanPage.tsx')),
    'PlanPage',
  ),
})

const wave = createRoute({
  getParentRoute: () => root,
  path: '/surveys/waves/$id',
  component: lazyRouteComponent(
    withWords(['surveys', 'lists'], () => import('../surveys/WavePage.tsx')),
    'WavePage',
  ),
})

const waveEntry = createRoute({
  getParentRoute: () => root,
  path: '/surveys/waves/$id/enter',
  validateSearch: entrySearch,
  component: lazyRouteComponent(
    withWords(['surveys', 'answers'], () => import('../surveys/EnterPage.tsx')),
    'EnterPage',
  ),
})

const waveImport = createRoute({
  getParentRoute: () => root,
  path: '/surveys/waves/$id/import',
  component: lazyRouteComponent(
    withWords(['surveys', 'answers'], () => import('../surveys/ImportPage.tsx')),
    'ImportPage',
  ),
})

const questionnaires = createRoute({
  getParentRoute: () => root,
  path: '/surveys/questionnaires',
  component: lazyRouteComponent(
    withWords(['surveys', 'questionnaires'], () => import('../surveys/QuestionnairesPage.tsx')),
    'QuestionnairesPage',
  ),
})

const questionnaire = createRoute({
  getParentRoute: () => root,
  path: '/surveys/questionnaires/$id',
  validateSearch: questionnaireSearch,
  component: lazyRouteComponent(
    withWords(['surveys', 'questionnaires'], () => import('../surveys/BuilderPage.tsx')),
    'BuilderPage',
  ),
})

export const surveyPages = [surveys, surveyPlan, wave, waveEntry, waveImport, questionnaires, questionnaire] as const
