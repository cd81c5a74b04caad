// Texts with places to fill in, written `{name}`.

export type TextParams = Readonly<Record<string, string | number>>

/** A place without a value becomes `…`: a text with a gap is better than no answer. */
export function fill(template: string, params: TextParams): string {
  return template.replace(place, (_, name: string) => (Object.hasOwn(params, name) ? String(params[name]) : '…'))
}

/** The names of a template's places, sorted, each once. */
export function placesOf(template: string): string[] {
  return [...new Set(Array.from(template.matchAll(place), ([, name = '']) => name))].sort()
}

const place = /\{(\w+)\}/g
