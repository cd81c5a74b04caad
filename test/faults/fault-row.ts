// What a fault row is: a fault that is done to the product, and the figures that are held against their bars afterwards.
import type { TestServer } from '../template.ts'
import type { Scene } from './fault-scene.ts'

export interface FaultRow {
  /** The word that chooses it: `npm run faults -- kill`. */
  name: string
  fault: string
  /** How much of it: the short form runs with every `npm test`, the long one by `npm run faults`; null where there is but one size. */
  size: { unit: SizeUnit; short: number; long: number } | null
  run(place: FaultPlace, size: number): Promise<Figure[] | LeftOut>
}

export type SizeUnit = 'rounds' | 'commands' | 'deadlines' | 'seconds'

export interface FaultPlace {
  server: TestServer
  /** For files that the row writes; removed afterwards. */
  folder: string
  /** Servers that run already, with few of them: rows that leave them in order may follow each other there. */
  scene?: Scene
  tell(message: string): void
}

export interface Figure {
  what: string
  measured: string
  /** Empty where the figure is told and not judged. */
  bar: string
  met: boolean
  /** Depends on the machine: told, but not judged, in the short form. */
  timed?: true
  /** The first of what should not be. */
  found?: readonly string[]
}

/** Why the row cannot run on this machine. */
export interface LeftOut {
  leftOut: string
}

/** A list of findings that must be empty. */
export function none(what: string, found: readonly string[]): Figure {
  return { what, measured: String(found.length), bar: '0', met: found.length === 0, found }
}

/** So many of so many. */
export function all(what: string, done: number, of: number): Figure {
  return { what, measured: `${done} of ${of}`, bar: `${of} of ${of}`, met: done === of && of > 0 }
}

/** A time, or another amount of the machine, that must not pass the limit. */
export function atMost(what: string, value: number, limit: number, unit: string): Figure {
  return { what, measured: `${rounded(value)} ${unit}`, bar: `≤ ${limit} ${unit}`, met: value <= limit, timed: true }
}

export function atLeast(what: string, value: number, limit: number, unit: string): Figure {
  return { what, measured: `${rounded(value)} ${unit}`, bar: `≥ ${limit} ${unit}`, met: value >= limit, timed: true }
}

/** Something that says how hard the trial was. */
export function told(what: string, measured: string | number): Figure {
  return { what, measured: typeof measured === 'number' ? measured.toLocaleString('en') : measured, bar: '', met: true }
}

function rounded(value: number): string {
  return value.toFixed(Math.abs(value) < 10 ? 2 : 0)
}
