// No page of the client is left out where journeys look at all of them.
import { expect, it } from 'vitest'
import { lookedAt } from '../journeys/page-list.ts'
import { sourceFiles } from './source-files.ts'

it('each address of the client is on the list of pages that journeys look at', () => {
  const routes = sourceFiles('client/shell').flatMap(({ text }) =>
    [...text.matchAll(/createRoute\(\{[^}]*?\bpath: '([^']+)'/g)].map(([, path = '']) => path),
  )
  expect(routes.length).toBeGreaterThan(20)
  expect(routes.toSorted()).toEqual(Object.values(lookedAt).flat().toSorted())
})
