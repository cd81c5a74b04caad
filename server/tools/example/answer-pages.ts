// Answers the links of the example on the public page in a real browser, in four languages; over HTTP where there is no browser.
import type { Page } from 'playwright-core'
import { findChromium } from '../../core/chromium.ts'
import type { InvitationLink } from './collect-links.ts'
import { answersOf, type Mood, moods } from './survey-answers.ts'

const spoken = ['en', 'ru', 'fa', 'zh'] as const

export async function answerAll(
  address: string,
  links: readonly InvitationLink[],
  print: (line: string) => void,
): Promise<void> {
  const program = findChromium(process.env.CHROMIUM_PATH)
  if (!program) {
    print('No Chromium was found (name its program in CHROMIUM_PATH): the answers are given over HTTP instead')
    for (const [index, { token }] of links.entries()) await overHttp(address, token, languageOf(index), moodOf(index))
    return
  }
  const { chromium } = await import('playwright-core')
  const browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
    for (const [index, { token, to }] of links.entries()) {
      const page = await context.newPage()
      const thanks = await onPage(page, `${address}/s/${token}`, languageOf(index), moodOf(index))
      print(`  ${to} answered in ${languageOf(index)}: “${thanks}”`)
      await page.close()
    }
    const page = await context.newPage()
    await page.goto(`${address}/s/${links[0]?.token ?? ''}`)
    print(`  The first link once more: “${await page.locator('h1').innerText()}”`)
  } finally {
    await browser.close()
  }
}

const languageOf = (index: number) => spoken[index % spoken.length] ?? 'en'
const moodOf = (index: number): Mood => moods[index % moods.length] ?? 'content'

/** Goes from question to question until the page says thanks. */
async function onPage(page: Page, url: string, language: string, mood: Mood): Promise<string> {
  await page.goto(url)
  await page.locator('header select').selectOption(language)
  await page.locator(`html[lang=${language}]`).waitFor()
  for (;;) {
    const question = page.locator('fieldset.question')
    const title = page.locator('h1')
    const words = await title.innerText()
    if ((await question.count()) === 0) return words
    await answer(page, mood)
    await page.locator('.btn.p').click()
    await page.waitForFunction((before) => document.querySelector('h1')?.innerText !== before, words)
  }
}

async function answer(page: Page, mood: Mood): Promise<void> {
  const { mark, likely, importance, comment } = answersOf(mood)
  const fill = async (controls: string, value: string) => {
    const control = page.locator(`${controls} input[value="${value}"]`)
    if ((await control.count()) > 0) await control.check()
  }
  const many = (await page.locator('.question > .points.many').count()) > 0
  await fill('.question > .points', many ? likely : mark)
  await fill('.importance', importance)
  const options = page.locator('.option input')
  if ((await options.count()) > 0) await options.first().check()
  for (const [index, place] of (await page.locator('.rank select').all()).entries()) {
    await place.selectOption(String(index + 1))
  }
  const text = page.locator('textarea')
  if ((await text.count()) > 0) await text.fill(comment)
}

async function overHttp(address: string, token: string, language: string, mood: Mood): Promise<void> {
  const { mark, likely, importance, comment, indicators } = answersOf(mood)
  const answers = [
    ...indicators.map((item) => ({ item, number: mark, importance })),
    { item: 'recommendation', number: likely },
    { item: 'comment', text: comment },
  ]
  const response = await fetch(`${address}/surveys/${token}/answers`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ language, answers }),
  })
  if (response.status !== 201) throw new Error(`The answers were refused: ${await response.text()}`)
}
