// Certificates make material, and material is found by any part of a number, through the graph.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonViewer } from '../../server/core/viewer.ts'
import { sendCommand } from '../command-answer.ts'
import { type TestEngine, testEngine } from '../engine.ts'
import { givenAccount, givenCoils, givenPerson, givenReference } from '../given.ts'
import { ask, globalId } from '../graph.ts'

let world: TestEngine
let engineer: PersonViewer
let asian: PersonViewer
let europe: string
let asia: string

beforeAll(async () => {
  world = await testEngine()
  const { regions } = await givenReference(world.database.owner)
  europe = regions.europe ?? ''
  asia = regions.eastAsia ?? ''
  engineer = await givenPerson(world.database.owner, { name: 'Eno Engineer', role: 'csEngineer' })
  asian = await givenPerson(world.database.owner, { name: 'Asa Asia', role: 'csEngineer', regionId: asia })
})
afterAll(() => world?.close())

let customers = 0
const customer = async (regionId = europe) => {
  customers += 1
  return await givenAccount(world.database.owner, { name: `Customer ${customers}`, regionId })
}

/** A certificate of two heats and five coils weighing 10.003 t. */
const certificate = (change: Record<string, unknown> = {}, deal: Record<string, unknown> = {}) =>
  JSON.stringify({
    RefSchemaUrl: 'https://schemas.s1seven.com/en10168-schemas/v0.4.1/schema.json',
    Certificate: {
      CommercialTransaction: {
        A01: { CompanyName: 'Sample Mill' },
        A02: 'EN 10204 3.1',
        A03: 'C-77',
        A07: 'PO-4711',
        ...deal,
      },
      ProductDescription: {
        B01: 'Hot dip galvanized coil',
        B02: { SteelDesignation: ['DX51D'] },
        B07: ['H-100', 'H-200'],
        B08: 5,
        B12: { Value: 10500, Unit: 'kg' },
        B13: { Value: 10003, Unit: 'kg' },
        ...change,
      },
      Inspection: { ChemicalComposition: { C71: { Symbol: 'C', Actual: '0.050' } } },
      Validation: { Z02: '2026-10-01' },
    },
  })

const bring = (viewer: PersonViewer, accountId: string, content: Record<string, unknown>, key?: string) =>
  sendCommand(world.engine, viewer, {
    name: 'importCertificate',
    success: 'CertificateImport',
    more: `known piecesMade withoutPieces certificate { id number en10204 productName actualMass issuedOn sha256 order { number } heats { number grade }
      pieces(first: 50) { nodes { number kind mass heat { number } } } values { code name rawText number unit } }`,
    input: { accountId: globalId('Account', accountId), ...content },
    ...(key && { key }),
  })

type Brought = {
  number: string
  heats: { number: string }[]
  pieces: { nodes: { number: string; kind: string; mass: string; heat: { number: string } }[] }
}

describe('a certificate of unknown heats', () => {
  it('makes heats, order and pieces whose masses sum exactly', async () => {
    const { id } = await customer()
    const answer = await bring(engineer, id, { text: certificate() })
    expect(answer).toMatchObject({ known: false, piecesMade: 5, withoutPieces: null })
    expect(answer.certificate).toMatchObject({
      number: 'C-77',
      en10204: '3.1',
      actualMass: '10.003',
      issuedOn: '2026-10-01',
      order: { number: 'PO-4711' },
      heats: [
        { number: 'H-100', grade: 'DX51D' },
        { number: 'H-200', grade: 'DX51D' },
      ],
      values: [{ code: 'C71', name: 'C', rawText: '0.050', number: '0.050', unit: '%' }],
    })
    const { pieces } = answer.certificate as Brought
    expect(pieces.nodes.map(({ number, kind, mass, heat }) => [number, kind, mass, heat.number])).toEqual([
      ['H-100-01', 'coil', '2.001', 'H-100'],
      ['H-100-02', 'coil', '2.001', 'H-100'],
      ['H-100-03', 'coil', '2.001', 'H-100'],
      ['H-200-01', 'coil', '2.000', 'H-200'],
      ['H-200-02', 'coil', '2.000', 'H-200'],
    ])
  })

  it('is there once for the same bytes, by text or base64, with or without a key', async () => {
    const { id } = await customer()
    const text = certificate({ B07: 'H-300' })
    const [first, second] = await Promise.all([
      bring(engineer, id, { text }),
      bring(engineer, id, { base64: Buffer.from(text).toString('base64') }),
    ])
    expect([first.known, second.known].sort()).toEqual([false, true])
    const again = await bring(engineer, id, { text }, 'the same once more')
    expect(again).toMatchObject({ known: true, piecesMade: 0 })
    const { rows } = {
      rows: await world.database.owner
        .selectFrom('certificate')
        .select(['raw', 'sha256'])
        .where('account_id', '=', id)
        .execute(),
    }
    expect(rows.map(({ raw }) => raw.toString())).toEqual([text])
    expect(
      await world.database.owner.selectFrom('piece').select('id').where('account_id', '=', id).execute(),
    ).toHaveLength(5)
  })

  it('numbers on after the pieces that another customer has of the heat', async () => {
    const [one, two] = [await customer(), await customer()]
    await bring(engineer, one.id, { text: certificate({ B07: 'H-400', B08: 2 }) })
    const answer = await bring(engineer, two.id, { text: certificate({ B07: 'H-400', B08: 2 }) })
    expect((answer.certificate as Brought).pieces.nodes.map(({ number }) => number)).toEqual(['H-400-03', 'H-400-04'])
  })

  it('is kept without pieces where it does not say how many or how heavy', async () => {
    const { id } = await customer()
    const reasons = [
      [{ B07: 'H-500', B08: undefined }, 'The certificate states no number of pieces'],
      [
        { B07: 'H-500', B12: undefined, B13: { Value: 3, Unit: 'pieces' } },
        'The certificate states no mass in a unit we know',
      ],
      [{ B07: undefined }, 'The certificate names no heat'],
      [{ B07: 'H-500', B08: 5, B13: { Value: 4, Unit: 'kg' } }, 'More pieces than its mass has kilograms'],
      [{ B07: 'H-500', B08: 20_000 }, 'At most 5000 entries'],
    ] as const
    for (const [change, text] of reasons) {
      expect(await bring(engineer, id, { text: certificate(change) })).toMatchObject({
        __typename: 'CertificateImport',
        piecesMade: 0,
        withoutPieces: text,
      })
    }
  })
})

