// The one schema builder that every slice adds its types to.
import SchemaBuilder from '@pothos/core'
import type { RequestContext } from './context.ts'
import './policy.ts'
import { date, dateTime, decimal, type Scalars } from './scalars.ts'

export const builder = new SchemaBuilder<{
  Context: RequestContext
  Scalars: Scalars
  DefaultFieldNullability: false
  DefaultInputFieldRequiredness: false
}>({
  plugins: ['policy'],
  defaultFieldNullability: false,
})

builder.queryType({ description: 'What can be read.' })
builder.mutationType({ description: 'What can be done; every answer is the result or a refusal.' })
builder.scalarType('DateTime', dateTime)
builder.scalarType('Date', date)
builder.scalarType('Decimal', decimal)
