// How much room a label takes when it is set in lines: measured from the widths of Inter's letters, semibold.

/** Letters by width in hundredths of the type's size; letters that are not here (Arabic among them) take the broadest of the common ones. */
const widths: Record<number, string> = {
  30: ' IijlІі',
  35: '.,',
  40: '()frt',
  45: 'гғ',
  50: '-–т',
  55: 'sз8',
  60: 'FJLacekvxyzГавеёклсухчьэяҒәқұү',
  65: 'EPbdghnopquБЕЗРбдийнопрцңөһ',
  70: 'BRSTZВТУЬЯъ',
  75: 'ACDGHKUVXYАКЛНПСХЧЭфӘҚҰҮҺ',
  80: 'NOQИЙОЦмыҢӨ',
  85: 'wФЪжш',
  90: 'Дщю',
  95: 'MmМЫ',
  105: 'WЖЩЮШ',
}
const byLetter = new Map(Object.entries(widths).flatMap(([width, letters]) => [...letters].map((one) => [one, +width])))
const unknown = 65

export interface TextBox {
  width: number
  lines: number
}

/** Width and lines of the text at `size` px when no line is wider than `most` px, unless a single word is. */
export function textBox(text: string, size: number, most: number): TextBox {
  const lines: number[] = []
  for (const word of text.split(' ')) {
    const width = widthOf(word, size)
    const joined = (lines.at(-1) ?? Number.POSITIVE_INFINITY) + widthOf(' ', size) + width
    if (joined <= most) lines[lines.length - 1] = joined
    else lines.push(width)
  }
  return { width: Math.ceil(Math.max(...lines)), lines: lines.length }
}

/** The box in which each of the texts has room. */
export function commonBox(texts: readonly string[], size: number, most: number): TextBox {
  const boxes = texts.map((text) => textBox(text, size, most))
  return {
    width: Math.max(0, ...boxes.map(({ width }) => width)),
    lines: Math.max(0, ...boxes.map((one) => one.lines)),
  }
}

function widthOf(text: string, size: number): number {
  return [...text].reduce((sum, letter) => sum + ((byLetter.get(letter) ?? unknown) * size) / 100, 0)
}
