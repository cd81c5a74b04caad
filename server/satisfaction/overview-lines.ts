// The lines of sums as the statement writes them, which say of each item only its key: back to rows with what is known of the item.
import type { ConsumerType } from '../../schema/vocabulary.ts'
import type { ItemFacts, MarkRow, MeanRow } from './overview-rows.ts'

export type KeyedItem = ItemFacts & { id: string }

export type MeanLine = readonly [
  item: string,
  regionId: string | null,
  consumerType: ConsumerType | null,
  n: number,
  sum: number,
  promoters: number,
  passives: number,
  detractors: number,
  importanceN: number,
  importanceSum: number,
  kilotonnes: number,
  weightedSum: number,
]

export type MarkLine = readonly [...MeanLine, sumOfSquares: number, top: number, counts: number[]]

export function meanRow(line: MeanLine | MarkLine, item: ItemFacts): MeanRow {
  const [, regionId, consumerType, n, sum, promoters, passives, detractors] = line
  const [importanceN, importanceSum, kilotonnes, weightedSum] = [line[8], line[9], line[10], line[11]]
  const marks = { n, sum, promoters, passives, detractors, importanceN, importanceSum, kilotonnes, weightedSum }
  return { ...item, regionId, consumerType, ...marks }
}

export function markRow(line: MarkLine, item: ItemFacts): MarkRow {
  const [sumOfSquares, top, counts] = [line[12], line[13], line[14]]
  return { ...meanRow(line, item), sumOfSquares, top, counts }
}

/** Rows of lines in the order of the items, then of the regions; `regions` are their keys in order. */
export function inOrder<L extends MeanLine | MarkLine, R extends MeanRow>(
  lines: readonly L[],
  { items, regions }: { items: readonly KeyedItem[]; regions: ReadonlyMap<string | null, number> },
  row: (line: L, item: ItemFacts) => R,
): R[] {
  const itemOf = new Map(items.map((item) => [item.id, item]))
  const rows = lines.flatMap((line) => {
    const item = itemOf.get(line[0])
    return item ? [row(line, item)] : []
  })
  return rows.sort((a, b) => a.position - b.position || byRegion(regions)(a, b))
}

export function byRegion(regions: ReadonlyMap<string | null, number>) {
  const place = ({ regionId }: { regionId: string | null }) => regions.get(regionId) ?? regions.size
  return (a: { regionId: string | null }, b: { regionId: string | null }) => place(a) - place(b)
}
