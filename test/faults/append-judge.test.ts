// The judge of appends names each kind of damage.
import { expect, it } from 'vitest'
import { type Append, judgeAppends } from './append-judge.ts'

const append = (mark: string, revision: number | null, sentAt: number): Append => ({
  mark,
  caseId: 'case',
  revision,
  sentAt,
  answeredAt: sentAt + 5,
})
const line = (mark: string, revision: number, at = revision) => ({ mark, caseId: 'case', revision, at })
const clean = { lost: [], phantom: [], duplicated: [], reordered: [] }

it('finds nothing where histories hold what was told, and names what is lost, phantom, doubled, out of order', () => {
  const told = [append('a', 2, 0), append('b', 3, 10), append('refused', null, 10)]
  expect(judgeAppends(told, [line('a', 2), line('b', 3)])).toEqual(clean)
  expect(judgeAppends(told, [line('a', 2)])).toEqual({ ...clean, lost: ['b'] })
  expect(judgeAppends(told, [line('a', 2), line('b', 3), line('refused', 4)]).phantom).toEqual(['refused'])
  expect(judgeAppends(told, [line('a', 2), line('b', 3), line('never sent', 4)]).phantom).toEqual(['never sent'])
  expect(judgeAppends(told, [line('a', 2), line('b', 3), line('b', 4)]).duplicated).toEqual(['b'])
  expect(judgeAppends(told, [line('a', 3), line('b', 2)]).reordered).toHaveLength(2)
  expect(judgeAppends(told, [line('a', 2, 9), line('b', 3, 8)]).reordered).toEqual(['b is older than what it follows'])
  const swapped = [append('a', 3, 0), append('b', 2, 10)]
  expect(judgeAppends(swapped, [line('a', 3), line('b', 2)]).reordered).toEqual(['b came after revision 3'])
})
