// What a person does with hand and keyboard in a journey, counted, and how long a skilled one takes for it.
import type { Locator, Page } from 'playwright-core'

/** Seconds of the keystroke-level model (Card, Moran and Newell 1980): a key of an average typist, pointing with a press, a thought. */
const key = 0.28
const pointAndPress = 1.1 + 0.2
const thought = 1.35

export class Steps {
  readonly page: Page
  clicks = 0
  keys = 0
  characters = 0

  constructor(page: Page) {
    this.page = page
  }

  async click(target: Locator): Promise<void> {
    await target.click()
    this.clicks++
  }

  /** A key or several at once, like `Control+Enter`. */
  async press(keys: string): Promise<void> {
    await this.page.keyboard.press(keys)
    this.keys++
  }

  /** Into the field that has the focus. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.insertText(text)
    this.characters += text.length
  }

  /** Chooses in a list: one click to open it, one on the choice. */
  async choose(list: Locator, label: string): Promise<void> {
    await list.selectOption({ label })
    this.clicks += 2
  }

  counted(): { clicks: number; keys: number; characters: number } {
    return { clicks: this.clicks, keys: this.keys, characters: this.characters }
  }

  /** One thought before each click and each key that commands; none within the words. */
  seconds(): number {
    const { clicks, keys, characters } = this
    return characters * key + keys * (key + thought) + clicks * (pointAndPress + thought)
  }
}
