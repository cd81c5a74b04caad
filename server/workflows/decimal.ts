// Exact arithmetic on decimal text such as '12.400': masses, percents and money never become floats.

interface Scaled {
  digits: bigint
  scale: number
}

/** Whether the text is a decimal number: optional minus, digits, optional fraction. */
export function isDecimal(text: string): boolean {
  return /^-?\d{1,30}(\.\d{1,15})?$/.test(text)
}

/** Negative, zero or positive as `a` is below, equal to or above `b`. Throws on text that is no decimal. */
export function compareDecimals(a: string, b: string): number {
  const [left, right] = align(parse(a), parse(b))
  return left === right ? 0 : left < right ? -1 : 1
}

/** The sum as decimal text with the longest fraction of its parts; '0' for none. Throws on text that is no decimal. */
export function sumDecimals(parts: readonly string[]): string {
  return format(parts.map(parse).reduce(add, { digits: 0n, scale: 0 }))
}

/** `a` less `b` as decimal text. Throws on text that is no decimal. */
export function subtractDecimals(a: string, b: string): string {
  const { digits, scale } = parse(b)
  return format(add(parse(a), { digits: -digits, scale }))
}

/** The decimal text without zeros that end its fraction: '0.100000' is '0.1'. */
export function trimDecimal(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}

function parse(text: string): Scaled {
  if (!isDecimal(text)) throw new RangeError(`Not a decimal number: ${text}`)
  const [whole = '', fraction = ''] = text.split('.')
  return { digits: BigInt(whole + fraction), scale: fraction.length }
}

function add(a: Scaled, b: Scaled): Scaled {
  const [left, right] = align(a, b)
  return { digits: left + right, scale: Math.max(a.scale, b.scale) }
}

function align(a: Scaled, b: Scaled): [bigint, bigint] {
  const scale = Math.max(a.scale, b.scale)
  return [a.digits * 10n ** BigInt(scale - a.scale), b.digits * 10n ** BigInt(scale - b.scale)]
}

function format({ digits, scale }: Scaled): string {
  const sign = digits < 0n ? '-' : ''
  const text = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0')
  return scale === 0 ? sign + text : `${sign}${text.slice(0, -scale)}.${text.slice(-scale)}`
}
