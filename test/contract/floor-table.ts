// The floors of the house: where a file stands, and what it may import from there.

/** Slices from left to right: a slice knows only those on its left. */
export const slices = [
  'organization',
  'accounts',
  'materials',
  'cases',
  'claims',
  'trial-batches',
  'visits',
  'satisfaction',
  'insights',
]

/** The room of a file; null where the house has none for it. */
export function roomOf(path: string): string | null {
  const [top = '', second = '', third] = path.split('/')
  if (['schema', 'client', 'migrations', 'test', 'bench'].includes(top)) return top
  if (top !== 'server') return null
  if (third === undefined) return roomBesideSlices(second)
  if (second === 'tools') return 'entry'
  return ['workflows', 'core', 'graphql', ...slices].includes(second) ? second : null
}

function roomBesideSlices(file: string): string | null {
  if (['main.ts', 'start-server.ts', 'daemons.ts'].includes(file) || /^http(-[a-z-]+)?\.ts$/.test(file)) return 'entry'
  return /^(api|effects(-[a-z]+)*|open-engine|export-[a-z]+)\.ts$/.test(file) ? 'joints' : null
}

const below = {
  schema: [],
  migrations: [],
  client: ['schema'],
  workflows: ['schema'],
  core: ['workflows', 'schema'],
  graphql: ['core', 'schema'],
  joints: [...slices, 'graphql', 'core', 'workflows', 'schema'],
  entry: ['joints', ...slices, 'graphql', 'core', 'workflows', 'schema'],
}

/** Rooms that a file of this room may import from besides its own. */
export function mayImport(room: string): readonly string[] {
  const slice = slices.indexOf(room)
  if (slice >= 0) return [...slices.slice(0, slice), 'graphql', 'core', 'workflows', 'schema']
  return below[room as keyof typeof below]
}

/** Packages (and `node:` modules) that rooms with a closed list may import; `type` is for types alone. */
export const packages: Readonly<Record<string, { values: readonly string[]; types: readonly string[] }>> = {
  schema: { values: [], types: ['kysely'] },
  migrations: { values: ['kysely'], types: ['kysely'] },
  workflows: { values: ['xstate'], types: ['xstate'] },
}

/** The steps inside a slice, from the rules up. */
export function stepOf(path: string): 'graphql' | 'commands' | 'queries' | 'rules' {
  const name = path.split('/').at(-1) ?? ''
  if (/(^|-)graphql\.ts$/.test(name)) return 'graphql'
  if (/(^|-)commands\.ts$/.test(name)) return 'commands'
  return /(^|-)queries\.ts$/.test(name) ? 'queries' : 'rules'
}
