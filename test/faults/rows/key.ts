// One key sent twenty times at once to two servers, later again, and with another body.
import { randomUUID } from 'node:crypto'
import { CLAIM_FIELDS, type FaultClient } from '../fault-client.ts'
import { type FaultPlace, type FaultRow, type Figure, none } from '../fault-row.ts'
import { openScene } from '../fault-scene.ts'
import { registration } from '../fault-world.ts'

const TIMES = 20

export const key: FaultRow = {
  name: 'key',
  fault: `same idempotency key × ${TIMES} in parallel, later again, with another body`,
  size: null,
  run: repeated,
}

async function repeated(place: FaultPlace): Promise<Figure[]> {
  // The first and the fifth client share a person: a key belongs to who sends it.
  const scene = await openScene(place, { servers: 2, clients: TIMES * 4, overdue: 0 })
  try {
    const mine = scene.clients.filter((_, client) => client % 4 === 0)
    const [first] = mine
    if (!first) throw new Error('There is no client')
    const { claim } = await first.deliver('registerClaim', 'claim', (mark) => registration(scene.world, mark))
    const order = { id: claim?.id ?? '', key: randomUUID() }
    const parallel = await Promise.all(mine.map((client) => amend(client, order, 'Said twenty times')))
    const later = await amend(first, order, 'Said twenty times')
    const other = await amend(first, order, 'Something else')
    const distinct = new Set([...parallel, later].map((answer) => JSON.stringify(answer)))
    const seen = await first.look(order.id)
    return [
      { what: 'effects', measured: String(seen.revision - 1), bar: '1', met: seen.revision === 2 },
      { what: 'different answers', measured: String(distinct.size), bar: '1', met: distinct.size === 1 },
      {
        what: 'answer to another body',
        measured: other.__typename,
        bar: 'KeyReused',
        met: other.__typename === 'KeyReused',
      },
      none(
        'answers of 500 or with errors',
        scene.clients.flatMap(({ failures }) => failures),
      ),
    ]
  } finally {
    await scene.close()
  }
}

async function amend(client: FaultClient, { id, key }: { id: string; key: string }, whatHappened: string) {
  const { data } = await client.post<{ answer: { __typename: string } }>({
    query: `mutation($input: AmendClaimInput!, $key: String!) {
      answer: amendClaim(input: $input, idempotencyKey: $key) {
        __typename ... on ClaimMoved { revision claim { ${CLAIM_FIELDS} } } } }`,
    variables: { input: { id, revision: 1, whatHappened }, key },
  })
  return data.answer
}
