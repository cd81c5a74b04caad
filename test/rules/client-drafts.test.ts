// Drafts of the client: at each keystroke on the device, on the server after two seconds of quiet; the newest wins, none is lost.
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createDrafts, type Draft, type DraftServer, type ServerDraft } from '../../client/device/drafts.ts'
import { openPersonDatabase, type Shelf, shelfOf, wipeDatabases } from '../../client/device/shelf.ts'

let reached: boolean
let stored: Map<string, ServerDraft>
let saves: unknown[]
const server: DraftServer = {
  async read(key) {
    return reached ? (stored.get(key) ?? null) : 'lost'
  },
  async save({ key, body, revision }) {
    if (!reached) return 'lost'
    if ((stored.get(key)?.revision ?? revision) !== revision) return 'stale'
    saves.push(body)
    stored.set(key, { body, revision: revision + 1, changedAt: Date.now() })
    return revision + 1
  },
  async discard(key) {
    if (reached) stored.delete(key)
    return reached
  },
}

async function deviceOf(person: string): Promise<Shelf<Draft>> {
  return shelfOf<Draft>(await openPersonDatabase(person), 'drafts')
}

const open = async (shelf: Shelf<Draft>) => createDrafts({ shelf, server, now: () => Date.now() })

/** Lets two seconds of quiet pass, and what they start come to its end. */
const quiet = () => vi.advanceTimersByTimeAsync(2000)

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-02T08:00:00Z'), toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  reached = true
  stored = new Map()
  saves = []
})
afterEach(async () => {
  vi.useRealTimers()
  await wipeDatabases(null)
})

describe('what is being written', () => {
  it('stands on the device at once and on the server after two seconds of quiet, once for many keystrokes', async () => {
    const shelf = await deviceOf('A')
    const drafts = await open(shelf)
    for (const text of ['R', 'Ru', 'Rust']) drafts.keep('log', text)
    expect((await shelf.all()).map(({ body }) => body)).toEqual(['Rust'])
    await vi.advanceTimersByTimeAsync(1999)
    expect(saves).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(saves).toEqual(['Rust'])
    expect(drafts.get('log')).toMatchObject({ revision: 1, ahead: false })
  })

  it('is restored after the page was loaded anew without a network, and sent when it returns', async () => {
    const shelf = await deviceOf('A')
    reached = false
    const before = await open(shelf)
    before.keep('log', 'Rust on the edge')
    await quiet()
    const after = await open(shelf)
    expect(after.get('log')?.body).toBe('Rust on the edge')
    reached = true
    await after.flush()
    expect(stored.get('log')?.body).toBe('Rust on the edge')
  })

  it('is gone on with on another device', async () => {
    const phone = await open(await deviceOf('A'))
    phone.keep('log', 'begun on the phone')
    await quiet()
    const desk = await open(shelfOf<Draft>(null, 'drafts'))
    await desk.meet('log')
    expect(desk.get('log')?.body).toBe('begun on the phone')
    expect(desk.other('log')).toBeNull()
    desk.keep('log', 'ended at the desk')
    await quiet()
    await phone.meet('log')
    expect(phone.get('log')?.body).toBe('ended at the desk')
  })

  it('on two devices at a time: the newest wins, the other can be taken, and back', async () => {
    const phone = await open(await deviceOf('A'))
    const desk = await open(shelfOf<Draft>(null, 'drafts'))
    reached = false
    phone.keep('log', 'of the phone')
    await quiet()
    reached = true
    desk.keep('log', 'of the desk')
    await quiet()
    await phone.meet('log')
    expect(phone.get('log')?.body).toBe('of the desk')
    expect(phone.other('log')?.body).toBe('of the phone')
    phone.takeOther('log')
    expect(phone.get('log')?.body).toBe('of the phone')
    expect(phone.other('log')?.body).toBe('of the desk')
    await quiet()
    expect(stored.get('log')).toMatchObject({ body: 'of the phone', revision: 2 })
  })

  it('a save over what another device wrote meanwhile compares first and loses neither', async () => {
    const phone = await open(await deviceOf('A'))
    phone.keep('log', 'one')
    await quiet()
    stored.set('log', { body: 'two, elsewhere', revision: 2, changedAt: Date.now() })
    await vi.advanceTimersByTimeAsync(60_000)
    phone.keep('log', 'three')
    await quiet()
    await quiet()
    expect(stored.get('log')).toMatchObject({ body: 'three', revision: 3 })
    expect(phone.other('log')?.body).toBe('two, elsewhere')
  })

  it('is forgotten on the server too once sent, even where that was without a network', async () => {
    const shelf = await deviceOf('A')
    const drafts = await open(shelf)
    drafts.keep('log', 'Rust')
    await quiet()
    reached = false
    drafts.forget('log')
    await quiet()
    expect(drafts.get('log')).toBeNull()
    expect(stored.size).toBe(1)
    reached = true
    const later = await open(shelf)
    await later.flush()
    expect(stored.size).toBe(0)
    expect(await shelf.all()).toEqual([])
  })

  it('of one person is not there for another, and wiped when another owns the device', async () => {
    const drafts = await open(await deviceOf('A'))
    drafts.keep('log', 'mine')
    await quiet()
    expect((await open(await deviceOf('B'))).get('log')).toBeNull()
    await wipeDatabases('B')
    expect((await open(await deviceOf('A'))).get('log')).toBeNull()
  })
})
