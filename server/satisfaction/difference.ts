// What two figures differ by, where both are known.

/** Null where one side is not known. */
export function difference(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a - b
}
