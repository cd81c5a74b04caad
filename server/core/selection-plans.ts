// Keeps the select list of a field: by its node, by the variables that change its shape, and by viewer where its text depends on him.
import { type FieldNode, type GraphQLResolveInfo, Kind, visit } from 'graphql'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { Engine } from './engine.ts'
import type { SelectList } from './selection-layout.ts'
import type { Viewer } from './viewer.ts'

/** Who reads, and where. */
export interface Reader {
  engine: Pick<Engine, 'db' | 'now'>
  viewer: Viewer
}

interface NodePlans {
  variables: readonly string[]
  plans: Map<string, SelectList>
}

/** A client that varies its variables without end must not fill the memory. */
const PLANS_PER_NODE = 200

const cache = new WeakMap<FieldNode, NodePlans>()

/** The select list of a field's selection; `variant` tells apart what one node is used for. */
export function planned(reader: Reader, info: GraphQLResolveInfo, variant: string, make: () => SelectList): SelectList {
  const [node, ...others] = info.fieldNodes
  if (!node || others.length > 0) return make()
  const known = cache.get(node) ?? remember(node, info)
  const values = known.variables.map((name) => info.variableValues[name])
  const key = `${variant} ${JSON.stringify(values)}`
  const plan = known.plans.get(key) ?? known.plans.get(key + fingerprint(reader.viewer))
  if (plan) return plan
  const list = make()
  if (list.timed && isGivenTime(reader)) return list
  const made = frozen(list, reader.engine.db)
  if (known.plans.size >= PLANS_PER_NODE) known.plans.clear()
  known.plans.set(made.personal ? key + fingerprint(reader.viewer) : key, made)
  return made
}

/** A time that was given stands in the statement as a value, which the next reading must not find there. */
function isGivenTime({ engine }: Reader): boolean {
  return engine.now().compile(engine.db).parameters.length > 0
}

function remember(node: FieldNode, info: GraphQLResolveInfo): NodePlans {
  const entry: NodePlans = { variables: [...variablesBelow(node, info)], plans: new Map() }
  cache.set(node, entry)
  return entry
}

/** Variables of everything that the field selects; its own arguments do not change what a row looks like. */
function variablesBelow(node: FieldNode, info: GraphQLResolveInfo): Set<string> {
  const names = new Set<string>()
  const seen = new Set<string>()
  const look = (selections: FieldNode['selectionSet']) => {
    if (!selections) return
    visit(selections, {
      Variable: ({ name }) => {
        names.add(name.value)
      },
      FragmentSpread: ({ name }) => {
        if (seen.has(name.value)) return
        seen.add(name.value)
        const fragment = info.fragments[name.value]
        if (fragment?.kind === Kind.FRAGMENT_DEFINITION) look(fragment.selectionSet)
      },
    })
  }
  look(node.selectionSet)
  return names
}

const fingerprints = new WeakMap<Viewer, string>()

function fingerprint(viewer: Viewer): string {
  const known = fingerprints.get(viewer)
  if (known !== undefined) return known
  const made = JSON.stringify(viewer)
  fingerprints.set(viewer, made)
  return made
}

function frozen(list: SelectList, db: Kysely<Database>): SelectList {
  return { ...list, columns: compiled(list.columns, db), joins: compiled(list.joins, db) }
}

/** The same fragment with its tree of nodes already written out: compiling it again costs next to nothing. */
function compiled(fragment: RawBuilder<unknown>, db: Kysely<Database>): RawBuilder<unknown> {
  const { sql: text, parameters } = fragment.compile(db)
  const pieces = text.split(/\$\d+/)
  return sql(Object.assign(pieces, { raw: pieces }), ...parameters)
}
