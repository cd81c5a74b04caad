// The disk of the database fills up: writes are refused in plain words, reads go on, and all is well once there is room again.
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { startTemplate } from '../../template.ts'
import type { FaultClient } from '../fault-client.ts'
import { soundness } from '../fault-figures.ts'
import { all, type FaultPlace, type FaultRow, type Figure, type LeftOut, none, told } from '../fault-row.ts'
import { openScene, type Scene } from '../fault-scene.ts'
import { registration } from '../fault-world.ts'
import { mountable, moveToSmallDisk, type SmallDisk } from '../small-disk.ts'

const ROOM_MIB = 6
const MOST_WRITES = 3_000
const WHILE_FULL = 10

export const disk: FaultRow = { name: 'disk', fault: 'disk full for the database', size: null, run: filled }

async function filled(place: FaultPlace): Promise<Figure[] | LeftOut> {
  if (!(await mountable(join(place.folder, `mounted-${randomUUID()}`))))
    return { leftOut: 'a small disk cannot be mounted here; root on Linux may' }
  const own = await startTemplate()
  let small: SmallDisk | undefined
  try {
    await own.restart(async (directory) => {
      small = await moveToSmallDisk(directory, join(place.folder, `disk-${randomUUID()}`))
    })
    const scene = await openScene({ ...place, server: own.server }, { servers: 1, clients: 2, overdue: 0 })
    try {
      return small ? await fill(scene, small) : { leftOut: 'there is no small disk' }
    } finally {
      await scene.close()
    }
  } finally {
    await own.stop()
    await small?.remove()
  }
}

async function fill(scene: Scene, small: SmallDisk): Promise<Figure[]> {
  const [writer, reader] = scene.clients
  if (!writer || !reader) throw new Error('There is no client')
  const { claim } = await writer.deliver('registerClaim', 'claim', (mark) => registration(scene.world, mark))
  const id = claim?.id ?? ''
  await small.leave(ROOM_MIB)
  let written = 0
  while ((await comment(writer, id)) === null && written < MOST_WRITES) written++
  const refusals: string[] = []
  for (let at = 0; at < WHILE_FULL; at++) {
    const refusal = await comment(writer, id)
    if (refusal !== null) refusals.push(refusal)
  }
  const seen = await reader.look(id)
  const running = scene.servers.filter((server) => server.running()).length
  await small.leave(ROOM_MIB * 10)
  const after = await comment(writer, id)
  return [
    told('written until the disk was full', written),
    all('writes refused while it was full', refusals.length, WHILE_FULL),
    none(
      'refusals without a plain word',
      refusals.filter((refusal) => refusal !== 'DATABASE_FULL'),
    ),
    all('reads answered meanwhile', seen.id === id ? 1 : 0, 1),
    all('servers that stayed up', running, 1),
    all('written again once there is room', after === null ? 1 : 0, 1),
    ...(await soundness(scene.database.owner, [...writer.delivered, ...reader.delivered])),
  ]
}

/** Null where it was written, the code of the refusal where not. The text cannot be compressed much. */
async function comment(client: FaultClient, id: string): Promise<string | null> {
  const key = randomUUID()
  const body = Array.from({ length: 240 }, () => randomUUID()).join(' ')
  const query = `mutation($input: AddCommentInput!, $key: String!) {
    addComment(input: $input, idempotencyKey: $key) { __typename } }`
  const answer = await client.once(JSON.stringify({ query, variables: { input: { id, body }, key } }))
  const { data, errors } = JSON.parse(answer?.body ?? '{}') as {
    data?: { addComment: { __typename: string } }
    errors?: { extensions?: { code?: string } }[]
  }
  if (data?.addComment?.__typename === 'CaseWritten') return null
  return errors?.[0]?.extensions?.code ?? `${answer?.status} ${answer?.body}`
}
