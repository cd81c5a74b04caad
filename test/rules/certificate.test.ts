/** Reading inspection certificates: small made-up files of both schema versions, and every kind of bad input with its path. */

import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCertificate } from '../../server/materials/certificate.ts'

const DEAL = '/Certificate/CommercialTransaction'
const PRODUCT = '/Certificate/ProductDescription'

function bytesOf(file: unknown): Uint8Array {
  return new TextEncoder().encode(typeof file === 'string' ? file : JSON.stringify(file))
}

interface Parts {
  url?: string
  deal?: object
  product?: object
  rest?: object
}

/** A plate of a fictional mill, schema 0.5; parts replace or (undefined) remove. */
function plate({ url, deal, product, rest }: Parts = {}) {
  return {
    RefSchemaUrl: url ?? 'https://schemas.example/en10168-schemas/v0.5.0/schema.json',
    Certificate: {
      CommercialTransaction: {
        A01: { Name: 'Fictional Mill' },
        A02: 'Inspection certificate EN 10204:2004 3.2',
        A03: ' 17/2026 ',
        'A06.1': { Name: 'Invented Trading' },
        A07: 'PO-1',
        ...deal,
      },
      ProductDescription: { B01: 'Plate', B07: ['H2', 'H1', 'H2'], ...product },
      ...rest,
    },
  }
}

function read(file: unknown) {
  const result = readCertificate(bytesOf(file))
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return result.certificate
}

function faults(file: unknown) {
  const result = readCertificate(bytesOf(file))
  return result.ok ? [] : result.faults.map(({ path, message }) => `${path} ${message}`)
}

function valuesOf(inspection: object, url?: string) {
  return read(plate({ ...(url && { url }), rest: { Inspection: inspection } })).values
}

describe('the head of a certificate', () => {
  it('reads a minimal file of version 0.5 and leaves the rest null', () => {
    const file = bytesOf(plate())
    expect(readCertificate(file)).toEqual({
      ok: true,
      certificate: {
        sha256: createHash('sha256').update(file).digest('hex'),
        schemaVersion: '0.5.0',
        number: '17/2026',
        documentType: 'Inspection certificate EN 10204:2004 3.2',
        en10204: '3.2',
        issuer: 'Fictional Mill',
        customerName: 'Invented Trading',
        purchaserOrder: 'PO-1',
        worksOrder: null,
        product: { name: 'Plate', grades: [], norms: [] },
        marking: null,
        heats: ['H2', 'H1'],
        pieceCount: null,
        dimensions: null,
        theoreticalMass: null,
        actualMass: null,
        issuedOn: null,
        values: [],
      },
    })
  })

  it('reads version 0.4: heat as text, company by CompanyName, one norm as text', () => {
    const url = 'https://schemas.example/en10168-schemas/v0.4.1/schema.json'
    const deal = { A01: { CompanyName: 'Old Mill' }, A06: { CompanyName: 'Buyer' }, A08: 'W-9' }
    const certificate = read(plate({ url, deal, product: { B07: '0012', B02: 'EN 10025-2' } }))
    expect(certificate).toMatchObject({
      schemaVersion: '0.4.1',
      issuer: 'Old Mill',
      customerName: 'Buyer',
      heats: ['0012'],
    })
    expect(certificate).toMatchObject({ worksOrder: 'W-9', product: { grades: [], norms: ['EN 10025-2'] } })
  })

  it.each([
    ['Test report EN 10204 2.2', '2.2'],
    ['EN 10204 - 3.1', '3.1'],
    ['Declaration 2.1.', '2.1'],
    ['EN 10204:1991 3.1.B', null],
    ['EN 10204 3.1 / 3.2', null],
    ['Works certificate', null],
    ['Form 13.1', null],
  ])('names the EN 10204 type of %j as %j', (A02, type) => {
    expect(read(plate({ deal: { A02 } })).en10204).toBe(type)
  })

  it('gives masses in tonnes, from the number as written', () => {
    const text = JSON.stringify(
      plate({ product: { B12: { Value: 0, Unit: 'kg' }, B13: { Value: 1, Unit: 'bundles' } } }),
    )
    const certificate = read(text.replace('"Value":0', '"Value":5739.3'))
    expect([certificate.theoreticalMass, certificate.actualMass]).toEqual(['5.739', null])
  })

  it('writes form, sizes, length on one line', () => {
    const B09 = { Form: 'Plate', Width: 1500, Thickness: 8.0, Unit: 'mm' }
    const B10 = { Property: 'Length', Value: 6000, Unit: 'mm' }
    expect(read(plate({ product: { B09, B10 } })).dimensions).toBe('Plate 1500 × 8 mm, Length 6000 mm')
    expect(read(plate({ product: { B09: { Form: 'Other', Description: 'Angle' } } })).dimensions).toBe('Other Angle')
  })
})

