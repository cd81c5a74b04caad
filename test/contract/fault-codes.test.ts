// Every code that a command or a checked input refuses with has a text, and the text's places are filled.
import { describe, expect, it } from 'vitest'
import { faultTexts } from '../../server/core/labels/fault-text.ts'
import { placesOf } from '../../server/core/labels/template.ts'
import { missingTexts } from '../../server/workflows/missing-texts.ts'
import { sourceFiles } from './source-files.ts'

type Use = { where: string; code: string; params: string[] | null }

const texts: Record<string, string> = { ...faultTexts.en, ...missingTexts }
const files = sourceFiles('server').filter(
  ({ path }) => !/^server\/(workflows|tools|core\/labels|core\/calendar-)/.test(path),
)
/** `custom` is zod's own word for an issue; ours stands in its parameters. */
const uses = files.flatMap(({ path, text }) => usesIn(path, text)).filter(({ code }) => code !== 'custom')

describe('fault codes', () => {
  it('are found in the code', () => {
    const text =
      "refuseField('a', 'one', { max: 3 })\nfault('two')\ncode('three', { min })\n{ code: 'four', params: {} }"
    expect(usesIn('x.ts', text)).toEqual([
      { where: 'x.ts', code: 'one', params: ['max'] },
      { where: 'x.ts', code: 'two', params: [] },
      { where: 'x.ts', code: 'three', params: ['min'] },
      { where: 'x.ts', code: 'four', params: [] },
    ])
    expect(uses.length).toBeGreaterThan(30)
  })

  it('have a text', () => {
    expect(uses.filter(({ code }) => !Object.hasOwn(texts, code))).toEqual([])
  })

  it('come with what their text wants to say', () => {
    const gaps = uses.filter(
      ({ code, params }) => params && placesOf(texts[code] ?? '').some((place) => !params.includes(place)),
    )
    expect(gaps).toEqual([])
  })

  it('have no text without a use', () => {
    const quoted = new Set(files.flatMap(({ text }) => Array.from(text.matchAll(/'(\w+)'/g), ([, word]) => word)))
    expect(Object.keys(faultTexts.en).filter((code) => !quoted.has(code))).toEqual([])
  })
})

/** `refuseField(field, 'code', {…})`, `fault('code', {…})`, `code('code', {…})` and `{ code: 'code', params: {…} }`; `params` null where they are no literal. */
function usesIn(where: string, text: string): Use[] {
  const call =
    /\b(?:refuseField\(\s*(?:null|'[^']*'|`[^`]*`|\w+),|fault\(|code\()\s*'(\w+)'\s*(?:,\s*(\{[^}]*\}|[^)]+))?/
  const literal = /\bcode: '(\w+)',\s*params(?:: (\{[^}]*\}|\w+))?/
  return Array.from(text.matchAll(new RegExp(`${call.source}|${literal.source}`, 'g')), (found) => {
    const [, called, given, written, params] = found
    return { where, code: called ?? written ?? '', params: namesIn(called ? (given ?? '{}') : (params ?? 'params')) }
  })
}

function namesIn(literal: string): string[] | null {
  const inside = /^\{([^}]*)\}$/.exec(literal)?.[1]
  if (inside === undefined || inside.includes('...')) return null
  return inside.split(',').flatMap((part) => /^\s*(\w+)/.exec(part)?.[1] ?? [])
}
