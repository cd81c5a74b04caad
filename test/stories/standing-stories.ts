// What can happen to an open claim wherever it stands: visit, severity, seats, interim messages, withdrawal and its way back.
import { expect } from 'vitest'
import type { ClaimState } from '../../schema/claim-vocabulary.ts'
import { claimIn } from './driven-claim.ts'
import { goTo, type World } from './world.ts'

const openStates = [
  'registered',
  'screening',
  'collecting',
  'concluding',
  'decision',
  'approval',
  'offered',
  'disputed',
  'settlement',
  'closing',
] as const satisfies ClaimState[]

/** Clocks that run in each state from Monday 10:00 on, with due times worked by hand: 8 h a day, 45 h of them a working week are 5 days. */
const due = {
  acknowledge: '2026-11-03T05:00:00.000Z',
  screen: '2026-11-04T05:00:00.000Z',
  containment: '2026-11-04T05:00:00.000Z',
  // The promised date: ten working days would end on 16 November.
  answer: '2026-11-12T10:00:00.000Z',
  approval: '2026-11-04T05:00:00.000Z',
  offerAnswer: '2026-12-02T05:00:00.000Z',
  settlement: '2026-11-16T05:00:00.000Z',
  closing: '2026-11-09T05:00:00.000Z',
  statusUpdate: '2026-11-16T05:00:00.000Z',
}
type Named = keyof typeof due
const running: Record<ClaimState, readonly Named[]> = {
  registered: ['acknowledge', 'statusUpdate'],
  screening: ['answer', 'screen', 'statusUpdate'],
  collecting: ['answer', 'containment', 'statusUpdate'],
  concluding: ['answer', 'statusUpdate'],
  decision: ['answer', 'statusUpdate'],
  approval: ['answer', 'approval', 'statusUpdate'],
  offered: ['offerAnswer', 'statusUpdate'],
  disputed: ['answer', 'statusUpdate'],
  settlement: ['settlement', 'statusUpdate'],
  closing: ['closing', 'statusUpdate'],
  closed: [],
  closedDisputed: [],
  declined: [],
  lapsed: [],
  withdrawn: [],
  merged: [],
  discarded: [],
}
const ended = ['closed', 'closedDisputed', 'declined', 'withdrawn', 'merged'] as const satisfies ClaimState[]

type Story = (world: World) => Promise<void>

export const standingStories: Record<string, Story> = {
  ...Object.fromEntries(
    [...openStates, ...ended].map((state): [string, Story] => [
      `the clocks of ${state}`,
      async (world) => {
        const claim = await claimIn(world, state)
        expect(await claim.states()).toEqual([state, 'nothing', 'notRequired'])
        const expected = Object.fromEntries(running[state].map((clock): [string, string] => [clock, due[clock]]))
        if (state === 'offered') expected.statusUpdate = 'paused: offered'
        expect(await claim.clocks()).toEqual(expected)
        expect((await claim.row()).open).toBe(running[state].length > 0)
        expect((await claim.row()).due_at?.toISOString() ?? null).toBe(earliest(expected))
      },
    ]),
  ),
  ...Object.fromEntries(
    openStates.map((state): [string, Story] => [
      `what can happen in ${state}`,
      async (world) => {
        const claim = await claimIn(world, state)
        const here = `${state} nothing notRequired`
        expect(await claim.do('requestVisit')).toBe(here)
        expect(await claim.do('reassign')).toBe(here)
        expect(await claim.do('changeSeverity')).toBe(here)
        const row = await claim.row()
        expect(row).toMatchObject({ owner_id: world.people.engineer2.id, severity: 'irritation' })
        await visitLinked(claim.key, row.account_id, world)

        if (state !== 'offered') {
          await goTo(world, new Date(due.statusUpdate))
          expect((await claim.states()).join(' ')).toBe(here)
          expect((await claim.clocks()).statusUpdate).toBe('2026-11-30T05:00:00.000Z')
          expect(await lettersOf(world, claim.key)).toContain('interim')
        }
        expect(await claim.do('withdraw')).toBe('withdrawn nothing notRequired')
        expect(await claim.clocks()).toEqual({})
        const proposals = await claim.proposals()
        if (state === 'approval') expect(proposals.map(({ state }) => state)).toEqual(['withdrawn'])
        expect(await claim.do('revive')).toBe('screening nothing notRequired')
        expect(Object.keys(await claim.clocks()).sort()).toEqual(['answer', 'screen', 'statusUpdate'])
        expect((await claim.proposals()).length).toBe(proposals.length)
      },
    ]),
  ),
}

function earliest(clocks: Record<string, string>): string | null {
  return (
    Object.values(clocks)
      .filter((at) => at.startsWith('20'))
      .sort()[0] ?? null
  )
}

async function visitLinked(caseId: string, accountId: string, world: World): Promise<void> {
  const visits = await world.db
    .selectFrom('case_link')
    .innerJoin('service_case as visit', 'visit.id', 'case_link.to_case_id')
    .where('from_case_id', '=', caseId)
    .where('case_link.kind', '=', 'visit')
    .select(['visit.id', 'visit.kind', 'visit.account_id', 'visit.state', 'visit.number', 'visit.revision'])
    .execute()
  expect(visits).toEqual([
    {
      id: expect.any(String),
      kind: 'visit',
      account_id: accountId,
      state: 'requested',
      number: expect.stringMatching(/^V-2026-\d{6}$/),
      revision: 1,
    },
  ])
  const clocks = world.db
    .selectFrom('deadline')
    .where('case_id', '=', visits[0]?.id ?? '')
    .select('clock')
  expect((await clocks.orderBy('clock').execute()).map(({ clock }) => clock)).toEqual([
    'visitFirstAnswer',
    'visitRequest',
  ])
}

async function lettersOf(world: World, caseId: string): Promise<string[]> {
  const rows = await world.db.selectFrom('letter').where('case_id', '=', caseId).select('kind').execute()
  return rows.map(({ kind }) => kind)
}
