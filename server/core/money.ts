// Exact arithmetic of money: decimal texts, scaled integers inside, never floats.
import { sumDecimals } from '../workflows/decimal.ts'

const places = 8
const scale = 10n ** BigInt(places)

/** Sum of amounts, with two places. */
export function sumMoney(amounts: readonly string[]): string {
  return rounded(scaled(sumDecimals(amounts)), 2)
}

/** An amount in another currency: amount × rate, two places, half away from zero. */
export function convert(amount: string, rate: string): string {
  return rounded((scaled(amount) * scaled(rate)) / scale, 2)
}

/** `percent` of an amount, two places, half away from zero. */
export function shareOf(amount: string, percent: string): string {
  return rounded((scaled(amount) * scaled(percent)) / (scale * 100n), 2)
}

/** An amount in hundredths, for arithmetic; `ofCents` is the way back. */
export function cents(amount: string): bigint {
  return BigInt(rounded(scaled(amount), 2).replace('.', ''))
}

export function ofCents(amount: bigint): string {
  return rounded(amount * 10n ** BigInt(places - 2), 2)
}

/** A decimal text as an integer of 10⁻⁸. Throws RangeError for anything else. */
function scaled(text: string): bigint {
  const match = /^(-?)(\d{1,30})(?:\.(\d{1,8}))?$/.exec(text)
  if (!match) throw new RangeError(`Not an amount: ${text}`)
  const [, sign, whole = '0', fraction = ''] = match
  const value = BigInt(whole) * scale + BigInt(fraction.padEnd(places, '0'))
  return sign ? -value : value
}

function rounded(value: bigint, digits: number): string {
  const unit = 10n ** BigInt(places - digits)
  const size = value < 0n ? -value : value
  const text = ((size + unit / 2n) / unit).toString().padStart(digits + 1, '0')
  const sign = value < 0n && !/^0*$/.test(text) ? '-' : ''
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`
}
