// What a dropped file holds: the certificate as JSON, the PDF with the JSON inside, or none.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { certificateText } from '../../client/log/certificate-text.ts'

const samples = new URL('../../../shared/data/certificates/samples/', import.meta.url)
const there = existsSync(samples)
if (!there) console.warn('Samples of certificates are skipped: ../shared is absent.')

const names = there ? readdirSync(samples) : []
const fileOf = (name: string) => new Blob([readFileSync(new URL(name, samples))])

describe.skipIf(!there)('a dropped certificate', () => {
  it.each(names.filter((name) => name.endsWith('.json')))('is read as it was written: %s', async (name) => {
    expect(await certificateText(fileOf(name))).toBe(readFileSync(new URL(name, samples), 'utf8'))
  })
})

it('is found in a PDF that carries it, deflated or as it is', async () => {
  const json = '{"RefSchemaUrl":"https://schemas.example/EN10168.json","Certificate":{}}'
  const pdf = (stream: Uint8Array) =>
    new Blob(['%PDF-1.7\n1 0 obj\n<< >>\nstream\n', stream.slice(), '\nendstream\nendobj'])
  expect(await certificateText(pdf(deflateSync(json)))).toBe(json)
  expect((await certificateText(pdf(Buffer.from(json))))?.trim()).toBe(json)
})

it('is not found in other files', async () => {
  expect(await certificateText(new Blob(['{"a":1}']))).toBeNull()
  expect(await certificateText(new Blob(['{"RefSchemaUrl": broken']))).toBeNull()
  expect(await certificateText(new Blob(['%PDF-1.7\nstream\nabc\nendstream']))).toBeNull()
})
