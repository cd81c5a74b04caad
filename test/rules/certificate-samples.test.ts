/** The published sample certificates, where the workplace has them: expected values were taken from the files by hand. */

import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readCertificate } from '../../server/materials/certificate.ts'

const folder = new URL('../../../shared/data/certificates/', import.meta.url)
const present = existsSync(new URL('samples/', folder))

const seventeen = Array.from({ length: 17 }, (_, index) => String(7_282_841 + index))

/** File, EN 10204 type, heats, dimensions, rows: chemistry, tensile, impact, hardness, other mechanical, other. */
const samples: [string, string, string[], string, number[]][] = [
  ['v0.4.1-1', '3.1', ['7282841'], '6.5', [15, 5, 7, 0, 0, 8]],
  ['v0.4.1-2', '3.1', ['7282841'], '6', [16, 5, 7, 0, 0, 7]],
  ['v0.4.1-3', '3.1', ['7282841'], '6', [15, 0, 5, 5, 2, 4]],
  ['v0.4.1-4', '3.1', ['7282841'], '6.5', [15, 5, 7, 0, 0, 8]],
  ['v0.4.1-5', '2.2', ['7282841'], '6.5', [0, 0, 0, 0, 0, 0]],
  ['v0.4.1-6', '2.2', ['7282841'], '6.5', [0, 0, 0, 0, 0, 0]],
  ['v0.4.1-7', '3.1', ['7282841'], '6.5', [17, 5, 7, 5, 0, 9]],
  ['v0.4.1-8', '3.1', ['7282841'], '6.5', [17, 5, 7, 5, 0, 9]],
  ['v0.5.0-1', '3.1', ['7282841'], '6.5', [16, 5, 7, 0, 0, 8]],
  ['v0.5.0-2', '3.1', ['7282841'], '6', [16, 5, 7, 0, 0, 8]],
  ['v0.5.0-3', '3.1', seventeen, '6', [15, 0, 5, 5, 2, 2]],
  ['v0.5.0-4', '3.1', ['7282841'], '6.5', [17, 5, 6, 0, 0, 8]],
  ['v0.5.0-5', '2.2', ['7282841'], '6.5', [0, 0, 0, 0, 0, 0]],
]

function bytes(path: string): Uint8Array {
  return readFileSync(new URL(path, folder))
}

let loaded: Map<string, object> | undefined

/** Loaded once: a schema is compiled once per object. */
function published(): Map<string, object> {
  const load = (version: string): object =>
    JSON.parse(new TextDecoder().decode(bytes(`schemas/EN10168-v${version}.json`)))
  loaded ??= new Map(['0.4.1', '0.5.0'].map((version) => [version, load(version)]))
  return loaded
}

function read(sample: string, fullSchemas?: Map<string, object>) {
  const result = readCertificate(bytes(`samples/${sample}.json`), fullSchemas ? { fullSchemas } : {})
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return result.certificate
}

const title = present ? 'sample certificates' : 'sample certificates (skipped: ../shared/data/certificates is not here)'

describe.skipIf(!present)(title, () => {
  it.each(samples)('reads %s in full', (sample, en10204, heats, wall, rows) => {
    const certificate = read(sample, published())
    expect(certificate).toMatchObject({
      schemaVersion: sample.slice(1, 6),
      number: '1866645/001',
      en10204,
      issuer: 'Steel Mill SE',
      customerName: 'Steel Trading AG',
      purchaserOrder: '0334/2019/ZZS',
      worksOrder: '958722',
      product: {
        name: 'Seamleass Steel Tubes Hot Roild',
        grades: ['S355J2H', 'P355NH/TC1', 'E355+N'],
        norms: ['EN 10219-1:2006', 'EN 10297-1:2003-06', 'EN 10220'],
      },
      marking: 'SST 200x150x6',
      heats,
      pieceCount: 16,
      dimensions: `RectangularTube 200 × 150 × ${wall} mm, Length 12000 mm, Corner radius 1.5 mm`,
      theoreticalMass: '5.738',
      actualMass: '5.739',
      issuedOn: '2018-10-23',
    })
    const groups = ['chemistry', 'tensile', 'impact', 'hardness', 'otherMechanical', 'other']
    const counted = groups.map((group) => certificate.values.filter((value) => value.group === group).length)
    expect(counted).toEqual(rows)
  })

  it('reads the same without the published schemas', () => {
    const full = published()
    for (const [sample] of samples) expect(read(sample)).toEqual(read(sample, full))
  })

  it('keeps values as the mill wrote them', () => {
    const pick = (sample: string, code: string) => read(sample).values.filter((value) => value.code === code)
    expect(pick('v0.5.0-3', 'C79')).toMatchObject([
      { name: 'Mo', rawText: '<0.002', number: null, unit: '%', heat: null },
    ])
    expect(pick('v0.5.0-3', 'C86')).toMatchObject([{ name: 'B', number: '0.300', min: '0.200', max: '0.400' }])
    expect(pick('v0.5.0-4', 'C85')).toMatchObject([{ name: 'H', number: '1.1000', unit: 'ppm', heat: '7282841' }])
    expect(pick('v0.5.0-4', 'C87')).toMatchObject([{ name: 'F1', unit: null, method: 'F1 = C + Al' }])
    expect(pick('v0.4.1-1', 'C42').map((value) => value.number)).toEqual(['71.2', '84.2', '85.2'])
    expect(pick('v0.4.1-1', 'C11')).toMatchObject([
      { name: 'Streckgrenze ReH/RP0,2', number: '377.12', unit: 'MPa', piece: '175508' },
    ])
    expect(pick('v0.4.1-2', 'C43')).toMatchObject([{ number: '80', min: '78', max: '90', unit: 'J' }])
    expect(pick('v0.4.1-7', 'C31').map((value) => value.piece)).toEqual(Array(3).fill('Charge HardnessTest'))
  })

  it('says which form lacks what, without the noise of the other forms', () => {
    const file = JSON.parse(new TextDecoder().decode(bytes('samples/v0.5.0-2.json')))
    file.Certificate.ProductDescription.B09 = { Form: 'Coil', WallThickness: 2, Unit: 'mm' }
    file.Certificate.Inspection[0].TensileTest.C11.Remark = 'x'
    const result = readCertificate(new TextEncoder().encode(JSON.stringify(file)), { fullSchemas: published() })
    expect(result).toEqual({
      ok: false,
      faults: [
        { path: '/Certificate/ProductDescription/B09/Width', message: 'is missing' },
        { path: '/Certificate/Inspection/0/TensileTest/C11/Remark', message: 'is not part of the schema' },
      ],
    })
  })
})
