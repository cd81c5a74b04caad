// What the number of answers costs: the overview and an answer handed in, in waves of three sizes side by side.
import { loadOn, type Measured, measure, type Run } from './measure.ts'
import { overviewScripts, submissionScript } from './operations/scripts.ts'
import type { Options } from './options.ts'
import { bars } from './report/bars.ts'
import { type Note, ratio } from './report/tables.ts'
import { type Contestant, type ProductSettings, startProduct } from './servers/contestants.ts'
import { addAnswers } from './world/answers.ts'
import type { BenchWorld } from './world/open-world.ts'

const SIZES = [10_000, 1_000_000, 10_000_000]
/** At each size: more than the clients hand in while they are measured. */
const LINKS = 20_000

interface Side {
  answers: number
  product: Contestant
  links: readonly string[]
}

export async function measureOverview(
  world: BenchWorld,
  settings: ProductSettings,
  options: Options,
  tell: (message: string) => void,
): Promise<Note[]> {
  const sides: Side[] = []
  try {
    for (const answers of SIZES.filter((size) => size <= options.mostAnswers)) {
      tell(`filling in ${answers.toLocaleString('en')} answers`)
      const database = await world.copy(`bench_answers_${answers}`)
      const links = await addAnswers(database, answers, LINKS)
      sides.push({ answers, links, product: await startProduct(database, settings) })
    }
    tell('the overview at three sizes')
    const overviews = await measure(
      bySize(sides, ({ product }) => loadOn([product], overviewScripts.ours)),
      options,
    )
    tell('answers handed in at three sizes')
    const submissions = await measure(bySize(sides, handingIn(options.rounds + 1)), options)
    return [...notesOf('overview', overviews), ...notesOf('answer handed in', submissions)]
  } finally {
    for (const { product } of sides) await product.stop()
  }
}

function bySize(sides: readonly Side[], run: (side: Side) => Run): Record<string, Run> {
  return Object.fromEntries(sides.map((side) => [side.answers.toLocaleString('en'), run(side)]))
}

/** Each round has links of its own. */
function handingIn(rounds: number): (side: Side) => Run {
  return ({ product, links }) => {
    let round = 0
    return (pace) => {
      const script = submissionScript(links.filter((_, at) => at % rounds === round))
      round += 1
      return loadOn([product], script)(pace)
    }
  }
}

function notesOf(what: string, measured: Record<string, Measured>): Note[] {
  const [[, first] = [], ...others] = Object.entries(measured)
  if (!first) return []
  const bar = bars[what]?.growth ?? null
  const times = ({ p50, p99 }: Measured) => `${p50.toFixed(1)} ms, of 100 the slowest ${p99.toFixed(1)} ms`
  return [
    ...Object.entries(measured).map(([answers, one]) => ({
      what: `${what}: half of them within, at ${answers} answers`,
      figure: times(one),
      bar: '–',
      met: null,
    })),
    ...others.map(([answers, one]) => {
      const slower = ratio(first, one)
      return {
        what: `${what}: time at ${answers} answers against the fewest`,
        figure: `${slower.toFixed(2)} ×`,
        bar: bar === null ? '–' : `≤ ${bar} ×`,
        met: bar === null ? null : slower <= bar,
      }
    }),
  ]
}
