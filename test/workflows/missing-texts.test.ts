// The texts of what is missing fit the rules that use them.
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { missingTexts } from '../../server/workflows/missing-texts.ts'

const folder = new URL('../../server/workflows/', import.meta.url)
const rules = readdirSync(folder)
  .filter((name) => name !== 'missing-texts.ts' && name.endsWith('.ts'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .join('\n')

test('every text is used by a rule', () => {
  const unused = Object.keys(missingTexts).filter((code) => !rules.includes(`'${code}'`))
  expect(unused).toEqual([])
})

test('codes are stable words, texts say something', () => {
  for (const [code, text] of Object.entries(missingTexts)) {
    expect(code).toMatch(/^[a-z][A-Za-z]+$/)
    expect(text.trim()).toBe(text)
    expect(text).not.toBe('')
  }
})
