// How far respondents agree, where they were asked for yes, partly or no (SAT-08).
import type { Wording } from '../../schema/json.ts'
import type { Overview } from './overview-rows.ts'
import { agreementShare } from './satisfaction-index.ts'

export interface Agreement {
  /** Null: all such items together. */
  item: string | null
  wording: Wording | null
  /** Answers. */
  n: number
  hidden: boolean
  yes: number | null
  partly: number | null
  no: number | null
  /** Yes 1, partly ½, no 0, over the answers given; 0 to 1. */
  score: number | null
}

/** Each item in the order it is asked, last all together; empty where no item asked it. */
export function agreementsOf({ options, tells }: Overview): Agreement[] {
  const rows = options.filter(({ kind }) => kind === 'agreement')
  const items = [...new Set(rows.map(({ item }) => item))]
  if (items.length === 0) return []
  return [...items, null].map((item) => {
    const wording = item === null ? null : (rows.find((row) => row.item === item)?.wording ?? null)
    const ofItem = rows.filter((row) => item === null || row.item === item)
    const count = (option: string) => ofItem.filter((row) => row.option === option).reduce((sum, { n }) => sum + n, 0)
    const [n, yes, partly, no] = [count(''), count('yes'), count('partly'), count('no')]
    // Together they are told where each of them is.
    const told = (item === null ? items : [item]).every((one) => {
      const asked = rows.filter((row) => row.item === one && row.option === '').reduce((sum, row) => sum + row.n, 0)
      return tells({ key: `${one} agreement`, regionId: null, consumerType: null, n: asked })
    })
    if (!told) return { item, wording, n, hidden: true, yes: null, partly: null, no: null, score: null }
    return { item, wording, n, hidden: false, yes, partly, no, score: agreementShare({ yes, partly, no }) }
  })
}
