// How rows of a customer's page become the beginning of a form, and what of the form is sent.
import type { FieldValues, InputField } from '../case/step-input.ts'
import { inputOf } from '../case/step-input.ts'
import { entryInputs } from '../generated/entry-inputs.ts'

export type EntryName = keyof typeof entryInputs

export function entryFields(entry: EntryName, fixed: Readonly<Record<string, unknown>>): readonly InputField[] {
  const { fields }: { fields: readonly InputField[] } = entryInputs[entry]
  const asked = fields.filter(({ name }) => !entryIds.has(name) && !(name in fixed))
  return asked.toSorted((one, other) => placeOf(one) - placeOf(other))
}

/** What is needed and what names the row come first, switches last. */
function placeOf({ name, required, type }: InputField): number {
  if (required || name === 'name') return 0
  return type === 'Boolean' ? 2 : 1
}

const entryIds = new Set(['accountId', 'entryId', 'caseId'])

/** Values of a row by the names of its form; what is not there is empty. */
export function entryStart(entry: EntryName, row: object): FieldValues {
  const { fields }: { fields: readonly InputField[] } = entryInputs[entry]
  const given = row as Readonly<Record<string, unknown>>
  return Object.fromEntries(fields.map(({ name }) => [name, textOf(given[name] ?? given[name.replace(/Ids?$/, '')])]))
}

/** What the form sends: a field that was emptied is sent as null, which takes its value away. */
export function entryInput(
  fields: readonly InputField[],
  start: FieldValues,
  values: FieldValues,
): Record<string, unknown> {
  const emptied = fields.filter(({ name, required, list }) => !required && !list && start[name] && !values[name])
  return { ...Object.fromEntries(emptied.map(({ name }) => [name, null])), ...inputOf(fields, values) }
}

/** An instant becomes what its field takes; a row becomes its id; several rows a line each. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(textOf).join('\n')
  if (typeof value === 'object') return textOf((value as { id?: unknown }).id)
  return String(value)
}
