// One answer to "may this viewer see this row", whichever way he asks: list, single read, id, search, relation, subscription.
import { type ExecutionResult, parse, subscribe } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { schema } from '../../server/api.ts'
import { seenAttachment } from '../../server/cases/attachment-queries.ts'
import type { Change } from '../../server/core/changes.ts'
import type { Engine } from '../../server/core/engine.ts'
import { type TestEngine, testEngine } from '../engine.ts'
import { globalId } from '../graph.ts'
import { type Crawled, crawl } from '../matrix/crawl.ts'
import { type Answer, prepared } from '../matrix/prepared.ts'
import { type Column, columnNames, type MatrixViewer } from '../matrix/viewers.ts'
import { givenMatrix, type MatrixWorld } from '../matrix/world.ts'

let test: TestEngine
let world: MatrixWorld
const crawled = new Map<Column, Crawled>()
beforeAll(async () => {
  test = await testEngine()
  world = await givenMatrix(test.engine, test.database.owner)
  for (const column of columnNames) crawled.set(column, await crawl(test.engine, world, world.viewers[column]))
}, 120_000)
afterAll(() => test.close())

type Rows = { id: string }[]
const ids = (rows: Rows | undefined | null) => (rows ?? []).map(({ id }) => id)
const kept = (all: readonly string[], seen: readonly string[]) => all.filter((id) => seen.includes(id))

/** What each way shows of the same rows; all ways must show the same. */
async function expectOneAnswer(
  all: readonly string[],
  ways: Record<string, (viewer: MatrixViewer) => Promise<readonly string[]>>,
): Promise<void> {
  for (const column of columnNames) {
    const viewer = world.viewers[column]
    const shown: Record<string, string[]> = {}
    for (const [way, look] of Object.entries(ways)) shown[way] = kept(all, await look(viewer))
    const [first = []] = Object.values(shown)
    expect(shown, column).toEqual(Object.fromEntries(Object.keys(ways).map((way) => [way, first])))
  }
}

const one = (source: string) => {
  const asked = prepared(source)
  return async (viewer: MatrixViewer, all: readonly Answer[]): Promise<string[]> => {
    const answers = await Promise.all(all.map((variables) => asked(test.engine, viewer, variables)))
    return answers.flatMap(({ row }) => (row ? [(row as { id: string }).id] : []))
  }
}
const byNode = one('query($id: ID!) { row: node(id: $id) { id } }')
const nodes = (all: readonly string[]) => (viewer: MatrixViewer) =>
  byNode(
    viewer,
    all.map((id) => ({ id })),
  )

describe('a claim', () => {
  it('is there or not, the same for list, single read, id, search and subscription', async () => {
    const claims = Object.values(world.claims).map(({ id, number }) => ({ id: globalId('Claim', id), number }))
    const all = claims.map(({ id }) => id)
    const list = prepared('{ claims(first: 100) { nodes { id } edges { node { id } } } }')
    const byId = one('query($id: ID!) { row: claim(id: $id) { id } }')
    const byNumber = one('query($number: String!) { row: claim(number: $number) { id } }')
    const asCase = one('query($number: String!) { row: case(number: $number) { id } }')
    const search = prepared('query($number: String!) { search(text: $number, first: 50) { id } }')
    const words = prepared('{ search(text: "wavy edges", first: 50) { id } }')
    await expectOneAnswer(all, {
      list: async (viewer) => {
        const { claims: page } = (await list(test.engine, viewer)) as { claims: { nodes: Rows } }
        return ids(page.nodes)
      },
      byId: (viewer) => byId(viewer, claims),
      byNumber: (viewer) => byNumber(viewer, claims),
      asCase: (viewer) => asCase(viewer, claims),
      node: nodes(all),
      search: async (viewer) => {
        if (viewer.kind === 'contact') return byNumber(viewer, claims)
        const answers = await Promise.all(claims.map(({ number }) => search(test.engine, viewer, { number })))
        return answers.flatMap(({ search }) => ids(search as Rows))
      },
      words: async (viewer) => {
        const hits = ids((await words(test.engine, viewer)).search as Rows)
        if (viewer.kind !== 'contact') return hits
        // The index knows comments, of which a hit would tell the customer: he has one claim and no search.
        expect(hits).toEqual([])
        return byNumber(viewer, claims)
      },
      subscription: async (viewer) => {
        const told = await Promise.all(all.map((id) => toldOf(viewer, `caseChanged(id: "${id}") { id }`)))
        expect(told.flat().filter((event) => event.caseChanged === null)).toEqual([])
        return told.flat().flatMap(({ caseChanged }) => ids([caseChanged as { id: string }]))
      },
    })
  })

  it('stirs in nobody else: work that changed is work that is seen', async () => {
    for (const column of columnNames) {
      const told = await toldOf(world.viewers[column], 'myWorkChanged { case { id } }')
      const seen = crawled.get(column)?.found
      for (const { myWorkChanged } of told) {
        const { case: changed } = myWorkChanged as { case: { id: string } | null }
        expect(changed && seen?.get(changed.id), column).toBe('Claim')
      }
    }
  })
})

