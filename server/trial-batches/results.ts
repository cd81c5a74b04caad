// What came of processing a trial batch: yield, specific consumption, manufacturability, and how it compares.
import type { IndicatorDirection, ProcessingMeasure } from '../../schema/trial-vocabulary.ts'
import { trimDecimal } from '../workflows/decimal.ts'

/** Masses: tonnes as decimal text. */
export interface ProcessedLine {
  inputMass: string
  goodMass: string
  stops: number
  pieces: number
  rating: number
}

/** Decimal texts; `yield` in percent with one place, `consumption` in tonnes per good tonne with four, null without good output. */
export interface ProcessingResult {
  inputMass: string
  goodMass: string
  yield: string | null
  consumption: string | null
  stops: string
  pieces: number
  /** Mean of the ratings, one place. */
  rating: string | null
}

/** How the measures of processing are compared with a competitor's. */
export const comparedMeasures = {
  yield: { indicator: 'Yield', unit: '%', direction: 'higher' },
  consumption: { indicator: 'Specific consumption', unit: 't/t', direction: 'lower' },
  stops: { indicator: 'Stops', unit: '1', direction: 'lower' },
  rating: { indicator: 'Ease of processing', unit: '1–5', direction: 'higher' },
} as const satisfies Record<ProcessingMeasure, { indicator: string; unit: string; direction: IndicatorDirection }>

/** The result over all lines; no lines give nulls. */
export function resultOf(lines: readonly ProcessedLine[]): ProcessingResult {
  const inputMass = sum(lines.map((line) => line.inputMass))
  const goodMass = sum(lines.map((line) => line.goodMass))
  const ratings = lines.map(({ rating }) => rating)
  const total = (values: readonly number[]) => values.reduce((all, one) => all + one, 0)
  return {
    inputMass: fixed(inputMass, 1000n, 3),
    goodMass: fixed(goodMass, 1000n, 3),
    ...processedMass(inputMass, goodMass),
    stops: String(total(lines.map(({ stops }) => stops))),
    pieces: total(lines.map(({ pieces }) => pieces)),
    rating: ratings.length > 0 ? fixed(BigInt(total(ratings)), BigInt(ratings.length), 1) : null,
  }
}

/**
 * Yield = good / input × 100 %, specific consumption = input / good (domain item TSK-3b), exact to the last place, half away
 * from zero. Null where there is nothing to divide by.
 */
export function yieldOf({ inputMass, goodMass }: Pick<ProcessedLine, 'inputMass' | 'goodMass'>) {
  return processedMass(scaled(inputMass, 3), scaled(goodMass, 3))
}

/** `ours` less `theirs` as decimal text, and whether that is a strength: the sign goes by the direction (domain item TSK-3c). */
export function comparison(
  ours: string,
  theirs: string,
  direction: IndicatorDirection,
): { difference: string; strength: boolean | null } {
  const places = Math.max(...[ours, theirs].map((text) => text.split('.')[1]?.length ?? 0))
  const scale = 10n ** BigInt(places)
  const difference = scaled(ours, places) - scaled(theirs, places)
  if (difference === 0n) return { difference: '0', strength: null }
  return {
    difference: trimDecimal(fixed(difference, scale, places)),
    strength: difference > 0n === (direction === 'higher'),
  }
}

function processedMass(input: bigint, good: bigint): Pick<ProcessingResult, 'yield' | 'consumption'> {
  return {
    yield: input > 0n ? fixed(good * 100n, input, 1) : null,
    consumption: good > 0n ? fixed(input, good, 4) : null,
  }
}

/** Thousandths of a tonne. */
function sum(masses: readonly string[]): bigint {
  return masses.reduce((all, mass) => all + scaled(mass, 3), 0n)
}

function scaled(text: string, places: number): bigint {
  const [whole = '0', fraction = ''] = text.split('.')
  return BigInt(whole + fraction.padEnd(places, '0').slice(0, places))
}

/** numerator / denominator with so many places, half away from zero. */
function fixed(numerator: bigint, denominator: bigint, places: number): string {
  const size = numerator < 0n ? -numerator : numerator
  const digits = (((size * 10n ** BigInt(places) * 2n) / denominator + 1n) / 2n).toString().padStart(places + 1, '0')
  const sign = numerator < 0n && /[1-9]/.test(digits) ? '-' : ''
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`
}
