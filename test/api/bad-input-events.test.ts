// Events of a claim up to its conclusion with bad input: refused with field and code, and no row changed.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { JsonObject } from '../../schema/json.ts'
import { claimIn, type DrivenClaim, newClaim } from '../stories/driven-claim.ts'
import type { SentEvent } from '../stories/event-inputs.ts'
import { nobody, refused } from '../stories/refused.ts'
import { openWorld, type World } from '../stories/world.ts'

let world: World
let registered: DrivenClaim
let collecting: DrivenClaim
let concluding: DrivenClaim

beforeAll(async () => {
  world = await openWorld()
  registered = await newClaim(world)
  collecting = await claimIn(world, 'collecting')
  concluding = await claimIn(world, 'concluding')
})
afterAll(() => world.close())

describe('events of a claim', () => {
  const coil = () => registered.customer.coils[0] ?? ''
  it.each<[string, () => DrivenClaim, SentEvent, (claim: DrivenClaim) => JsonObject | Promise<JsonObject>, string[]]>([
    ['a stale revision', () => registered, 'amend', () => ({ revision: 7 }), ['Stale']],
    ['a revision of none', () => registered, 'amend', () => ({ revision: 0 }), ['revision: tooLow']],
    ['an event of another state', () => registered, 'close', () => ({}), ['WrongState']],
    ['a claim that is not there', () => registered, 'amend', () => ({ id: nobody }), ['NotFound']],
    ['nothing to amend', () => registered, 'amend', () => ({ whatHappened: null }), ['items: nothingToAmend']],
    [
      'an item of another claim',
      () => registered,
      'amend',
      async () => ({ items: [{ id: (await collecting.items())[0]?.id ?? '', pieceId: coil() }] }),
      ['items.0.id: unknown'],
    ],
    [
      'an item twice',
      () => registered,
      'amend',
      async (claim) => {
        const id = (await claim.items())[0]?.id ?? ''
        return {
          items: [
            { id, pieceId: coil() },
            { id, pieceId: coil() },
          ],
        }
      },
      ['items.1.id: taken'],
    ],
    [
      'promised on a Sunday',
      () => registered,
      'acknowledge',
      () => ({ promisedAnswerAt: '2026-11-08T06:00:00Z' }),
      ['promisedAnswerAt: promisedOnDayOff'],
    ],
    [
      'promised for yesterday',
      () => registered,
      'acknowledge',
      () => ({ promisedAnswerAt: '2026-10-30T06:00:00Z' }),
      ['promisedAnswerAt: promisedDatePassed'],
    ],
    [
      'promised for the next age',
      () => registered,
      'acknowledge',
      () => ({ promisedAnswerAt: '9999-12-31T06:00:00Z' }),
      ['promisedAnswerAt: dateOutOfRange'],
    ],
    [
      'a task due yesterday',
      () => collecting,
      'sendTask',
      () => ({ dueAt: '2026-11-01T05:00:00Z' }),
      ['dueAt: dueDatePassed'],
    ],
    [
      'a task due in the next age',
      () => collecting,
      'sendTask',
      () => ({ dueAt: '9999-01-01T05:00:00Z' }),
      ['dueAt: dateOutOfRange'],
    ],
    [
      'a department that is not there',
      () => collecting,
      'sendTask',
      () => ({ departmentId: nobody }),
      ['departmentId: unknownDepartment'],
    ],
    [
      'a sister coil that is none',
      () => collecting,
      'recordContainment',
      () => ({ pieces: [{ pieceId: coil(), outcome: 'held' }] }),
      ['pieces.0.pieceId: unknown'],
    ],
    [
      'a sister coil twice',
      () => collecting,
      'recordContainment',
      ({ customer: { coils } }) => ({
        pieces: [
          { pieceId: coils[1] ?? '', outcome: 'held' },
          { pieceId: coils[1] ?? '', outcome: 'sorted' },
        ],
      }),
      ['pieces.1.pieceId: taken'],
    ],
    [
      'a sister coil without outcome',
      () => collecting,
      'recordContainment',
      ({ customer: { coils } }) => ({ pieces: [{ pieceId: coils[1] ?? '' }] }),
      ['pieces.0.outcome: sisterUndecided'],
    ],
    ['a task of another claim', () => concluding, 'returnAnswer', () => ({ taskId: nobody }), ['taskId: taskUnknown']],
    [
      'a cause of another list',
      () => concluding,
      'conclude',
      () => ({ occurrenceCause: 'noStandard' }),
      ['occurrenceCause: unknownCode'],
    ],
    [
      'a share twice',
      () => concluding,
      'conclude',
      () => {
        const share = { departmentId: world.departments.rollingMill ?? '', percent: '50' }
        return { shares: [share, share] }
      },
      ['shares.1.departmentId: shareTwice'],
    ],
    ['a share of 101 %', () => concluding, 'conclude', () => share('101'), ['shares.0.percent: tooHigh']],
    ['a share of nothing', () => concluding, 'conclude', () => share('0'), ['shares.0.percent: notPositive']],
    ['a share of -100 %', () => concluding, 'conclude', () => share('-100'), ['shares.0.percent: negative']],
    [
      'an analyst who is none',
      () => collecting,
      'reassign',
      () => ({ seat: 'analyst', personId: world.people.roller.id }),
      ['personId: personWithoutRole'],
    ],
    [
      'an owner who is not there',
      () => collecting,
      'reassign',
      () => ({ personId: nobody }),
      ['personId: unknownPerson'],
    ],
    [
      'the severity it has',
      () => collecting,
      'changeSeverity',
      () => ({ severity: 'minor' }),
      ['severity: sameSeverity'],
    ],
    ['no question', () => collecting, 'requestInformation', () => ({ questions: [] }), ['questions: questions']],
  ])('%s', async (_name, claim, event, input, faults) => {
    const given = await input(claim())
    expect(await refused(world, () => claim().attempt(event, given))).toEqual(faults)
  })

  const share = (percent: string) => ({ shares: [{ departmentId: world.departments.rollingMill ?? '', percent }] })
})
