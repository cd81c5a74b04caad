// One person's own session with the API over HTTP: signs in, asks, sends; knows nothing of the server but its address.

export interface Session {
  /** Who it is, for messages. */
  who: string
  /** Data of the answer. @throws ApiError */
  ask<T>(query: string, variables?: Record<string, unknown>): Promise<T>
  /**
   * Sends a mutation with an input and reads `fields` of a success.
   * @throws Refusal with what the API said.
   */
  send<T>(mutation: string, input: Record<string, unknown>, fields: string): Promise<T>
}

export class ApiError extends Error {
  override name = 'ApiError'
}

export interface FieldFault {
  field: string | null
  code: string
  text: string
}

interface RefusalAnswer {
  __typename: string
  text: string
  fields?: FieldFault[]
}

/** A typed refusal of the API. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly kind: string
  readonly fields: FieldFault[]

  constructor(who: string, mutation: string, { __typename, text, fields = [] }: RefusalAnswer) {
    const faults = fields.map((fault) => `\n    ${fault.field ?? 'the case'}: ${fault.text}`)
    super(`${mutation} by ${who} was refused (${__typename}): ${text}${faults.join('')}`)
    this.kind = __typename
    this.fields = fields
  }
}

/** Its answer is a secret, which is not kept under a key. */
const WITHOUT_KEY = new Set(['linkCustomer'])

/** Signs a person in; the cookie lives as long as the object. */
export async function signIn(address: string, email: string, password: string): Promise<Session> {
  const response = await post(address, '/auth/sign-in/email', { email, password }, {})
  if (!response.ok) throw new ApiError(`${email} cannot sign in: ${response.status} ${await response.text()}`)
  const cookie = response.headers
    .getSetCookie()
    .map((set) => set.split(';')[0])
    .join('; ')
  return sessionWith(address, email, { cookie })
}

/** A customer's contact, through the secret of the signed link. */
export function openLink(address: string, who: string, token: string): Session {
  return sessionWith(address, who, { authorization: `CustomerLink ${token}` })
}

function sessionWith(address: string, who: string, headers: Record<string, string>): Session {
  const ask: Session['ask'] = async <T>(query: string, variables: Record<string, unknown> = {}) => {
    const response = await post(address, '/graphql', { query, variables }, headers)
    const answer = (await response.json()) as { data?: T; errors?: { message: string }[] }
    if (answer.errors || !answer.data) {
      const messages = answer.errors?.map(({ message }) => message).join('; ')
      throw new ApiError(`${who}: ${response.status} ${messages ?? 'no data'}\n${query}`)
    }
    return answer.data
  }
  return {
    who,
    ask,
    async send<T>(mutation: string, input: Record<string, unknown>, fields: string) {
      const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`
      const keyed = !WITHOUT_KEY.has(mutation)
      const { answer } = await ask<{ answer: T | RefusalAnswer }>(
        `mutation($input: ${type}!${keyed ? ', $key: String' : ''}) {
          answer: ${mutation}(input: $input${keyed ? ', idempotencyKey: $key' : ''}) {
            __typename ${fields} ... on Refusal { text } ... on Invalid { fields { field code text } } } }`,
        { input, ...(keyed && { key: crypto.randomUUID() }) },
      )
      if (isRefusal(answer)) throw new Refusal(who, mutation, answer)
      return answer
    },
  }
}

function isRefusal(answer: unknown): answer is RefusalAnswer {
  return typeof answer === 'object' && answer !== null && 'text' in answer
}

function post(address: string, path: string, body: unknown, headers: Record<string, string>): Promise<Response> {
  return fetch(new URL(path, address), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      'accept-language': 'en',
      origin: new URL(address).origin,
      ...headers,
    },
    body: JSON.stringify(body),
  })
}
