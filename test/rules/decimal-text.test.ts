/** Decimal numbers as text: what is one unambiguous number, and masses in tonnes without a float. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalOf, tonnesOf } from '../../server/materials/decimal-text.ts'

describe('decimalOf', () => {
  it.each([
    ['0.150', '0.150'],
    [' 12 ', '12'],
    ['007', '7'],
    ['0,002', '0.002'],
    ['0,150', '0.150'],
    ['12,5', '12.5'],
    ['1234,567', '1234.567'],
    ['1,234', null],
    ['1.234,5', null],
    ['+7', '7'],
    ['-1.5E-2', '-0.015'],
    ['1.5e3', '1500'],
    ['1.5e0', '1.5'],
    ['1e99', null],
    ['9'.repeat(30), '9'.repeat(30)],
    ['9'.repeat(31), null],
    ['<0.002', null],
    ['≤ 3', null],
    ['10-12', null],
    ['0.15 %', null],
    ['.5', null],
    ['٣', null],
    ['trace', null],
    ['', null],
  ])('reads %j as %j', (text, decimal) => {
    expect(decimalOf(text)).toBe(decimal)
  })

  it('states the number that JavaScript writes', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }), (number) => {
        const decimal = decimalOf(String(number))
        return decimal === null ? Math.abs(number) < 1e-9 : Number(decimal) === number
      }),
    )
  })
})

describe('tonnesOf', () => {
  it.each([
    ['5739.3', 'kg', '5.739'],
    ['5739.499999999999999', 'kg', '5.739'],
    ['5739.5', 'kg', '5.740'],
    ['0.5', 'kg', '0.001'],
    ['0.1', 'kg', '0.000'],
    ['21.0305', 't', '21.031'],
    ['1.5e3', 'kg', '1.500'],
    ['250000', 'g', '0.250'],
    ['3', ' Mg ', '3.000'],
    ['2000', 'lb', '0.907'],
    ['123456789.0005', 't', '123456789.001'],
    ['12', 'bundles', null],
    ['12', 'mg', null],
    ['12', 'toString', null],
    ['12', undefined, null],
    ['-12', 'kg', null],
    ['much', 'kg', null],
  ])('turns %s %s into %s', (value, unit, tonnes) => {
    expect(tonnesOf(value, unit)).toBe(tonnes)
  })

  it('turns whole kilograms into tonnes exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (kilograms) => {
        return (
          tonnesOf(String(kilograms), 'kg')
            ?.replace('.', '')
            .replace(/^0+(?=\d)/, '') === String(kilograms)
        )
      }),
    )
  })
})
