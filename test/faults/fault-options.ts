// Which faults are done, and how much of each.
import { parseArgs } from 'node:util'
import type { FaultRow, SizeUnit } from './fault-row.ts'

export interface FaultOptions {
  rows: readonly FaultRow[]
  sizeOf(row: FaultRow): number
  /** Plant known bugs in a copy of the sources instead, and see that each is caught. */
  seededBugs: boolean
}

export class WrongOptions extends Error {}

const UNITS = ['rounds', 'commands', 'deadlines', 'seconds'] as const

/** Row names choose rows, all by default; `--rounds 50`, `--commands`, `--deadlines`, `--seconds` set their sizes; `--short` takes the sizes of `npm test`. */
export function readFaultOptions(args: readonly string[], known: readonly FaultRow[]): FaultOptions {
  const { positionals, values } = parse(args)
  const unknown = positionals.filter((name) => !known.some((row) => row.name === name))
  if (unknown.length > 0) throw new WrongOptions(`There is no fault ${unknown.join(', ')}.\n${usage(known)}`)
  const given = (unit: SizeUnit) => {
    const size = Number(values[unit])
    if (values[unit] !== undefined && !(size > 0)) throw new WrongOptions(`--${unit} must be a number above 0.`)
    return values[unit] === undefined ? null : size
  }
  const sizes = Object.fromEntries(UNITS.map((unit) => [unit, given(unit)]))
  return {
    rows: positionals.length > 0 ? known.filter(({ name }) => positionals.includes(name)) : known,
    sizeOf: ({ size }) => (size ? (sizes[size.unit] ?? (values.short ? size.short : size.long)) : 1),
    seededBugs: values['seeded-bugs'] ?? false,
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        short: { type: 'boolean' },
        'seeded-bugs': { type: 'boolean' },
        rounds: { type: 'string' },
        commands: { type: 'string' },
        deadlines: { type: 'string' },
        seconds: { type: 'string' },
      },
    })
  } catch (error) {
    throw new WrongOptions(error instanceof Error ? error.message : String(error))
  }
}

function usage(known: readonly FaultRow[]): string {
  const lines = known.map(({ name, fault, size }) => {
    const unit = size ? ` (--${size.unit} ${size.long})` : ''
    return `  ${name.padEnd(12)}${fault}${unit}`
  })
  return ['Known are:', ...lines].join('\n')
}
