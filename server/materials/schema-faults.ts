/** Turns what Ajv reports into faults a person can act on: one path and one sentence each, without the noise of branches. */

import type { ErrorObject } from 'ajv/dist/2019.js'

export interface SchemaFault {
  /** JSON pointer into the file ('/Certificate/CommercialTransaction/A03'); empty for the file as a whole. */
  path: string
  message: string
}

/** Above this many errors the comparison of branches would cost more than its tidiness is worth. */
const MOST_COMPARED = 1000
const LONGEST_NAME = 100
const LONGEST_PATH = 1000

/**
 * The faults behind Ajv's errors (made with `allErrors` and `verbose`), distinct, in its order. A missing or surplus
 * property is named in the path. Left out: that a condition failed (its reasons are listed), branches of a choice that
 * were not meant, and leftovers of an object that Ajv names only because a branch failed there.
 */
export function schemaFaults(errors: readonly ErrorObject[] | null | undefined): SchemaFault[] {
  const told = (errors ?? []).filter((error) => error.keyword !== 'if')
  const meant = told.length > MOST_COMPARED ? told : withoutOtherBranches(told)
  const faults = withoutLeftovers(meant).map(faultOf)
  return [...new Map(faults.map((fault) => [`${fault.path} ${fault.message}`, fault])).values()]
}

/** A JSON pointer one step longer; a name of absurd length is cut, so that a fault never carries half a file. */
export function pointer(path: string, key: string): string {
  const name = key.length > LONGEST_NAME ? `${key.slice(0, LONGEST_NAME)}…` : key
  return `${path}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`
}

/** Inner choices first, so that an outer choice sees only what was meant inside. */
function withoutOtherBranches(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const choices = errors.filter((error) => error.keyword === 'oneOf' || error.keyword === 'anyOf')
  return choices.sort((a, b) => b.schemaPath.length - a.schemaPath.length).reduce(settle, errors)
}

/**
 * A branch was not meant when its constant (the form of a product) or, where no branch has one, its type differs. When no
 * constant fits, they become one fault that lists them. `elsewhere`: the type errors of a branch behind a `$ref`, whose
 * schema path does not show the branch.
 */
function settle(errors: readonly ErrorObject[], choice: ErrorObject): readonly ErrorObject[] {
  const prefix = `${choice.schemaPath}/`
  const inside = errors.filter((error) => error.schemaPath.startsWith(prefix) && isWithin(error, choice.instancePath))
  const branch = (error: ErrorObject) => error.schemaPath.slice(prefix.length).split('/', 1)[0]
  const constants = inside.filter((error) => error.keyword === 'const')
  const signs = constants.length > 0 ? constants : inside.filter((error) => error.keyword === 'type')
  const misfits = new Set(signs.map(branch))
  const branches = Array.isArray(choice.schema) ? choice.schema.length : 0
  const elsewhere = errors.filter((error) => error.keyword === 'type' && error.instancePath === choice.instancePath)
  const dropped = new Set([choice, ...elsewhere, ...inside.filter((error) => misfits.has(branch(error)))])
  if (misfits.size < branches) {
    const left = errors.filter((error) => !dropped.has(error))
    return misfits.size > 0 && left.some((error) => isWithin(error, choice.instancePath)) ? left : errors
  }
  const [first] = constants
  if (!first) return errors
  const allowedValues = constants.map((error): unknown => error.params.allowedValue)
  const listed: ErrorObject = { ...first, keyword: 'enum', params: { allowedValues } }
  return errors.flatMap((error) => (error === first ? [listed] : dropped.has(error) ? [] : [error]))
}

function isWithin(error: ErrorObject, path: string): boolean {
  return error.instancePath === path || error.instancePath.startsWith(`${path}/`)
}

function withoutLeftovers(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const touched = new Set<string>()
  for (const { keyword, instancePath } of errors) {
    if (keyword === 'unevaluatedProperties') continue
    for (let path = instancePath; !touched.has(path); path = path.slice(0, path.lastIndexOf('/'))) {
      touched.add(path)
      if (path === '') break
    }
  }
  return errors.filter((error) => error.keyword !== 'unevaluatedProperties' || !touched.has(error.instancePath))
}

function faultOf(error: ErrorObject): SchemaFault {
  const { missingProperty, additionalProperty, unevaluatedProperty, allowedValues, allowedValue, pattern } =
    error.params
  const path = error.instancePath.slice(0, LONGEST_PATH)
  const extra = additionalProperty ?? unevaluatedProperty
  if (missingProperty !== undefined) return { path: pointer(path, String(missingProperty)), message: 'is missing' }
  if (extra !== undefined) return { path: pointer(path, String(extra)), message: 'is not part of the schema' }
  if (pattern === '\\S') return { path, message: 'must not be blank' }
  if (Array.isArray(allowedValues)) return { path, message: `must be one of ${allowedValues.join(', ')}` }
  if (allowedValue !== undefined) return { path, message: `must be ${String(allowedValue)}` }
  return { path, message: error.message ?? error.keyword }
}
