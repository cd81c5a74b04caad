// Reads the figures that were asked for: one statement, over the claims of one filter.
import { type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql'
import { sql } from 'kysely'
import type { ClaimState } from '../../schema/claim-vocabulary.ts'
import type { Clock } from '../../schema/clock.ts'
import type { Translations } from '../../schema/json.ts'
import { type ClaimFilter, claimsWhere, onTrialMaterial } from '../claims/claim-filter.ts'
import type { Reader } from '../core/selection-plans.ts'
import { figureParts } from './figure-parts.ts'

export interface ParetoRow {
  key: string
  name: Translations | null
  n: number
  share: number
  cumulative: number
}

export interface Figures {
  claims: number
  /** Of them on material of trial batches, which rates leave out. */
  trialClaims: number
  counts: { state: ClaimState; n: number; late: number; soon: number }[]
  byDefect: ParetoRow[]
  byStage: ParetoRow[]
  byDepartment: ParetoRow[]
  byProduct: ParetoRow[]
  /** `place`: region of the chart, from 1. */
  stays: { place: number; state: string; n: number; median: number; p90: number }[]
  kept: { clock: Clock; ended: number; kept: number }[]
  handovers: {
    number: string
    title: string
    handed: number
    returned: number
    meanHanded: number
    meanReturned: number
    claims: number
  }[]
  money: { currency: string; claimed: string; offered: string; accepted: string; paid: string }[]
  rates: { key: string; name: Translations; n: number; tonnes: string | null; rate: number | null }[]
}

type PartName = keyof typeof figureParts

/** Parts that were not asked for are empty. */
export async function readFigures(reader: Reader, info: GraphQLResolveInfo, filter: ClaimFilter): Promise<Figures> {
  const asked = askedParts(info)
  const names = Object.keys(figureParts) as PartName[]
  const columns = names.map((name) => {
    const part = asked.has(name) ? figureParts[name](reader, filter) : sql`select where false`
    return sql`coalesce((select jsonb_agg(part) from (${part}) as part), '[]') as ${sql.id(name)}`
  })
  const { rows } = await sql<Figures>`
    with seen as materialized (select service_case.id from service_case where ${claimsWhere(reader, filter)})
    select (select count(*)::int from seen) as claims,
      (select count(*)::int from seen join service_case using (id) where ${onTrialMaterial(true)}) as "trialClaims", ${sql.join(columns)}`.execute(
    reader.engine.db,
  )
  const [figures] = rows
  if (!figures) throw new Error('A statement of figures answers one row')
  return figures
}

function askedParts({ fieldNodes, fragments }: GraphQLResolveInfo): Set<string> {
  const names = new Set<string>()
  const collect = (set: SelectionSetNode | undefined): void => {
    for (const node of set?.selections ?? []) {
      if (node.kind === Kind.FIELD) names.add(node.name.value)
      else if (node.kind === Kind.INLINE_FRAGMENT) collect(node.selectionSet)
      else collect(fragments[node.name.value]?.selectionSet)
    }
  }
  for (const node of fieldNodes) collect(node.selectionSet)
  return names
}