describe('what belongs to a claim or an account', () => {
  it('has tasks, the same by id, by node and below the claim', async () => {
    const tasks = Object.values(world.claims).flatMap(({ taskIds }) => taskIds.map((id) => globalId('Task', id)))
    const byId = one('query($id: ID!) { row: task(id: $id) { id } }')
    const below = prepared('{ claims(first: 100) { nodes { tasks { id } } } }')
    await expectOneAnswer(tasks, {
      task: (viewer) =>
        byId(
          viewer,
          tasks.map((id) => ({ id })),
        ),
      node: nodes(tasks),
      below: async (viewer) => {
        const { claims } = (await below(test.engine, viewer)) as { claims: { nodes: { tasks: Rows }[] } }
        return claims.nodes.flatMap(({ tasks: rows }) => ids(rows))
      },
    })
  })

  it('has files, the same by node, below the claim and by download', async () => {
    const keys = Object.values(world.rows.Attachment ?? {}).flatMap((id) => id ?? [])
    const keyOfId = (id: string) => Buffer.from(id, 'base64url').toString().split(':')[1] ?? ''
    const below = prepared('{ claims(first: 100) { nodes { attachments(first: 50) { nodes { id } } } } }')
    await expectOneAnswer(keys, {
      node: nodes(keys),
      below: async (viewer) => {
        const { claims } = (await below(test.engine, viewer)) as {
          claims: { nodes: { attachments: { nodes: Rows } }[] }
        }
        return claims.nodes.flatMap(({ attachments }) => ids(attachments.nodes))
      },
      download: async (viewer) => {
        const found = await Promise.all(keys.map((id) => seenAttachment(test.engine.db, viewer, keyOfId(id))))
        return keys.filter((_, index) => found[index])
      },
    })
  })

  it('has accounts and contacts, the same by list and by node', async () => {
    const accounts = Object.values(world.rows.Account ?? {}).flatMap((id) => id ?? [])
    const contacts = Object.values(world.customers).flatMap(({ contactId, callerId }) =>
      [contactId, callerId].map((id) => globalId('Contact', id)),
    )
    const list = prepared('{ accounts(first: 100) { nodes { id contacts { id } } } }')
    const listed = async (viewer: MatrixViewer) =>
      (await list(test.engine, viewer)) as { accounts: { nodes: { id: string; contacts: Rows }[] } }
    await expectOneAnswer(accounts, {
      list: async (viewer) => ids((await listed(viewer)).accounts.nodes),
      node: nodes(accounts),
    })
    await expectOneAnswer(contacts, {
      list: async (viewer) => (await listed(viewer)).accounts.nodes.flatMap((account) => ids(account.contacts)),
      node: nodes(contacts),
    })
  })

  it('has material, the same by search, by node and below heat', async () => {
    const pieces = Object.values(world.customers).flatMap(({ coils }) => coils.map((id) => globalId('Piece', id)))
    const found = prepared(
      '{ findMaterial(first: 50, text: "H-") { nodes { id heat { pieces(first: 50) { nodes { id } } } } } }',
    )
    type Found = { findMaterial: { nodes: { id: string; heat: { pieces: { nodes: Rows } } }[] } }
    const search = async (viewer: MatrixViewer) => ((await found(test.engine, viewer)) as Found).findMaterial.nodes
    await expectOneAnswer(pieces, {
      search: async (viewer) => ids(await search(viewer)),
      node: nodes(pieces),
      heat: async (viewer) => (await search(viewer)).flatMap(({ heat }) => ids(heat.pieces.nodes)),
    })
  })
})

