// Reads what the figures asked for are made of: one statement, over the waves of one filter.
import { type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql'
import { sql } from 'kysely'
import { readRows } from '../core/read-lanes.ts'
import type { Reader } from '../core/selection-plans.ts'
import { chosenWaves, type OverviewFilter } from './overview-filter.ts'
import { overviewParts } from './overview-parts.ts'
import type { Overview } from './overview-rows.ts'

type PartName = keyof typeof overviewParts

/** What each field of the answer is made of. */
const needed: Record<string, readonly PartName[]> = {
  waves: ['waves'],
  levels: ['marks', 'levels', 'regions', 'respondents'],
  figures: ['marks', 'regions'],
  gaps: ['marks'],
  respondents: ['respondents', 'markets', 'regions'],
  findings: ['marks', 'firsts', 'options'],
  factors: ['marks', 'options'],
  promoters: ['marks', 'regions'],
  trend: ['trend'],
  drivers: ['drivers'],
  perception: ['marks', 'staffMarks'],
}

export async function readOverview(
  reader: Reader,
  info: GraphQLResolveInfo,
  filter: OverviewFilter,
  hides: boolean,
): Promise<Overview> {
  const asked = new Set(askedFields(info).flatMap((name) => needed[name] ?? []))
  const names = Object.keys(overviewParts) as PartName[]
  const columns = names
    .filter((name) => asked.has(name))
    .map(
      (name) =>
        sql`coalesce((select json_agg(part) from (${overviewParts[name](reader, filter)}) as part), '[]') as ${sql.id(name)}`,
    )
  const empty = Object.fromEntries(names.map((name) => [name, []])) as unknown as Overview
  if (columns.length === 0) return { ...empty, hides }
  const { db } = reader.engine
  const statement = sql<
    Partial<Overview>
  >`with wave as materialized (${chosenWaves(filter)}) select ${sql.join(columns)}`
  // What is worked out from the answers themselves is not soon done: it would hold up the lane.
  const rows = asked.has('drivers') ? (await statement.execute(db)).rows : await readRows(db, statement)
  return { ...empty, ...rows[0], hides }
}

function askedFields({ fieldNodes, fragments }: GraphQLResolveInfo): string[] {
  const names: string[] = []
  const collect = (set: SelectionSetNode | undefined): void => {
    for (const node of set?.selections ?? []) {
      if (node.kind === Kind.FIELD) names.push(node.name.value)
      else if (node.kind === Kind.INLINE_FRAGMENT) collect(node.selectionSet)
      else collect(fragments[node.name.value]?.selectionSet)
    }
  }
  for (const node of fieldNodes) collect(node.selectionSet)
  return names
}
