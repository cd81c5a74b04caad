// A client that keeps a log of what was acknowledged, and sends again, under the same key, whatever was not.
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { type HttpConnection, openConnection } from '../../bench/load/http-connection.ts'
import { PASSWORD } from './fault-world.ts'

export interface Delivered {
  key: string
  /** The mutation. */
  name: string
  kind: string
  /** Of the answer, where it is a step. */
  caseId: string | null
  revision: number | null
  tries: number
  /** Milliseconds on the clock of this process: first sent, answered. */
  sentAt: number
  answeredAt: number
}

export interface ClaimSeen {
  id: string
  state: string
  revision: number
  tasks: { id: string; state: string; revision: number }[]
}

interface Answer {
  __typename: string
  revision?: number
  /** Of a refusal as stale: the revision that holds. */
  current?: number
  claim?: ClaimSeen
  task?: { case: { id: string } }
}

export const CLAIM_FIELDS = 'id state revision tasks { id state revision }'
const FIELDS: Record<string, string> = {
  claim: `... on ClaimMoved { revision claim { ${CLAIM_FIELDS} } } ... on Stale { current }`,
  task: '... on TaskMoved { revision task { case { id } } }',
  case: '... on CaseWritten { case { id } }',
}
const GIVE_UP_MS = 120_000
const MOST_FAILURES = 500

export class FaultClient {
  readonly delivered: Delivered[] = []
  /** Answers that no client should ever get: a status of 500 and above, errors of GraphQL. */
  readonly failures: string[] = []
  private readonly urls: readonly string[]
  private readonly cookie: string
  private turn = 0
  private connection: HttpConnection | null = null

  /** Sends to the first server; to the next one when that does not answer. */
  constructor(urls: readonly string[], cookie: string) {
    this.urls = urls
    this.cookie = cookie
  }

  static async signIn(url: string, email: string): Promise<FaultClient> {
    return new FaultClient([url], await signIn(url, email))
  }

  /** Sends until there is an answer. The key marks the effect: put it into a text of the input. */
  async deliver(
    name: string,
    of: 'claim' | 'task' | 'case',
    inputWith: (key: string) => Record<string, unknown>,
    key: string = randomUUID(),
  ): Promise<Answer> {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`
    const query = `mutation($input: ${type}!, $key: String!) {
      answer: ${name}(input: $input, idempotencyKey: $key) { __typename ${FIELDS[of]} } }`
    const sentAt = performance.now()
    const { data, tries } = await this.post<{ answer: Answer }>({ query, variables: { input: inputWith(key), key } })
    const { __typename: kind, revision = null, claim, task } = data.answer
    const caseId = claim?.id ?? task?.case.id ?? null
    this.delivered.push({ key, name, kind, revision, caseId, tries, sentAt, answeredAt: performance.now() })
    return data.answer
  }

  async look(id: string): Promise<ClaimSeen> {
    const query = `query($id: ID!) { claim(id: $id) { ${CLAIM_FIELDS} } }`
    return (await this.post<{ claim: ClaimSeen }>({ query, variables: { id } })).data.claim
  }

  /** Begins a subscription; `next` gives the data of the next event. */
  async stream(query: string, variables: Record<string, unknown>) {
    const left = new AbortController()
    const url = this.url()
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        origin: url,
        cookie: this.cookie,
      },
      body: JSON.stringify({ query, variables }),
      signal: left.signal,
    })
    const events = dataOf(response)
    return { next: async () => (await events.next()).value, close: () => left.abort() }
  }

  /** Sends until there is an answer with data; a key in the body makes that safe. */
  async post<T>(body: object): Promise<{ data: T; tries: number }> {
    const text = JSON.stringify(body)
    const until = performance.now() + GIVE_UP_MS
    for (let tries = 1; ; tries++) {
      const response = await this.once(text)
      if (response?.status === 200) {
        const answer = JSON.parse(response.body) as { data?: T; errors?: unknown }
        if (answer.data && !answer.errors) return { data: answer.data, tries }
      }
      if (response) this.failures.push(`${response.status} ${response.body}`)
      if (this.failures.length > MOST_FAILURES || performance.now() > until)
        throw new Error(`No answer after ${tries} tries; the last failure: ${this.failures.at(-1)}`)
      await wait(40)
    }
  }

  /** One try; null when the connection broke or could not be had. */
  async once(body: string): Promise<{ status: number; body: string } | null> {
    try {
      this.connection ??= await this.connect()
      return await this.connection.post('/graphql', body)
    } catch {
      this.close()
      this.turn++
      return null
    }
  }

  close(): void {
    this.connection?.close()
    this.connection = null
  }

  private connect(): Promise<HttpConnection> {
    const origin = this.url()
    return openConnection({ port: Number(new URL(origin).port), headers: { origin, cookie: this.cookie } })
  }

  private url(): string {
    return this.urls[this.turn % this.urls.length] ?? ''
  }
}

/** The cookie of a new session; sessions hold on every server of the database. */
export async function signIn(url: string, email: string): Promise<string> {
  const response = await fetch(`${url}/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email, password: PASSWORD }),
  })
  if (!response.ok) throw new Error(`sign-in answered ${response.status}`)
  return response.headers
    .getSetCookie()
    .map((set) => set.split(';')[0])
    .join('; ')
}

/** Data of each event of a stream. */
async function* dataOf({ body }: Response): AsyncGenerator<unknown> {
  let rest = ''
  for await (const part of body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const pieces = (rest + part).split('\n\n')
    rest = pieces.pop() ?? ''
    for (const piece of pieces) {
      const line = piece.split('\n').find((one) => one.startsWith('data: {'))
      if (line) yield (JSON.parse(line.slice('data: '.length)) as { data: unknown }).data
    }
  }
}