it('lists no link to a case that is not seen', () => {
  const blind = columnNames.filter((column) => crawled.get(column)?.text.includes('"CaseLink","case":null'))
  expect(blind).toEqual([])
  expect(crawled.get('E')?.text).toContain('"CaseLink","case":{')
})

it('answers again by its id whatever a field led to', async () => {
  const lost: string[] = []
  for (const [column, { found }] of crawled) {
    const all = [...found.keys()]
    const seen = new Set(await nodes(all)(world.viewers[column]))
    lost.push(...all.filter((id) => !seen.has(id)).map((id) => `${column} ${found.get(id)}`))
  }
  expect([...new Set(lost)].sort()).toEqual([])
})

describe('what may not be read', () => {
  const office: Column[] = ['E', 'L', 'A', 'K', 'M', 'Er', 'Ea', 'Mr', 'KA', 'KD']
  const mill: Column[] = ['R', 'H', 'Rr', 'RD', 'HD']
  const laboratory: Column[] = ['Rl', 'Hl', 'RlD', 'HlD']
  const far: Column[] = ['E', 'L', 'A', 'M', 'KA']
  // Worked out from the roles: who comes to it by whatever way, and nobody else.
  const secrets: [what: string, text: string, readers: Column[]][] = [
    ['the amount of a proposal', '"555.55"', office],
    ['the words of an offer', '444.44', office],
    ['the price of an order', '"800.00"', office],
    ['a line of a proposal that is not approved', '"999.99"', [...office, ...mill]],
    ["a department's own line", '"777.77"', [...office, ...mill, 'C']],
    ["another department's line", '"888.88"', [...office, 'C']],
    ['the contract of Own', 'K-Own', office],
    ['the address of a contact of Own', 'caller@own.test', office],
    ["the contact's own address", 'buyer@own.test', [...office, 'C']],
    ['a comment to colleagues', 'Between ourselves', [...office, ...mill, ...laboratory, 'D']],
    ['a claim of Own that is not linked', 'Wavy edges, late', [...office, ...mill, ...laboratory, 'D']],
    ['a claim in which the department has no part', 'Wavy edges, department', withAdministrators(office)],
    ['a claim far away', 'Wavy edges, region', [...withAdministrators(far), 'R', 'H', 'Rl', 'Hl']],
    ['the contract of a customer far away', 'K-Far', far],
    ['a sister coil of a customer far away', 'Sister-1', [...withAdministrators(far), 'R', 'H', 'Rl', 'Hl']],
    ['the sign-in of a colleague', 'mona.board@example.test', [...withAdministrators([]), 'M']],
  ]
  it.each(secrets)('%s', (_what, text, readers) => {
    const came = columnNames.filter((column) => crawled.get(column)?.text.includes(text))
    expect(came.sort()).toEqual([...new Set(readers)].sort())
  })
})

function withAdministrators(columns: Column[]): Column[] {
  return [...columns, 'D', 'KD', 'RD', 'HD', 'RlD', 'HlD']
}

/** Events of a subscription while each claim changes once; the stream ends with them. */
async function toldOf(viewer: MatrixViewer, field: string): Promise<Answer[]> {
  const changes = Object.values(world.claims).map(({ id }): Change => ({ caseId: id, taskId: null, personIds: [] }))
  const engine: Engine = {
    ...test.engine,
    changes: {
      ...test.engine.changes,
      async *stream() {
        yield* changes
      },
    },
  }
  const contextValue = { engine, viewer, language: viewer.language, requestId: 'visibility' }
  const stream = await subscribe({ schema, document: parse(`subscription { ${field} }`), contextValue })
  const told: Answer[] = []
  for await (const { data, errors } of stream as AsyncIterable<ExecutionResult>) {
    expect(errors).toBeUndefined()
    told.push(data as Answer)
  }
  return told
}
