import { describe, expect, it } from 'vitest'
import { retryable, withRetry } from '../../server/core/retry.ts'

const failure = (properties: object, message = 'failed') => Object.assign(new Error(message), properties)

describe('retryable', () => {
  it.each(['40001', '40P01', '57P01', '57P02', '57P03', '08006', 'ECONNRESET', 'ECONNREFUSED', 'EPIPE'])(
    'code %s',
    (code) => expect(retryable(failure({ code }))).toBe(true),
  )

  it.each([
    'Connection terminated',
    'Connection terminated unexpectedly',
    'Connection terminated due to connection timeout',
  ])('%s', (message) => expect(retryable(failure({}, message))).toBe(true))

  it('a socket that is not there yet, not any other missing file', () => {
    expect(retryable(failure({ code: 'ENOENT', syscall: 'connect' }))).toBe(true)
    expect(retryable(failure({ code: 'ENOENT', syscall: 'open' }))).toBe(false)
  })

  it.each([
    ['unique violation', failure({ code: '23505' })],
    ['permission', failure({ code: '42501' })],
    ['statement timeout', failure({ code: '57014' })],
    ['lock timeout', failure({ code: '55P03' })],
    ['no error at all', 'Connection terminated'],
  ])('not: %s', (_, error) => expect(retryable(error)).toBe(false))
})

describe('withRetry', () => {
  /** A clock that only waiting moves. */
  function clock() {
    const waits: number[] = []
    let time = 0
    const wait = async (ms: number) => {
      waits.push(ms)
      time += ms
    }
    return { waits, now: () => time, wait }
  }

  it('repeats until the command succeeds, waiting longer each time', async () => {
    const patience = clock()
    let tries = 0
    const result = await withRetry(async () => {
      tries += 1
      if (tries < 4) throw failure({ code: '40001' })
      return 'done'
    }, patience)
    expect([result, tries]).toEqual(['done', 4])
    for (const [index, [least, most]] of [
      [12.5, 25],
      [25, 50],
      [50, 100],
    ].entries()) {
      expect(patience.waits[index]).toBeGreaterThanOrEqual(least ?? 0)
      expect(patience.waits[index]).toBeLessThanOrEqual(most ?? 0)
    }
  })

  it('gives up with the last failure when the time is over', async () => {
    const patience = clock()
    const always = () => Promise.reject(failure({ code: '57P03' }))
    await expect(withRetry(always, { ...patience, withinMs: 2_000 })).rejects.toMatchObject({ code: '57P03' })
    expect(patience.now()).toBeLessThanOrEqual(2_000)
    expect(patience.waits.length).toBeGreaterThan(4)
  })

  it('lets every other failure pass at once', async () => {
    const patience = clock()
    await expect(withRetry(() => Promise.reject(failure({ code: '23505' })), patience)).rejects.toMatchObject({
      code: '23505',
    })
    expect(patience.waits).toEqual([])
  })
})
