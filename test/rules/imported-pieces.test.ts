// How a certificate's count and mass become pieces.
import { existsSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { supplyFullSchemas } from '../../server/materials/full-schemas.ts'
import { lastPlace, pieceNumber, plannedPieces } from '../../server/materials/imported-pieces.ts'

const stated = (change: object) => ({
  heats: ['7282841'],
  pieceCount: 16,
  actualMass: '5.739',
  theoreticalMass: '5.738',
  dimensions: 'RectangularTube 200 × 150 × 6.5 mm',
  product: { name: 'Seamless tubes' },
  ...change,
})
const masses = (change: object) => {
  const pieces = plannedPieces(stated(change))
  return Array.isArray(pieces) ? pieces.map(({ mass }) => mass) : pieces
}

describe('planned pieces', () => {
  it('share the actual mass in whole kilograms: 5,739 kg over 16 is 11 × 359 and 5 × 358', () => {
    expect(masses({})).toEqual([...Array(11).fill('0.359'), ...Array(5).fill('0.358')])
    expect(masses({ pieceCount: 2 })).toEqual(['2.870', '2.869'])
  })

  it('take the theoretical mass where the actual one is missing or nothing', () => {
    expect(masses({ pieceCount: 1, actualMass: null })).toEqual(['5.738'])
    expect(masses({ pieceCount: 1, actualMass: '0.000' })).toEqual(['5.738'])
  })

  it('are spread over the heats, the first ones first', () => {
    const pieces = plannedPieces(stated({ heats: ['A', 'B', 'C'], pieceCount: 5 }))
    expect(Array.isArray(pieces) && pieces.map(({ heat, place }) => `${heat}${place}`)).toEqual([
      'A1',
      'A2',
      'B1',
      'B2',
      'C1',
    ])
  })

  it('are coils, packs or bundles by form, else by the name of the product', () => {
    const kind = (dimensions: string | null, name: string) => {
      const pieces = plannedPieces(stated({ dimensions, product: { name }, pieceCount: 1 }))
      return Array.isArray(pieces) ? pieces[0]?.kind : null
    }
    expect(kind('RectangularTube 200 mm', 'x')).toBe('bundle')
    expect(kind('Strip 3 × 1250 mm', 'Steel bar')).toBe('coil')
    expect(kind(null, 'Hot rolled heavy plates')).toBe('pack')
    expect(kind(null, 'Ingot')).toBe('bundle')
  })

  it('are none where the certificate does not say enough, or too much', () => {
    expect(masses({ heats: [] })).toEqual({ code: 'noHeat' })
    expect(masses({ pieceCount: null })).toEqual({ code: 'noPieces' })
    expect(masses({ pieceCount: 0 })).toEqual({ code: 'noPieces' })
    expect(masses({ actualMass: null, theoreticalMass: null })).toEqual({ code: 'noMass' })
    expect(masses({ actualMass: '0.015' })).toEqual({ code: 'tooManyPieces' })
    expect(masses({ pieceCount: 5_001 })).toEqual({ code: 'tooMany', max: 5_000 })
  })

  it('weigh together exactly what the certificate states, and are as many', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 300, max: 999_999_999 }),
        fc.integer({ min: 1, max: 40 }),
        (count, kilograms, heats) => {
          const actualMass = `${Math.floor(kilograms / 1000)}.${String(kilograms % 1000).padStart(3, '0')}`
          const pieces = plannedPieces(
            stated({ pieceCount: count, actualMass, heats: Array.from({ length: heats }, (_, index) => `H${index}`) }),
          )
          if (!Array.isArray(pieces)) return false
          return (
            pieces.length === count &&
            pieces.reduce((sum, { mass }) => sum + Number(mass.replace('.', '')), 0) === kilograms
          )
        },
      ),
    )
  })

  it('are numbered on after those of the heat that exist', () => {
    expect(pieceNumber('7282841', 3)).toBe('7282841-03')
    expect(
      lastPlace('71', [
        { number: '71-02' },
        { number: '71-11' },
        { number: '71-x' },
        { number: '718-99' },
        { number: 'Q-5' },
      ]),
    ).toBe(11)
    expect(lastPlace('71', [])).toBe(0)
  })
})

const schemas = '../shared/data/certificates/schemas'
it.skipIf(!existsSync(schemas))(
  'full schemas are found by the version they name (skipped without ../shared)',
  async () => {
    expect([...(await supplyFullSchemas(schemas))].sort()).toEqual(['0.4.1', '0.5.0'])
    await expect(supplyFullSchemas('.')).rejects.toThrow('is no EN 10168 schema')
  },
)
