// Subscriptions: what changes reaches who may see it, from whichever server process wrote it.
import { type ExecutionResult, parse, subscribe } from 'graphql'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { schema } from '../../server/api.ts'
import type { Engine } from '../../server/core/engine.ts'
import type { ContactViewer, PersonViewer } from '../../server/core/viewer.ts'
import { engineOn, type OpenedEngine } from '../../server/open-engine.ts'
import { globalId } from '../graph.ts'
import { comment } from '../stories/comment.ts'
import { claimIn, newClaim } from '../stories/driven-claim.ts'
import { sentTask } from '../stories/driven-task.ts'
import { contactOf, openWorld, type World } from '../stories/world.ts'

let world: World
let other: OpenedEngine
const streams: AsyncGenerator<ExecutionResult>[] = []
beforeAll(async () => {
  world = await openWorld()
  other = await engineOn(world.database.connections.app, 2, (error) => {
    throw error
  })
  await listening(world.engine)
  await listening(other.engine)
})
afterEach(async () => {
  await Promise.all(streams.splice(0).map((stream) => stream.return(undefined)))
})
afterAll(async () => {
  await other.close()
  await world.close()
})

interface Listener {
  /** Everything that came so far, as JSON. */
  heard: string[]
  /** Waits for a change with these words in it. */
  hears(words: string): Promise<void>
}

async function listen(
  engine: Engine,
  viewer: PersonViewer | ContactViewer,
  document: string,
  id = '',
): Promise<Listener> {
  const stream = await subscribe({
    schema,
    document: parse(document),
    variableValues: { id },
    contextValue: { engine, viewer, language: viewer.language, requestId: 'test' },
  })
  if (!(Symbol.asyncIterator in stream)) throw new Error(JSON.stringify(stream))
  streams.push(stream)
  const heard: string[] = []
  void (async () => {
    for await (const { data, errors } of stream) heard.push(JSON.stringify(errors ?? data))
  })()
  return {
    heard,
    hears: (words) => vi.waitFor(() => expect(heard.join('\n')).toContain(words), { timeout: 5_000, interval: 10 }),
  }
}

const caseChanged = 'subscription($id: ID!) { caseChanged(id: $id) { number ... on Claim { state } } }'
const myWorkChanged = 'subscription { myWorkChanged { case { number ... on Claim { state } } } }'

it('a step reaches a subscriber of the other server process', async () => {
  const claim = await newClaim(world)
  const lead = await listen(other.engine, world.people.lead, caseChanged, globalId('Claim', claim.key))
  await claim.do('acknowledge')
  const { number } = await claim.row()
  await lead.hears(`{"caseChanged":{"number":"${number}","state":"screening"}}`)
})

it('a comment and a step of a task too', async () => {
  const claim = await claimIn(world, 'collecting')
  const task = await sentTask(claim)
  const id = globalId('Claim', claim.key)
  const lead = await listen(world.engine, world.people.lead, caseChanged, id)
  const roller = await listen(world.engine, world.people.roller, caseChanged, id)
  await comment(claim, 'Look at this')
  await lead.hears('collecting')
  const before = roller.heard.length
  await task.do('accept')
  await vi.waitFor(() => expect(roller.heard.length).toBeGreaterThan(before), { timeout: 5_000, interval: 10 })
})

it('another case does not reach, nor one that the viewer may not see', async () => {
  const seen = await newClaim(world)
  const hidden = await newClaim(world)
  const customer = contactOf(seen.customer, seen.key)
  const foreign = await listen(world.engine, customer, caseChanged, globalId('Claim', hidden.key))
  const roller = await listen(world.engine, world.people.roller, caseChanged, globalId('Claim', hidden.key))
  const own = await listen(world.engine, customer, caseChanged, globalId('Claim', seen.key))
  await hidden.do('acknowledge')
  await seen.do('acknowledge')
  await own.hears('screening')
  // What came before this was judged before it.
  await seen.do('acceptForInvestigation')
  await own.hears('collecting')
  expect([...foreign.heard, ...roller.heard]).toEqual([])
  expect(own.heard.join()).not.toContain((await hidden.row()).number)
})

it('the work of the owner, the analyst and the department changes, not that of others', async () => {
  const { engineer, engineer2, analyst, roller, coater } = world.people
  const claim = await claimIn(world, 'collecting')
  const hear = (viewer: PersonViewer) => listen(other.engine, viewer, myWorkChanged)
  const [owner, investigator, mill] = [await hear(engineer), await hear(analyst), await hear(roller)]
  const strangers = [await hear(engineer2), await hear(coater)]
  const { number } = await claim.row()
  const words = `{"myWorkChanged":{"case":{"number":"${number}","state":"collecting"}}}`
  await claim.do('requestVisit')
  await owner.hears(words)
  await investigator.hears(words)
  await sentTask(claim)
  await mill.hears(words)
  for (const stranger of strangers) expect(stranger.heard.join()).not.toContain(number)
})

const looking =
  'subscription($id: ID!) { myWorkChanged(lookingAt: $id) { present { name } case { number ... on Claim { state } } } }'
const names = (...people: string[]) => `"present":[${people.map((name) => `{"name":"${name}"}`).join()}]`

it('who looks at a case sees who else does, through every server process, until they leave', async () => {
  const claim = await newClaim(world)
  const id = globalId('Claim', claim.key)
  const { engineer2, lead, roller } = world.people
  const customer = await listen(world.engine, contactOf(claim.customer, claim.key), looking, id)
  const hidden = await listen(world.engine, roller, looking, id)
  const first = await listen(world.engine, engineer2, looking, id)
  await first.hears(names('Second Engineer'))
  const second = await listen(other.engine, lead, looking, id)
  await first.hears(names('Front Lead', 'Second Engineer'))
  await second.hears(names('Front Lead', 'Second Engineer'))
  await streams.pop()?.return(undefined)
  await vi.waitFor(() => expect(first.heard.at(-1)).toContain(names('Second Engineer')), {
    timeout: 5_000,
    interval: 10,
  })
  await claim.do('acknowledge')
  await first.hears('"present":null')
  await customer.hears('screening')
  expect(customer.heard.join()).not.toContain('name')
  // What was told of earlier work may still be on its way to the department.
  expect(hidden.heard.join()).not.toContain((await claim.row()).number)
  expect(hidden.heard.join()).not.toContain('"name"')
})

it('a client that leaves is let go at once, although nothing that it waits for ever comes', async () => {
  const claim = await newClaim(world)
  await listen(world.engine, contactOf(claim.customer, claim.key), caseChanged, globalId('Claim', world.people.lead.id))
  const [stream] = streams.splice(0)
  expect(await stream?.return(undefined)).toMatchObject({ done: true })
})

/** Waits until the engine hears announcements: it listens on a connection of its own, opened meanwhile. */
async function listening(engine: Engine): Promise<void> {
  const ended = new AbortController()
  const stream = engine.changes.stream(ended.signal)[Symbol.asyncIterator]()
  const heard = stream.next()
  const again = setInterval(
    () => engine.changes.announce({ caseId: globalId('Claim', ''), taskId: null, personIds: [] }),
    50,
  )
  await heard
  clearInterval(again)
  ended.abort()
}
