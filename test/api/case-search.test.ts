// Search: words and their beginnings, any part of a number, without diacritics, and only what the viewer may see.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ContactViewer, PersonViewer } from '../../server/core/viewer.ts'
import { givenPerson } from '../given.ts'
import { ask } from '../graph.ts'
import { comment } from '../stories/comment.ts'
import { type DrivenClaim, newClaim } from '../stories/driven-claim.ts'
import { sentTask } from '../stories/driven-task.ts'
import { contactOf, newCustomer, openWorld, type World } from '../stories/world.ts'

let world: World
let polish: DrivenClaim
let russian: DrivenClaim
let english: DrivenClaim

beforeAll(async () => {
  world = await openWorld()
  polish = await newClaim(world, undefined, { whatHappened: 'Krawędzie są pęknięte, zażółć gęślą jaźń' })
  russian = await newClaim(world, await newCustomer(world, { regionId: world.regions.iran ?? '' }), {
    whatHappened: 'Ёлочный узор на поверхности рулона',
  })
  english = await newClaim(world, undefined, { whatHappened: "Scratches on the operator's side, 12.5 mm" })
  await english.quickly(['acknowledge', 'acceptForInvestigation'])
})
afterAll(() => world.close())

async function found(text: string, viewer: PersonViewer | ContactViewer = world.people.engineer): Promise<string[]> {
  const { search } = await ask<{ search: { number: string }[] }>(
    world.engine,
    viewer,
    'query($text: String!) { search(text: $text, first: 50) { number } }',
    { text },
  )
  return search.map(({ number }) => number)
}
const number = async (claim: DrivenClaim) => (await claim.row()).number

describe('words', () => {
  it.each<[string, () => DrivenClaim]>([
    ['scratches', () => english],
    ['SCRATCH', () => english],
    ['scratches operator', () => english],
    ['krawedzie', () => polish],
    ['pękn', () => polish],
    ['zazolc gesla', () => polish],
    ['елочный', () => russian],
    ['ЁЛОЧНЫЙ УЗОР', () => russian],
  ])('%s', async (text, claim) => {
    expect(await found(text)).toEqual([await number(claim())])
  })

  it('all of them must be there', async () => {
    expect(await found('scratches krawedzie')).toEqual([])
  })

  it('of the customer’s name, of comments, of what was amended', async () => {
    const named = await newClaim(world, await newCustomer(world, { name: 'Håkansson Rör' }))
    expect(await found('hakansson')).toEqual([await number(named)])
    expect(await found('überraschend')).toEqual([])
    await comment(english, 'Überraschend glatt')
    expect(await found('uberrasch')).toEqual([await number(english)])
    await english.do('amend', { whatHappened: 'Grooves' })
    expect(await found('grooves')).toEqual([await number(english)])
    expect(await found('überraschend')).toEqual([await number(english)])
    expect(await found('scratches')).toEqual([])
  })
})

describe('any part of a number', () => {
  it('of the claim, its coil, heat, order and task', async () => {
    const task = await sentTask(english)
    const heat = await world.db
      .selectFrom('heat')
      .select('number')
      .where('id', '=', english.customer.heatId)
      .executeTakeFirstOrThrow()
    const own = await number(english)
    expect(await found(own)).toEqual([own])
    expect(await found(own.slice(-5))).toContain(own)
    expect(await found(own.toLowerCase())).toEqual([own])
    expect(await found(heat.number)).toEqual([own])
    expect(await found(`O-${heat.number}`)).toEqual([own])
    expect(await found(`${heat.number.slice(1)}-1`)).toEqual([own])
    expect(await found((await task.row()).number)).toEqual([own])
  })
})

describe('only what the viewer may see', () => {
  it('by region and department; not the customer', async () => {
    const iran = await givenPerson(world.db, {
      name: 'Iran Engineer',
      role: 'csEngineer',
      regionId: world.regions.iran ?? '',
    })
    expect(await found('елочный', iran)).toEqual([await number(russian)])
    expect(await found('krawedzie', iran)).toEqual([])
    expect(await found('krawedzie', world.people.roller)).toEqual([])
    expect(await found('grooves', world.people.roller)).toEqual([await number(english)])
    expect(await found('grooves', world.people.coater)).toEqual([])
    // Comments and tasks are between colleagues: the customer does not search at all.
    expect(await found('grooves', contactOf(english.customer, english.key))).toEqual([])
  })
})

describe('what people type', () => {
  it.each([
    "'",
    '"',
    '\\',
    '%',
    '_',
    '%%%',
    '&',
    '|',
    '!',
    '(',
    ')',
    ':*',
    "a'b",
    'a & b',
    '!a',
    '<->',
    'ŉ',
    'ʼ',
    'oʼneil',
    '½',
    '٣',
    '-',
    '--',
    'a-',
    '🙂',
    '\u200b',
    '\u202e',
    '*',
    "'; drop table claim; --",
    '\ud800',
    'ﷺ',
    'İ',
    'ẞ',
    'ǆ',
  ])('%j is no error', async (text) => {
    expect(Array.isArray(await found(text))).toBe(true)
  })

  it.each(['', '   ', 'x'.repeat(201), 'a\u0000b'])('%j is refused', async (text) => {
    await expect(found(text)).rejects.toThrow('text')
  })
})
