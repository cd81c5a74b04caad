// Strings that break software elsewhere: kept to the last character, or refused by name.
import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, globalId } from '../graph.ts'
import { comment } from '../stories/comment.ts'
import { type DrivenClaim, newClaim } from '../stories/driven-claim.ts'
import { openWorld, type World } from '../stories/world.ts'

let world: World
let claim: DrivenClaim
let other: DrivenClaim
beforeAll(async () => {
  world = await openWorld()
  claim = await newClaim(world)
  other = await newClaim(world)
})
afterAll(() => world.close())

const own = [
  "Robert'); drop table claim; --",
  '<script>alert(1)</script>',
  '\u0024{process.exit(1)} {{7*7}} %s %n $1 \\1',
  '=cmd|"/c calc"!A1',
  'Ω≈ç√∫˜µ≤≥÷ ᚠᛇᚻ 𝕬𝖇𝖈 ｆｕｌｌ',
  'ЁЛКА ёлка Қазақша Әә Ғғ Ңң Өө Ұұ Үү Һһ Іі',
  'سطح ورق زنگ‌زده است',
  '表面に傷があります 表面有划痕',
  'e\u0301 ≠ é — \u200b\u200d\u2060\ufeff',
  '👩‍🔧🏳️‍🌈🇰🇿 1️⃣',
  '\u202eright to left\u202c',
  'tab\tline\nline\r\nend',
  '  spaces around  ',
  '{"__proto__":{"polluted":true}}',
  'null',
  '0x1F 1e999 NaN -0',
  '%00 &#0; \\u0000 \\x00',
  'a'.repeat(10_000),
  '🙂'.repeat(10_000),
]

const path = '../shared/data/strings/naughty-strings.json'
const known: string[] = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : []

/** What we refuse: nothing but blanks, characters that nothing can show, half characters. */
function unfit(text: string): boolean {
  const unseen = [...text].some((character) => {
    const code = character.codePointAt(0) ?? 0
    return (code < 32 && !'\t\n\r'.includes(character)) || code === 127
  })
  return text.trim() === '' || unseen || !text.isWellFormed()
}

async function roundTrip(text: string): Promise<void> {
  const answers = [await comment(claim, text), await claim.attempt('amend', { whatHappened: text })]
  if (unfit(text)) {
    for (const { __typename, fields } of answers) {
      expect(__typename, JSON.stringify(text)).toBe('Invalid')
      expect(fields?.[0]?.code).toMatch(/^(blank|nul|controlCharacter)$/)
    }
    return
  }
  expect(
    answers.map(({ __typename }) => __typename),
    JSON.stringify(text),
  ).toEqual(['CaseWritten', 'ClaimMoved'])
  const { claim: seen } = await ask<{ claim: { whatHappened: string; comments: { nodes: { body: string }[] } } }>(
    world.engine,
    world.people.engineer,
    'query($id: ID!) { claim(id: $id) { whatHappened comments(first: 1) { nodes { body } } } }',
    { id: globalId('Claim', claim.key) },
  )
  expect(seen).toEqual({ whatHappened: text, comments: { nodes: [{ body: text }] } })
}

/** All comments, the newest first, page by page. */
async function commentsOf({ key }: DrivenClaim): Promise<string[]> {
  const bodies: string[] = []
  for (let after: string | null = null, more = true; more; ) {
    const { claim: seen }: { claim: { comments: Page } } = await ask(
      world.engine,
      world.people.engineer,
      `query($id: ID!, $after: String) { claim(id: $id) {
        comments(first: 100, after: $after) { nodes { body } pageInfo { hasNextPage endCursor } } } }`,
      { id: globalId('Claim', key), after },
    )
    bodies.push(...seen.comments.nodes.map(({ body }) => body))
    after = seen.comments.pageInfo.endCursor
    more = seen.comments.pageInfo.hasNextPage
  }
  return bodies
}

interface Page {
  nodes: { body: string }[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
}

describe('what happened, and comments', () => {
  it.each(own)('%s', async (text) => {
    await roundTrip(text)
  })

  it.each(['\u0000', 'a\u0000b', '\u001b[2J', '\u007f', '\ud83d', '\udc00 x', '   ', '\u3000'])(
    '%j is refused',
    async (text) => {
      expect(unfit(text)).toBe(true)
      await roundTrip(text)
    },
  )

  it.skipIf(known.length === 0)('the list of naughty strings (needs ../shared/data/strings)', async () => {
    expect(known.length).toBeGreaterThan(400)
    const kept: string[] = []
    for (const text of known) {
      const { __typename } = await comment(other, text)
      expect(__typename, JSON.stringify(text)).toBe(unfit(text) ? 'Invalid' : 'CaseWritten')
      if (!unfit(text)) kept.unshift(text)
    }
    expect(await commentsOf(other)).toEqual(kept)
    for (const text of known.filter((_, index) => index % 10 === 0)) await roundTrip(text)
  })
})