describe('values', () => {
  it.each([
    ['71,2', '71.2'],
    ['<0.002', null],
    ['trace', null],
  ])('keeps %j as written and reads it as %j', (Value, number) => {
    const [value] = valuesOf({ HardnessTest: { C32: { Value, Unit: 'HBW' } } })
    expect(value).toMatchObject({
      code: 'C32',
      group: 'hardness',
      name: 'Mean value',
      rawText: Value,
      number,
      unit: 'HBW',
    })
  })

  it('keeps the zeros that a mill wrote in a JSON number', () => {
    const text = JSON.stringify(plate({ rest: { Inspection: { TensileTest: { C11: { Value: 0 } } } } }))
    const [value] = read(text.replace('"Value":0', '"Value":377.10')).values
    expect(value).toMatchObject({ rawText: '377.10', number: '377.10', unit: null })
  })

  it('reads operators, limits and units of chemistry in 0.5', () => {
    const C74 = { Symbol: 'P', Actual: { Value: '0.01', Operator: '<' }, Maximum: { Value: '0.025' }, Unit: '%' }
    const [value] = valuesOf({ C00: 'H1', ChemicalComposition: { C74 } })
    expect(value).toEqual({
      code: 'C74',
      name: 'P',
      heat: 'H1',
      piece: 'H1',
      group: 'chemistry',
      rawText: '<0.01',
      number: null,
      unit: '%',
      max: '0.025',
    })
  })

  it('takes chemistry of 0.4 as percent, as that schema defines it', () => {
    const url = 'https://schemas.example/en10168-schemas/v0.4.1/schema.json'
    const C71 = { Symbol: 'C', Actual: '0.15', Minimum: '0.10' }
    const [value] = valuesOf({ ChemicalComposition: { C71 } }, url)
    expect(value).toMatchObject({ unit: '%', number: '0.15', min: '0.10', heat: null })
  })

  it('gives one row per entry of a list, over several inspections, and the other tests', () => {
    const Inspection = [
      { C00: 'S1', C03: '-20 °C', NotchedBarImpactTest: { C42: [{ Value: 71 }, { Value: 84 }] } },
      { C00: 'S2', OtherMechanicalTests: { C50: { Key: 'Flattening', Value: 'passed' } } },
    ]
    const NonDestructiveTests = { D02: { Key: 'Visual', Value: '100', Unit: '%', Interpretation: 'Positive' } }
    const { values } = read(
      plate({ product: { B07: ['H9'] }, rest: { Inspection, OtherTests: { NonDestructiveTests } } }),
    )
    expect(values.map((v) => [v.code, v.group, v.piece, v.rawText, v.number, v.heat])).toEqual([
      ['C03', 'other', 'S1', '-20 °C', null, 'H9'],
      ['C42', 'impact', 'S1', '71', '71', 'H9'],
      ['C42', 'impact', 'S1', '84', '84', 'H9'],
      ['C50', 'otherMechanical', 'S2', 'passed', null, 'H9'],
      ['D02', 'other', null, '100', '100', 'H9'],
    ])
    expect(values[4]).toMatchObject({ interpretation: 'Positive' })
  })
})

