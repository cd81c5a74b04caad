// The road to the server: one client with a cache by id, in the language that was chosen.
import { Client, type CombinedError, fetchExchange, makeErrorResult, mapExchange } from '@urql/core'
import { offlineExchange, type StorageAdapter } from '@urql/exchange-graphcache'
import { tellReached } from '../device/connection.ts'
import { setServerTime } from '../device/server-clock.ts'
import { embeddedTypes, possibleTypes } from '../generated/cache-shape.ts'
import { labelLanguage } from '../words/language.ts'
import { dutyOf, signedInAgain, tellSession } from './session.ts'

const inItsParent = () => null
/** A server that has not answered by then is treated as out of reach; what is sent keeps its key. */
const patience = 30_000

/** `storage` keeps answers on the device. */
export function createGraph(storage: StorageAdapter): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    exchanges: [
      tellNothingKept,
      offlineExchange({
        keys: Object.fromEntries(embeddedTypes.map((name) => [name, inItsParent])),
        possibleTypes,
        storage,
        isOfflineError,
      }),
      fetchExchange,
    ],
    requestPolicy: 'cache-and-network',
    fetchOptions: () => ({
      headers: { 'accept-language': labelLanguage(), accept: 'application/graphql-response+json, application/json' },
    }),
    fetch: send,
  })
}

/** Without a session, or with one that owes something first, it waits until somebody is signed in again, then asks the same once more, with the same key. */
async function send(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  for (;;) {
    const response = await reach(input, init)
    setServerTime(response.headers.get('date'))
    const barred = response.status === 401 ? 'out' : await dutyOf(response)
    tellSession(barred ?? 'in')
    if (!barred) return response
    await signedInAgain(init.signal)
  }
}

async function reach(input: RequestInfo | URL, init: RequestInit): Promise<Response> {
  const limit = AbortSignal.timeout(patience)
  try {
    const response = await fetch(input, {
      ...init,
      signal: init.signal ? AbortSignal.any([init.signal, limit]) : limit,
    })
    const gone = response.status === 502 || response.status === 503 || response.status === 504
    tellReached(!gone)
    if (gone) throw new TypeError(`The server answered ${response.status}`)
    return response
  } catch (error) {
    if (!init.signal?.aborted) tellReached(false)
    throw limit.aborted && !init.signal?.aborted ? new TypeError('The server did not answer') : error
  }
}

function isOfflineError(error: CombinedError | undefined): boolean {
  return error?.networkError !== undefined
}

/** Out of reach, and nothing of it kept here: an error, not an empty answer. */
const tellNothingKept = mapExchange({
  onResult: (result) =>
    result.operation.context.requestPolicy === 'cache-only' && result.data == null && !result.error
      ? makeErrorResult(result.operation, new TypeError('The server is out of reach'))
      : undefined,
})
