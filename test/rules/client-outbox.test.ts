// The outbox of the client: in order, each once, refusals kept, photos after their claim.
import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { createOutbox, type NewWaiting, type Outbox, type Outcome, type Waiting } from '../../client/device/outbox.ts'
import { openPersonDatabase, type Shelf, shelfOf, wipeDatabases } from '../../client/device/shelf.ts'

let reached: boolean
let sent: { key: string; caseId: string | null; bytes: number | null }[]
let refusals: Map<string, string>
let shelf: Shelf<Waiting>
let lines: Map<string, Promise<void>>

/** As the server does: a key that it knows has its answer and no second effect. */
async function serve({ key, caseId, blob }: Waiting): Promise<Outcome> {
  if (!reached) return { kind: 'lost' }
  const text = refusals.get(key)
  if (text) return { kind: 'refused', text, faults: [{ field: 'whatHappened', text: 'Is missing' }] }
  if (!sent.some((one) => one.key === key)) sent.push({ key, caseId, bytes: blob?.size ?? null })
  return { kind: 'done', sent: key.startsWith('claim') ? { caseId: `id of ${key}`, number: 'C-2026-000001' } : null }
}

const open = (): Promise<Outbox> =>
  createOutbox({
    shelf,
    senders: { claim: serve, comment: serve, answer: serve, report: serve, photo: serve },
    now: () => Date.parse('2026-11-02T08:00:00Z'),
    alone(lane, run) {
      const next = (lines.get(lane) ?? Promise.resolve()).then(run)
      lines.set(lane, next)
      return next
    },
  })

const claim = (key = 'claim-1', ref = 'call-1'): NewWaiting => ({ key, kind: 'claim', label: 'Rust', ref })
const photo = (key: string, after: string | null = 'call-1'): NewWaiting => ({
  key,
  kind: 'photo',
  label: `${key}.jpg`,
  after,
  blob: new Blob(['x'.repeat(10)]),
})
const keys = (outbox: Outbox) => outbox.list().map(({ key }) => key)

beforeEach(async () => {
  await wipeDatabases(null)
  reached = true
  sent = []
  refusals = new Map()
  lines = new Map()
  shelf = shelfOf<Waiting>(await openPersonDatabase('A'), 'outbox')
})

describe('a claim with two photos, captured without a network', () => {
  beforeEach(async () => {
    reached = false
    const outbox = await open()
    await outbox.add(photo('photo-1'))
    await outbox.add(photo('photo-2'))
    expect(await outbox.submit(claim())).toEqual({ kind: 'lost' })
    await outbox.submit({ key: 'comment-1', kind: 'comment', label: 'Ask for the strip' })
  })

  it('waits through a new start of the page and arrives once, the photos under the id of the claim', async () => {
    const outbox = await open()
    expect(keys(outbox)).toEqual(['photo-1', 'photo-2', 'claim-1', 'comment-1'])
    reached = true
    await outbox.flush()
    expect(sent).toEqual([
      { key: 'claim-1', caseId: null, bytes: null },
      { key: 'comment-1', caseId: null, bytes: null },
      { key: 'photo-1', caseId: 'id of claim-1', bytes: 10 },
      { key: 'photo-2', caseId: 'id of claim-1', bytes: 10 },
    ])
    expect(outbox.list()).toEqual([])
  })

  it('arrives once where two pages of the device send at the same time', async () => {
    const [one, other] = [await open(), await open()]
    reached = true
    await Promise.all([one.flush(), other.flush(), one.flush()])
    expect(sent.map(({ key }) => key)).toEqual(['claim-1', 'comment-1', 'photo-1', 'photo-2'])
  })

  it('arrives once where the answer was lost on its way', async () => {
    sent.push({ key: 'claim-1', caseId: null, bytes: null })
    reached = true
    await (await open()).flush()
    expect(sent.filter(({ key }) => key === 'claim-1')).toHaveLength(1)
    expect(sent.find(({ key }) => key === 'photo-2')?.caseId).toBe('id of claim-1')
  })

  it('is kept with its reason when it is refused, holds nothing else up, and goes with its photos once repaired', async () => {
    refusals.set('claim-1', 'Something is missing')
    reached = true
    const outbox = await open()
    await outbox.flush()
    expect(sent.map(({ key }) => key)).toEqual(['comment-1'])
    expect(keys(outbox)).toEqual(['photo-1', 'photo-2', 'claim-1'])
    expect((await open()).list()[2]?.fault).toEqual({
      text: 'Something is missing',
      faults: [{ field: 'whatHappened', text: 'Is missing' }],
    })
    await outbox.release('claim-1')
    expect(keys(outbox)).toEqual(['photo-1', 'photo-2'])
    expect(await outbox.submit(claim('claim-2'))).toMatchObject({ kind: 'done', sent: { caseId: 'id of claim-2' } })
    await outbox.flush()
    expect(sent.map(({ key, caseId }) => `${key} ${caseId}`)).toContain('photo-1 id of claim-2')
    expect(outbox.list()).toEqual([])
  })

  it('is sent when a refusal was because of something that has changed', async () => {
    refusals.set('claim-1', 'Not now')
    reached = true
    const outbox = await open()
    await outbox.flush()
    refusals.clear()
    await outbox.retry('claim-1')
    expect(outbox.list()).toEqual([])
  })

  it('is thrown away with its photos', async () => {
    const outbox = await open()
    await outbox.discard(['claim-1'])
    expect(keys(outbox)).toEqual(['comment-1'])
  })
})

describe('with a network', () => {
  it('nothing waits, and a refusal goes back to the form that is still open', async () => {
    const outbox = await open()
    refusals.set('claim-1', 'Something is missing')
    await outbox.add(photo('photo-1'))
    expect(await outbox.submit(claim())).toMatchObject({ kind: 'refused', text: 'Something is missing' })
    expect(keys(outbox)).toEqual(['photo-1'])
    expect(await outbox.submit(claim('claim-2'))).toMatchObject({ kind: 'done' })
    await outbox.flush()
    expect(outbox.list()).toEqual([])
  })

  it('words are not held up by a photo on a slow line, whose progress is told', async () => {
    let arrive = () => {}
    const slow = new Promise<void>((done) => {
      arrive = done
    })
    const outbox = await createOutbox({
      shelf,
      senders: {
        claim: serve,
        comment: serve,
        answer: serve,
        report: serve,
        photo: async (entry, progress) => {
          progress(0.4)
          await slow
          return serve(entry)
        },
      },
      now: () => 0,
      alone: (_lane, run) => run(),
    })
    const photos = outbox.submit(photo('photo-1', null))
    expect(await outbox.submit({ key: 'comment-1', kind: 'comment', label: 'Seen' })).toMatchObject({ kind: 'done' })
    expect(outbox.progress('photo-1')).toBe(0.4)
    arrive()
    await photos
    expect(outbox.list()).toEqual([])
  })
})
