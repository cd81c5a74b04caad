// What is told of a wave in figures: who was asked, who answered, and how they are counted.
import type { WaveRow } from '../generated/surveys.ts'

type Counts = WaveRow['invitationCounts']

export function countOf(counts: Counts, ...states: Counts[number]['state'][]): number {
  return counts.reduce((sum, { state, count }) => (states.includes(state) ? sum + count : sum), 0)
}

export function invitedOf(counts: Counts): number {
  return counts.reduce((sum, { count }) => sum + count, 0)
}

/** 33.4 as "+33", −12 as "−12" with a real minus. */
export function scoreText(score: number): string {
  const whole = Math.round(score)
  return whole > 0 ? `+${whole}` : String(whole).replace('-', '−')
}
