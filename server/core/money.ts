// Exact arithmetic of money: decimal texts, scaled integers inside, never floats.

const places = 8n
const scale = 10n ** places

/** A decimal text ('1250.50', '-3') as an integer of 10⁻⁸. Throws RangeError for anything else. */
export function scaled(text: string): bigint {
  const match = /^(-?)(\d{1,20})(?:\.(\d{1,8}))?$/.exec(text)
  if (!match) throw new RangeError(`Not a decimal: ${text}`)
  const [, sign, whole = '0', fraction = ''] = match
  const value = BigInt(whole) * scale + BigInt(fraction.padEnd(Number(places), '0'))
  return sign ? -value : value
}

/** An integer of 10⁻⁸ as a decimal text with `digits` places, rounded half away from zero. */
export function decimalText(value: bigint, digits: 0 | 2 | 3): string {
  const unit = 10n ** (places - BigInt(digits))
  const half = unit / 2n
  const rounded = value < 0n ? -((-value + half) / unit) : (value + half) / unit
  const sign = rounded < 0n ? '-' : ''
  const text = (rounded < 0n ? -rounded : rounded).toString().padStart(digits + 1, '0')
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`
}

/** Sum of decimal texts with two places. */
export function sumMoney(amounts: readonly string[]): string {
  return decimalText(
    amounts.reduce((sum, amount) => sum + scaled(amount), 0n),
    2,
  )
}

/** An amount in another currency: amount × rate, two places. */
export function convert(amount: string, rate: string): string {
  return decimalText((scaled(amount) * scaled(rate)) / scale, 2)
}

/** Negative, zero or positive as `a` is less than, equal to or more than `b`. */
export function compareDecimals(a: string, b: string): number {
  const difference = scaled(a) - scaled(b)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}
