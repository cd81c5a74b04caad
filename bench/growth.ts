// How times change when the world grows: the same questions on a small and a large database, in turn.
import { loadOn, measure } from './measure.ts'
import { drawQuestions } from './operations/questions.ts'
import { detailScripts, eventScript, queueScripts, searchScripts } from './operations/scripts.ts'
import type { Options } from './options.ts'
import { bars } from './report/bars.ts'
import { type Note, ratio } from './report/tables.ts'
import { type ProductSettings, startProduct } from './servers/contestants.ts'
import { multiply } from './world/multiply.ts'
import type { BenchDatabase, BenchWorld } from './world/open-world.ts'

type Tell = (message: string) => void

/** `main` grows; its product is not running meanwhile. */
export async function measureGrowth(
  world: BenchWorld,
  main: BenchDatabase,
  settings: ProductSettings,
  options: Options,
  tell: Tell,
): Promise<Note[]> {
  const { from, to } = options.growth ?? { from: 0, to: 0 }
  const small = await world.copy('bench_small')
  await multiply(small, 0, from)
  tell(`growing to ${to.toLocaleString('en')} claims`)
  await multiply(main, options.claims, to)
  const sides = [await startProduct(small, settings), await startProduct(main, settings)] as const
  try {
    const [few, many] = [await drawQuestions(small, options.clients), await drawQuestions(main, options.clients)]
    const scripts = [few, many].map((questions) => ({
      detail: detailScripts(questions).ours,
      queue: queueScripts(questions).ours,
      search: searchScripts(questions).ours,
      event: eventScript(questions.steps, options.clients),
    }))
    const notes: Note[] = []
    for (const name of ['detail', 'queue', 'search', 'event'] as const) {
      tell(`growth: ${name}`)
      const [smallScript, largeScript] = [scripts[0]?.[name], scripts[1]?.[name]]
      if (!smallScript || !largeScript) continue
      const measured = await measure(
        { small: loadOn([sides[0]], smallScript), large: loadOn([sides[1]], largeScript) },
        options,
      )
      notes.push(noteOf(name, ratio(measured.small, measured.large), { from, to }))
    }
    return notes
  } finally {
    for (const side of sides) await side.stop()
  }
}

function noteOf(name: string, slower: number, { from, to }: { from: number; to: number }): Note {
  const bar = bars[name]?.growth ?? 0
  return {
    what: `${name}: time at ${to.toLocaleString('en')} claims against ${from.toLocaleString('en')}`,
    figure: `${slower.toFixed(2)} ×`,
    bar: `≤ ${bar} ×`,
    met: slower <= bar,
  }
}
