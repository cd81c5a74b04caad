// Reads what the figures asked for are made of: one statement, over the waves of one filter.
import {
  type FieldNode,
  type GraphQLResolveInfo,
  getArgumentValues,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql'
import { type CompiledQuery, sql } from 'kysely'
import type { AnswerGrouping } from '../../schema/survey-vocabulary.ts'
import { boundedCache } from '../core/bounded-cache.ts'
import { answerScope } from '../core/permissions.ts'
import { readRows, type Statement } from '../core/read-lanes.ts'
import type { Reader } from '../core/selection-plans.ts'
import { chosenWaves, type OverviewFilter } from './overview-filter.ts'
import { byRegion, inOrder, type KeyedItem, type MarkLine, type MeanLine, markRow, meanRow } from './overview-lines.ts'
import { overviewParts, type ToldApart } from './overview-parts.ts'
import type { Overview } from './overview-rows.ts'
import type { Tells } from './subtraction-guard.ts'

type PartName = keyof typeof overviewParts

/** What each field of the answer is made of. */
const needed: Record<string, readonly PartName[]> = {
  waves: ['waves'],
  levels: ['means', 'items', 'levels', 'regions'],
  figures: ['marks', 'items', 'regions'],
  gaps: ['marks', 'items'],
  respondents: ['respondents', 'markets', 'regions'],
  findings: ['marks', 'items', 'firsts', 'options'],
  factors: ['marks', 'items', 'options'],
  promoters: ['means', 'items', 'regions'],
  trend: ['trend'],
  agreements: ['options'],
  drivers: ['drivers'],
  perception: ['marks', 'items', 'staffMarks', 'staffItems'],
}

/** Fields whose sums are pooled as far as their grouping allows. */
const pooled = ['levels', 'promoters', 'respondents']

/** Parts whose rows are lines. */
const lines: readonly PartName[] = ['means', 'marks', 'staffMarks']

type Read = Omit<Overview, 'tells' | 'means' | 'marks' | 'staffMarks'> & {
  items: KeyedItem[]
  staffItems: KeyedItem[]
  means: MeanLine[]
  marks: MarkLine[]
  staffMarks: MarkLine[]
  regions: { id: string }[]
}

export async function readOverview(
  reader: Reader,
  info: GraphQLResolveInfo,
  filter: OverviewFilter,
  tells: Tells,
): Promise<Overview> {
  const fields = askedFields(info)
  const asked = new Set(fields.flatMap(({ name }) => needed[name.value] ?? []))
  if (asked.size === 0) return overviewOf(nothing, tells)
  // Marks hold all that means are made of.
  if (asked.has('marks')) asked.delete('means')
  const rows = await readRows(reader.engine.db, written(reader, [...asked], toldApart(info, fields), filter))
  return overviewOf({ ...nothing, ...rows[0] }, tells)
}

function overviewOf(read: Read, tells: Tells): Overview {
  const { items, staffItems, means, marks, staffMarks, regions, levels, respondents, ...others } = read
  const places = new Map<string | null, number>(regions.map(({ id }, place) => [id, place]))
  const known = { items, regions: places }
  const markRows = inOrder(marks, known, markRow)
  return {
    ...others,
    tells,
    levels: levels.sort(byRegion(places)),
    respondents: respondents.sort(byRegion(places)),
    marks: markRows,
    means: marks.length > 0 ? markRows : inOrder(means, known, meanRow),
    staffMarks: inOrder(staffMarks, { items: staffItems, regions: places }, markRow),
  }
}

const statements = boundedCache<string, CompiledQuery<Partial<Read>>>(200)

/** Readers of a page ask the same again: it is written out once for each filter and for what is seen of the regions. */
function written(
  reader: Reader,
  asked: readonly PartName[],
  told: ToldApart,
  filter: OverviewFilter,
): Statement<Partial<Read>> {
  const { db } = reader.engine
  const seen = sql`${answerScope('region_id', reader.viewer)}`.compile(db)
  const key = JSON.stringify([asked, told, filter, reader.viewer.kind, seen.sql, seen.parameters])
  const known = statements.get(key)
  const compiled = known ?? statementOf(reader, asked, told, filter).compile(db)
  if (!known) statements.set(key, compiled)
  return { compile: () => compiled, execute: () => db.executeQuery(compiled) }
}

function statementOf(reader: Reader, asked: readonly PartName[], told: ToldApart, filter: OverviewFilter) {
  const columns = asked.map((name) => {
    const part = lines.includes(name) ? sql`part.line` : sql`part`
    return sql`coalesce((select json_agg(${part}) from (${overviewParts[name](reader, filter, told)}) as part), '[]') as ${sql.id(name)}`
  })
  return sql<Partial<Read>>`with wave as materialized (${chosenWaves(filter)}) select ${sql.join(columns)}`
}

const nothing = Object.fromEntries(Object.keys(overviewParts).map((name) => [name, []])) as unknown as Read

function toldApart({ schema, variableValues }: GraphQLResolveInfo, fields: readonly FieldNode[]): ToldApart {
  const type = schema.getType('Satisfaction')
  const known = isObjectType(type) ? type.getFields() : {}
  const groupings = fields.flatMap((node): AnswerGrouping[] => {
    const field = known[node.name.value]
    if (!field || !pooled.includes(node.name.value)) return []
    return [(getArgumentValues(field, node, variableValues).by as AnswerGrouping | null | undefined) ?? 'all']
  })
  const either = (one: AnswerGrouping) => groupings.some((by) => by === one || by === 'both')
  return { regions: either('region'), types: either('consumerType') }
}

function askedFields({ fieldNodes, fragments }: GraphQLResolveInfo): FieldNode[] {
  const nodes: FieldNode[] = []
  const collect = (set: SelectionSetNode | undefined): void => {
    for (const node of set?.selections ?? []) {
      if (node.kind === Kind.FIELD) nodes.push(node)
      else if (node.kind === Kind.INLINE_FRAGMENT) collect(node.selectionSet)
      else collect(fragments[node.name.value]?.selectionSet)
    }
  }
  for (const node of fieldNodes) collect(node.selectionSet)
  return nodes
}
