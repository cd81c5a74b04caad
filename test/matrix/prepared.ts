// Documents that are parsed and checked once and then asked by many viewers.
import { execute, parse, validate } from 'graphql'
import { schema } from '../../server/api.ts'
import type { Engine } from '../../server/core/engine.ts'
import type { MatrixViewer } from './viewers.ts'

export type Answer = Record<string, unknown>
export type Asked = (engine: Engine, viewer: MatrixViewer, variables?: Answer) => Promise<Answer>

/** A document to be asked; an error of GraphQL, which could only be a leak or a fault, fails the test. */
export function prepared(source: string): Asked {
  const document = parse(source)
  const faults = validate(schema, document)
  if (faults.length > 0) throw new Error(`${faults.map(({ message }) => message).join('\n')}\n${source}`)
  return async (engine, viewer, variableValues = {}) => {
    const contextValue = { engine, viewer, language: viewer.language, requestId: 'matrix' }
    const { data, errors } = await execute({ schema, document, variableValues, contextValue })
    if (errors) {
      const [first] = errors
      throw new Error(`${viewer.name}: ${first?.message} at ${first?.path?.join('.')}\n${first?.originalError?.stack}`)
    }
    return data as Answer
  }
}