describe('refusals', () => {
  const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`

  it.each<[string, unknown, string[]]>([
    ['no JSON', '{"Certificate": }', [' is not JSON: Unexpected token \'}\', "{"Certificate": }" is not valid JSON']],
    ['another JSON', '[]', [' must be object']],
    ['no number', plate({ deal: { A03: undefined } }), [`${DEAL}/A03 is missing`]],
    ['blank number', plate({ deal: { A03: '  ' } }), [`${DEAL}/A03 must not be blank`]],
    ['number of the wrong type', plate({ deal: { A03: 17 } }), [`${DEAL}/A03 must be string`]],
    ['nameless mill', plate({ deal: { A01: {} } }), [`${DEAL}/A01/Name is missing`]],
    ['heat as number', plate({ product: { B07: 12 } }), [`${PRODUCT}/B07 must be string,array`]],
    ['heat as number in a list', plate({ product: { B07: ['H1', 2] } }), [`${PRODUCT}/B07/1 must be string`]],
    ['half a piece', plate({ product: { B08: 1.5 } }), [`${PRODUCT}/B08 must be integer`]],
    ['negative mass', plate({ product: { B13: { Value: -1, Unit: 'kg' } } }), [`${PRODUCT}/B13/Value must be >= 0`]],
    [
      '30 February',
      plate({ rest: { Validation: { Z02: '2026-02-30' } } }),
      ['/Certificate/Validation/Z02 must match format "date"'],
    ],
    ['NUL', plate({ product: { B07: ['H\u00001'] } }), [`${PRODUCT}/B07/0 contains a NUL character`]],
    [
      'half a character',
      plate({ deal: { A07: '\ud800' } }),
      [`${DEAL}/A07 contains half a character (a lone surrogate)`],
    ],
    [
      'over-long text',
      plate({ deal: { A07: 'x'.repeat(201) } }),
      [`${DEAL}/A07 must NOT have more than 200 characters`],
    ],
    [
      'unreadable value',
      plate({ rest: { Inspection: [{}, { TensileTest: { C19: 1 } }] } }),
      ['/Certificate/Inspection/1/TensileTest/C19 is not part of the schema'],
    ],
    [
      'another format',
      plate({ url: 'https://schemas.example/coa-schemas/v0.4.0/schema.json' }),
      ['/RefSchemaUrl does not name an EN 10168 schema of version 0.4 or 0.5'],
    ],
    [
      'too deep',
      `{"a/b":${deep(100)}}`,
      [
        `/a~1b${'/0'.repeat(63)} is nested deeper than 64 levels`,
        '/RefSchemaUrl is missing',
        '/Certificate is missing',
      ],
    ],
    ['absurdly deep', deep(1_000_000), [' has more than 50000 parts']],
    ['oversize', ' '.repeat(5 * 1024 * 1024 + 1), [' is larger than 5 MB']],
  ])('refuses %s', (_name, file, expected) => {
    expect(faults(file)).toEqual(expected)
  })

  it('lists every fault at once', () => {
    const file = plate({ deal: { A03: undefined, A07: 7 }, product: { B01: undefined, B08: 'x', B07: ['\u0000'] } })
    const paths = faults(file).map((fault) => fault.split(' ')[0])
    expect(paths.sort()).toEqual([`${DEAL}/A03`, `${DEAL}/A07`, `${PRODUCT}/B01`, `${PRODUCT}/B07/0`, `${PRODUCT}/B08`])
  })

  it('refuses bytes that are not UTF-8 and takes a byte order mark', () => {
    expect(readCertificate(Uint8Array.of(0x7b, 0xff, 0x7d))).toEqual({
      ok: false,
      faults: [{ path: '', message: 'is not UTF-8 text' }],
    })
    expect(read(`\ufeff${JSON.stringify(plate())}`).number).toBe('17/2026')
  })

  it('asks the full schema of the version after our own, and blames a broken one on who supplied it', () => {
    const full = { properties: { Certificate: { required: ['Validation'] } } }
    const fullSchemas = new Map([['0.5.0', full]])
    expect(readCertificate(bytesOf(plate()), { fullSchemas })).toEqual({
      ok: false,
      faults: [{ path: '/Certificate/Validation', message: 'is missing' }],
    })
    expect(readCertificate(bytesOf(plate({ rest: { Validation: {} } })), { fullSchemas }).ok).toBe(true)
    const broken = new Map([['0.5.0', { $ref: 'https://schemas.example/elsewhere.json' }]])
    expect(() => readCertificate(bytesOf(plate()), { fullSchemas: broken })).toThrow(
      'EN 10168 version 0.5.0 cannot be used',
    )
  })
})

describe('anything at all', () => {
  it('never throws, and refuses with at least one fault', () => {
    const outcome = (file: unknown) => {
      const result = readCertificate(bytesOf(file))
      expect(result.ok || result.faults.length > 0).toBe(true)
    }
    fc.assert(fc.property(fc.jsonValue(), outcome), { numRuns: 300 })
    fc.assert(fc.property(fc.string(), outcome), { numRuns: 100 })
    const some = fc.dictionary(
      fc.constantFrom('C00', 'C11', 'C71', 'C42', 'D02', 'ChemicalComposition', 'TensileTest'),
      fc.jsonValue(),
    )
    const parts = fc.record({
      deal: fc.dictionary(fc.constantFrom('A01', 'A03', 'A06'), fc.jsonValue()),
      product: fc.dictionary(fc.constantFrom('B02', 'B07', 'B08', 'B09', 'B13'), fc.jsonValue()),
      rest: fc.record({ Inspection: fc.oneof(some, fc.array(some)), OtherTests: some }, { requiredKeys: [] }),
    })
    fc.assert(fc.property(parts.map(plate), outcome), { numRuns: 500 })
  })
})
