/** Decimal numbers as text: read from what a certificate says and turned into tonnes without a float in between. */

const NUMBER = /^([+-]?)(\d+)(?:([.,])(\d+))?(?:[eE]([+-]?\d{1,2}))?$/
const MOST_DIGITS = 30

/** One tonne in each unit, as tonnes = value × factor / 10^places. Case matters: Mg is a tonne, mg would not be. */
const TONNES_PER_UNIT: Readonly<Record<string, { factor: bigint; places: number }>> = {
  t: { factor: 1n, places: 0 },
  Mg: { factor: 1n, places: 0 },
  kg: { factor: 1n, places: 3 },
  g: { factor: 1n, places: 6 },
  lb: { factor: 45_359_237n, places: 11 },
}

/**
 * The number a text states, as a plain decimal string that keeps the decimals written ('0.150' stays '0.150'), or null
 * where it is not one unambiguous number: comparisons ('<0.002', '≤ 3'), ranges, words, more than 30 digits, and a comma
 * that may separate thousands ('1,234'; '0,150' and '12,5' are decimals). A point always is the decimal mark, as in JSON.
 */
export function decimalOf(text: string): string | null {
  const match = NUMBER.exec(text.trim())
  if (!match) return null
  const [, sign = '', whole = '', mark, fraction = '', exponent = '0'] = match
  if (mark === ',' && fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole)) return null
  const shift = Number(exponent)
  const digits = whole + fraction
  if (digits.length + Math.abs(shift) > MOST_DIGITS) return null
  const point = whole.length + shift
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0')
  const cut = Math.max(point, 1)
  const integer = padded.slice(0, cut).replace(/^0+(?=\d)/, '')
  const decimals = padded.slice(cut)
  return (sign === '-' ? '-' : '') + integer + (decimals && `.${decimals}`)
}

/**
 * A mass of zero or more in tonnes with three decimals, rounded half up (5739.3 kg → '5.739', 0.5 kg → '0.001'). Null
 * where the value is no number, is negative, or the unit is not one of t, Mg, kg, g, lb (a missing unit is not guessed).
 * 1 lb = 0.45359237 kg exactly (international yard and pound agreement, 1959).
 */
export function tonnesOf(value: string, unit: string | undefined): string | null {
  const decimal = decimalOf(value)
  const per =
    unit !== undefined && Object.hasOwn(TONNES_PER_UNIT, unit.trim()) ? TONNES_PER_UNIT[unit.trim()] : undefined
  if (decimal === null || per === undefined || decimal.startsWith('-')) return null
  const [whole = '', fraction = ''] = decimal.split('.')
  const scaled = BigInt(whole + fraction) * per.factor * 1000n
  const divisor = 10n ** BigInt(fraction.length + per.places)
  const thousandths = (2n * scaled + divisor) / (2n * divisor)
  return `${thousandths / 1000n}.${String(thousandths % 1000n).padStart(3, '0')}`
}
