/** The cache forgets what was not asked for longest. */
import { expect, it } from 'vitest'
import { boundedCache } from '../../server/core/bounded-cache.ts'

it('keeps what is used, forgets the rest, and takes nothing that it does not accept', () => {
  const cache = boundedCache<string, number>(2, (key) => key.length < 5)
  cache.set('a', 1)
  cache.set('b', 2)
  expect(cache.get('a')).toBe(1)
  cache.set('c', 3)
  cache.set('much too long', 4)
  expect(['a', 'b', 'c', 'much too long'].map((key) => cache.get(key))).toEqual([1, undefined, 3, undefined])
})
