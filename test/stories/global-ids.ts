// Inputs written with the ids of the database, as the graph takes them.
import type { Json, JsonObject } from '../../schema/json.ts'
import { globalId } from '../graph.ts'

const types: Record<string, string> = {
  accountId: 'Account',
  analystId: 'Person',
  contactId: 'Contact',
  departmentId: 'Department',
  heatId: 'Heat',
  itemId: 'ClaimItem',
  lineId: 'SettlementLine',
  ownerId: 'Person',
  personId: 'Person',
  pieceId: 'Piece',
  targetId: 'Claim',
  taskId: 'Task',
}
const listed: Record<string, string> = { items: 'ClaimItem' }

/** Every id by the name of its field; `id` itself is one of `type`. */
export function encoded(input: JsonObject, type = 'Claim'): JsonObject {
  return Object.fromEntries(
    Object.entries(input).map(([name, value]): [string, Json] => {
      const named = name === 'id' ? type : types[name]
      if (named && typeof value === 'string') return [name, globalId(named, value)]
      if (Array.isArray(value))
        return [name, value.map((entry) => (isObject(entry) ? encoded(entry, listed[name] ?? type) : entry))]
      return [name, isObject(value) ? encoded(value, type) : value]
    }),
  )
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
