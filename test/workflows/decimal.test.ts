// Decimal text is compared and added exactly.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareDecimals, isDecimal, subtractDecimals, sumDecimals } from '../../server/workflows/decimal.ts'

test.each([
  ['12.400', '12.4', 0],
  ['12.4', '10.0', 1],
  ['-0.001', '0', -1],
  ['9007199254740993', '9007199254740992', 1],
  ['0.1', '0.10000000000001', -1],
])('%s against %s is %d', (a, b, expected) => {
  expect(compareDecimals(a, b)).toBe(expected)
})

test('sums that floats get wrong', () => {
  expect(sumDecimals(['0.1', '0.2'])).toBe('0.3')
  expect(sumDecimals(['66.67', '33.33'])).toBe('100.00')
  expect(sumDecimals([])).toBe('0')
  expect(subtractDecimals('5.000', '1.8')).toBe('3.200')
  expect(subtractDecimals('1', '1.05')).toBe('-0.05')
})

test('what is no decimal is not one', () => {
  for (const text of ['', ' 1', '1e3', '1,5', '.5', '5.', '--1', 'NaN', '+1', '0x1'])
    expect(isDecimal(text), text).toBe(false)
  expect(() => compareDecimals('1e3', '1')).toThrow(RangeError)
})

test('taking away what was added gives the number again', () => {
  const decimal = fc
    .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.nat({ max: 999 }))
    .map(([whole, part]) => `${whole}.${String(part).padStart(3, '0')}`)
  fc.assert(
    fc.property(decimal, decimal, (a, b) => {
      expect(compareDecimals(subtractDecimals(sumDecimals([a, b]), b), a)).toBe(0)
      expect(compareDecimals(a, b)).toBe(-compareDecimals(b, a) + 0)
    }),
    { seed: 20260302 },
  )
})
