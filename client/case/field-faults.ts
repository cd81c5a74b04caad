// What is wrong with a form before it is sent: fields that must be filled, and numbers that are none.
import { type FieldValue, type FieldValues, type InputField, isGroup } from './step-input.ts'

interface WrittenFault {
  field: string
  text: string
}

/** Names each field by its path, as the server does: `lines.0.goodMass`. */
export function faultsOf(
  fields: readonly InputField[],
  values: FieldValues,
  t: (key: string) => string,
  path = '',
): WrittenFault[] {
  return fields.flatMap((field) => {
    const at = path + field.name
    const value = values[field.name]
    const inner = field.fields
    const needed: WrittenFault[] = field.required ? [{ field: at, text: t('form.needed') }] : []
    if (field.list && inner) {
      const rows = Array.isArray(value) ? value.filter(isGroup) : []
      return rows.length === 0 ? needed : rows.flatMap((row, index) => faultsOf(inner, row, t, `${at}.${index}.`))
    }
    if (inner) return field.required || isGroup(value) ? faultsOf(inner, isGroup(value) ? value : {}, t, `${at}.`) : []
    if (!isText(value)) return needed
    const numeric = !field.list && (field.type === 'Decimal' || field.type === 'Int')
    return numeric && !isNumber(value) ? [{ field: at, text: t('form.notNumber') }] : []
  })
}

/** With a point or a comma, as people write it. */
export function isNumber(text: string): boolean {
  return /^-?\d+(?:[.,]\d+)?$/.test(text.trim())
}

function isText(value: FieldValue | undefined): value is string {
  return typeof value === 'string' && value.trim() !== ''
}