describe('a file that is no certificate', () => {
  it('is refused with every fault and its path, and nothing is written', async () => {
    const { id } = await customer()
    const missing = await bring(engineer, id, { text: certificate({ B08: 'five' }, { A03: '' }) })
    expect(missing.fields?.map(({ field, code }) => [field, code])).toEqual([
      ['content/Certificate/CommercialTransaction/A03', 'certificate'],
      ['content/Certificate/ProductDescription/B08', 'certificate'],
    ])
    expect((await bring(engineer, id, { text: 'no JSON' })).fields?.[0]).toMatchObject({
      field: 'content',
      code: 'certificate',
    })
    expect((await bring(engineer, id, { base64: '!' })).fields).toMatchObject([{ field: 'base64', code: 'badBase64' }])
    expect((await bring(engineer, id, {})).fields).toMatchObject([{ field: 'text', code: 'required' }])
    expect(
      await world.database.owner.selectFrom('customer_order').select('id').where('account_id', '=', id).execute(),
    ).toEqual([])
  })

  it('is not looked at for a customer of others', async () => {
    const { id } = await customer(europe)
    expect((await bring(asian, id, { text: certificate() })).__typename).toBe('NotFound')
    const manager = await givenPerson(world.database.owner, { name: `Max ${id}`, role: 'management' })
    expect((await bring(manager, id, { text: certificate() })).__typename).toBe('NotAllowed')
  })
})

describe('material', () => {
  const find = async (viewer: PersonViewer, text: string, more = '') => {
    const { findMaterial } = await ask<{ findMaterial: { nodes: { number: string }[] } }>(
      world.engine,
      viewer,
      `query ($text: String!) { findMaterial(first: 20, text: $text ${more}) { nodes { number } } }`,
      { text },
    )
    return findMaterial.nodes.map(({ number }) => number)
  }

  it('is found by any part of a piece, heat or order number, within what the viewer sees', async () => {
    const [mine, theirs] = [await customer(asia), await customer(europe)]
    await givenCoils(world.database.owner, mine.id, 'Z9-777', ['Q-1', 'Q-2'])
    await givenCoils(world.database.owner, theirs.id, 'Z9-778', ['Q-3'])
    expect(await find(engineer, 'q-')).toEqual(['Q-1', 'Q-2', 'Q-3'])
    expect(await find(engineer, '9-777')).toEqual(['Q-1', 'Q-2'])
    expect(await find(engineer, 'O-Z9-778')).toEqual(['Q-3'])
    expect(await find(asian, 'Z9')).toEqual(['Q-1', 'Q-2'])
    expect(await find(engineer, 'Z9', `accountId: "${globalId('Account', theirs.id)}"`)).toEqual(['Q-3'])
    expect(await find(engineer, '%_')).toEqual([])
    await expect(find(engineer, 'x')).rejects.toThrow('text must have 2 to 100 characters')
  })
})

const samples = '../shared/data/certificates/samples'
describe.skipIf(!existsSync(samples))('the thirteen published samples (skipped without ../shared)', () => {
  it('are imported, each for a customer of its own', async () => {
    const made: unknown[] = []
    for (const file of readdirSync(samples)
      .filter((name) => name.endsWith('.json'))
      .sort()) {
      const { id } = await customer()
      const answer = await bring(engineer, id, { text: readFileSync(`${samples}/${file}`, 'utf8') })
      const { pieces, heats } = answer.certificate as Brought
      const sum = pieces.nodes.reduce((total, { mass }) => total + BigInt(mass.replace('.', '')), 0n)
      made.push([answer.piecesMade, heats.length, String(sum)])
    }
    const usual = [16, 1, '5739']
    expect(made).toEqual([
      usual,
      usual,
      usual,
      usual,
      usual,
      usual,
      usual,
      usual,
      usual,
      usual,
      [16, 17, '5739'],
      usual,
      usual,
    ])
  })
})
