// The normal and Student's t distribution, as far as intervals and comparisons need them.

/** The value below which a standard normal variable lies with the given chance: Acklam's approximation, error below 1.2e-9. */
export function normalQuantile(chance: number): number {
  if (chance < 0.02425) return tail(Math.sqrt(-2 * Math.log(chance)))
  if (chance > 1 - 0.02425) return -tail(Math.sqrt(-2 * Math.log(1 - chance)))
  const q = chance - 0.5
  const r = q * q
  return (q * polynomial(CENTRE_TOP, r)) / (polynomial(CENTRE_BOTTOM, r) * r + 1)
}

const CENTRE_TOP = [
  -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716, 2.506628277459239,
]
const CENTRE_BOTTOM = [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572]
const TAIL_TOP = [
  -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
]
const TAIL_BOTTOM = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416]

function tail(q: number): number {
  return polynomial(TAIL_TOP, q) / (polynomial(TAIL_BOTTOM, q) * q + 1)
}

function polynomial(coefficients: readonly number[], at: number): number {
  return coefficients.reduce((sum, coefficient) => sum * at + coefficient, 0)
}

/** The chance that Student's t with so many degrees of freedom is at least as far from zero as `t`. */
export function twoSidedT(t: number, freedom: number): number {
  return incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5)
}

/** The t that 95 % of values lie within, by halving between 0 and what one degree of freedom needs. */
export function studentQuantile(freedom: number): number {
  let [low, high] = [0, 13]
  while (high - low > 1e-9) {
    const middle = (low + high) / 2
    if (twoSidedT(middle, freedom) > 0.05) low = middle
    else high = middle
  }
  return high
}

/** The regularized incomplete beta function by Lentz's continued fraction (Numerical Recipes 6.4). */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x))
  return x < (a + 1) / (a + b + 2) ? (front * fraction(x, a, b)) / a : 1 - (front * fraction(1 - x, b, a)) / b
}

const STEPS = 300
const TINY = 1e-300

function fraction(x: number, a: number, b: number): number {
  const nonZero = (value: number) => (Math.abs(value) < TINY ? TINY : value)
  let c = 1
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1))
  let result = d
  for (let m = 1; m <= STEPS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / nonZero(1 + even * d)
    c = nonZero(1 + even / c)
    result *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / nonZero(1 + odd * d)
    c = nonZero(1 + odd / c)
    result *= d * c
    if (Math.abs(d * c - 1) < 1e-14) break
  }
  return result
}

const LANCZOS = [
  76.18009172947146, -86.50532032941678, 24.01409824083091, -1.231739572450155, 0.001208650973866179,
  -0.000005395239384953,
]

function logGamma(x: number): number {
  const series = LANCZOS.reduce((sum, coefficient, index) => sum + coefficient / (x + 1 + index), 1.000000000190015)
  return -(x + 5.5 - (x + 0.5) * Math.log(x + 5.5)) + Math.log((2.5066282746310007 * series) / x)
}
