// One figure for a group: the mean of its indicators, weighted by what matters to the respondents or by what they buy.

export interface WeightedMean {
  mean: number
  weight: number
}

/** Σ weight × mean ÷ Σ weight over the parts with a weight above 0; null where there is none. */
export function weightedMean(parts: readonly WeightedMean[]): number | null {
  const counted = parts.filter(({ weight }) => weight > 0)
  const total = counted.reduce((sum, { weight }) => sum + weight, 0)
  return total === 0 ? null : counted.reduce((sum, { mean, weight }) => sum + mean * weight, 0) / total
}

/** The plain mean of the indicators' means (SAT-14): every indicator counts the same. Null without one. */
export function generalLevel(means: readonly (number | null)[]): number | null {
  return weightedMean(means.flatMap((mean) => (mean === null ? [] : [{ mean, weight: 1 }])))
}

/** Score of yes / partly / no answers (SAT-08): yes 1, partly ½, no 0, over those given; 0 to 1. Null without answers. */
export function agreementScore(answers: readonly ('yes' | 'partly' | 'no')[]): number | null {
  const count = (word: string) => answers.filter((answer) => answer === word).length
  return agreementShare({ yes: count('yes'), partly: count('partly'), no: count('no') })
}

/** The same of answers that were counted. */
export function agreementShare({ yes, partly, no }: { yes: number; partly: number; no: number }): number | null {
  const n = yes + partly + no
  return n === 0 ? null : (yes + partly / 2) / n
}
