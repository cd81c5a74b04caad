// Rows of the work list: where a case stands, in the words that people read there.
import i18next from 'i18next'
import { beforeAll, expect, it } from 'vitest'
import words from '../../client/words/en.json' with { type: 'json' }
import { caseRow } from '../../client/work/work-rows.ts'

beforeAll(() => i18next.init({ lng: 'en', resources: { en: { translation: words } } }))

const now = new Date('2026-11-02T09:00:00Z')

it('says of a closed claim that its 8D runs on, and of one that waits what it waits for', () => {
  expect(rowOf({ state: 'closed', stateLabel: 'Closed', open: true })).toBe('Closed · 8D runs on')
  expect(rowOf({ state: 'closed', stateLabel: 'Closed', open: false })).toBe('Closed')
  expect(rowOf({ state: 'screening', stateLabel: 'Screening', open: true })).toBe('Screening')
  const waits = { waiting: 'sample', waitingLabel: 'Waiting for a sample' } as const
  expect(rowOf({ state: 'screening', stateLabel: 'Screening', open: true, ...waits })).toBe('Waiting for a sample')
})

type Claim = Extract<Parameters<typeof caseRow>[0], { __typename: 'Claim' }>

function rowOf(given: Pick<Claim, 'state' | 'stateLabel' | 'open'> & Partial<Claim>): string {
  const row: Claim = {
    __typename: 'Claim',
    id: 'one',
    number: 'C-2026-000001',
    title: 'Wavy edges',
    revision: 1,
    changedAt: now.toISOString(),
    dueAt: null,
    account: { id: 'a', name: 'Nordwind', key: false },
    deadlines: [],
    waiting: 'nothing',
    waitingLabel: '',
    ...given,
  }
  return caseRow(row, now, i18next.t).state
}
