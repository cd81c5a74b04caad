// How visits lie in the database.
import { caseAlways, caseFields, caseShape } from '../cases/queries.ts'
import { addVariant, type Shape, shape } from '../core/selection-shape.ts'

export const visitShape: Shape<'service_case'> = shape('Visit', 'service_case', {
  always: caseAlways,
  fields: caseFields,
})
addVariant(caseShape, visitShape)
