// Goes wherever a viewer can come to: from the roots along every field, and from each object found again along every field of it.
import type { Engine } from '../../server/core/engine.ts'
import { documentOf } from './places.ts'
import { type Asked, prepared } from './prepared.ts'
import { everyField } from './selections.ts'
import type { MatrixViewer } from './viewers.ts'
import type { MatrixWorld } from './world.ts'

export interface Crawled {
  /** Types by the ids that were come to. */
  found: ReadonlyMap<string, string>
  /** Everything that was answered, as text. */
  text: string
}

export async function crawl(engine: Engine, world: MatrixWorld, viewer: MatrixViewer): Promise<Crawled> {
  const { claims, rows } = world
  const known = {
    id: rows.Claim?.own,
    number: claims.own.number,
    task: rows.Task?.own,
    trial: rows.TrialBatch?.own,
    visit: rows.Visit?.own,
  }
  const found = new Map<string, string>()
  const texts: string[] = []
  const keep = (answer: unknown): string[] => {
    texts.push(JSON.stringify(answer))
    const fresh = [...objectsIn(answer)].filter(([id]) => !found.has(id))
    for (const [id, type] of fresh) found.set(id, type)
    return fresh.map(([id]) => id)
  }
  let front: string[] = []
  for (const root of ['Query', 'Viewer']) front.push(...keep(await fieldsOf(root)(engine, viewer, known)))
  while (front.length > 0) {
    const answers = await Promise.all(front.map((id) => fieldsOf(found.get(id) ?? '')(engine, viewer, { id })))
    front = answers.flatMap(keep)
  }
  return { found, text: texts.join('\n') }
}

const documents = new Map<string, Asked>()

function fieldsOf(type: string): Asked {
  const known = documents.get(type)
  if (known) return known
  const made = prepared(documentOf(type, everyField(type)).source)
  documents.set(type, made)
  return made
}

function* objectsIn(value: unknown): Iterable<[id: string, type: string]> {
  if (value === null || typeof value !== 'object') return
  const { id, __typename } = value as Record<string, unknown>
  if (typeof id === 'string' && typeof __typename === 'string') yield [id, __typename]
  for (const inner of Object.values(value)) yield* objectsIn(inner)
}
