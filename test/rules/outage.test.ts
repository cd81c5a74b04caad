import { expect, it } from 'vitest'
import { outageOf } from '../../server/core/outage.ts'

const failure = (code: string) => Object.assign(new Error('failed'), { code })

it('names a full disk and a database that is away, and nothing else', () => {
  expect(outageOf(failure('53100'))).toMatchObject({ code: 'DATABASE_FULL' })
  expect(outageOf(failure('57P03'))).toMatchObject({ code: 'DATABASE_AWAY' })
  expect(outageOf(failure('23505'))).toBeNull()
  expect(outageOf(new Error('ours'))).toBeNull()
})
