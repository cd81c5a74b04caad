// A client that keeps a log of what was acknowledged, and sends again, under the same key, whatever was not.
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
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
  claim?: ClaimSeen
  task?: { case: { id: string } }
}

export const CLAIM_FIELDS = 'id state revision tasks { id state revision }'
const FIELDS: Record<string, string> = {
  claim: `... on ClaimMoved { revision claim { ${CLAIM_FIELDS} } }`,
  task: '... on TaskMoved { revision task { case { id } } }',
  case: '... on CaseWritten { case { id } }',
}

export class FaultClient {
  readonly delivered: Delivered[] = []
  /** Answers that no client should ever get: a status of 500 and above, errors of GraphQL. */
  readonly failures: string[] = []
  private readonly url: string
  private readonly cookie: string

  constructor(url: string, cookie: string) {
    this.url = url
    this.cookie = cookie
  }

  static async signIn(url: string, email: string): Promise<FaultClient> {
    const response = await fetch(`${url}/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify({ email, password: PASSWORD }),
    })
    if (!response.ok) throw new Error(`sign-in answered ${response.status}`)
    const cookie = response.headers.getSetCookie().map((set) => set.split(';')[0])
    return new FaultClient(url, cookie.join('; '))
  }

  /** Sends until there is an answer. The key marks the effect: put it into a text of the input. */
  async deliver(
    name: string,
    of: 'claim' | 'task' | 'case',
    inputWith: (key: string) => Record<string, unknown>,
  ): Promise<Answer> {
    const key = randomUUID()
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`
    const query = `mutation($input: ${type}!, $key: String!) {
      answer: ${name}(input: $input, idempotencyKey: $key) { __typename ${FIELDS[of]} } }`
    const { data, tries } = await this.post<{ answer: Answer }>({ query, variables: { input: inputWith(key), key } })
    const { __typename: kind, revision = null, claim, task } = data.answer
    this.delivered.push({ key, name, kind, revision, caseId: claim?.id ?? task?.case.id ?? null, tries })
    return data.answer
  }

  async look(id: string): Promise<ClaimSeen> {
    const query = `query($id: ID!) { claim(id: $id) { ${CLAIM_FIELDS} } }`
    return (await this.post<{ claim: ClaimSeen }>({ query, variables: { id } })).data.claim
  }

  /** Begins a subscription; `next` gives the data of the next event. */
  async stream(query: string, variables: Record<string, unknown>) {
    const left = new AbortController()
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        origin: this.url,
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
    for (let tries = 1; ; tries++) {
      const response = await fetch(`${this.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: this.url, cookie: this.cookie },
        body: JSON.stringify(body),
      })
        .then(async (got) => ({ status: got.status, text: await got.text() }))
        .catch(() => null)
      if (response?.status === 200) {
        const answer = JSON.parse(response.text) as { data?: T; errors?: unknown }
        if (answer.data && !answer.errors) return { data: answer.data, tries }
      }
      if (response) this.failures.push(`${response.status} ${response.text}`)
      if (this.failures.length > 20) throw new Error(`Too many failures: ${this.failures.at(-1)}`)
      await wait(40)
    }
  }
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
