// The names of cases and tasks in the graph, for types that speak of each other.
import type { RowOf } from '../core/selection.ts'
import { builder } from '../graphql/builder.ts'

export const Case = builder.interfaceRef<RowOf<'service_case'>>('Case')
export const Task = builder.objectRef<RowOf<'task'>>('Task')
