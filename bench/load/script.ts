// What a client of the load sends: one of many prepared requests after the other, or steps of cases that are its own.

/** Requests that any client may send at any time; each client starts elsewhere and walks on. */
export interface Reads {
  kind: 'reads'
  path: string
  bodies: readonly string[]
}

/** Two mutations that undo each other, on cases that only one client works on. */
export interface Steps {
  kind: 'steps'
  path: string
  /** One part per client; brought up to date while the load runs. */
  cases: OwnCase[][]
  forth: StepForm
  back: StepForm
}

export interface OwnCase {
  id: string
  revision: number
  /** Whether the next step is the one back. */
  gone: boolean
}

export interface StepForm {
  body: Readonly<Record<string, unknown>>
  /** Fields of the input besides id and revision. */
  input: Readonly<Record<string, unknown>>
}

/** Requests that are answered once only; each client sends a part of them. */
export interface Calls {
  kind: 'calls'
  calls: readonly Call[]
}

export interface Call {
  path: string
  body: string
}

export type Script = Reads | Steps | Calls

export interface Sender {
  /** Null when there is nothing left to send. */
  next(): Call | null
  /** Whether the answer is what was asked for. */
  accepts(body: string): boolean
}

export function senderOf(script: Script, client: number, clients: number): Sender {
  switch (script.kind) {
    case 'reads':
      return readingSender(script, client, clients)
    case 'steps':
      return steppingSender(script, client)
    case 'calls':
      return callingSender(script, client, clients)
    default:
      return script satisfies never
  }
}

function callingSender({ calls }: Calls, client: number, clients: number): Sender {
  let at = client
  return {
    next() {
      const call = calls[at] ?? null
      at += clients
      return call
    },
    accepts: () => true,
  }
}

function readingSender({ path, bodies }: Reads, client: number, clients: number): Sender {
  let at = Math.floor((bodies.length / clients) * client)
  return {
    next: () => ({ path, body: bodies[at++ % bodies.length] ?? '' }),
    accepts: (body) => !body.includes('"errors"'),
  }
}

const REVISION = /"revision":(\d+)/

function steppingSender({ path, cases, forth, back }: Steps, client: number): Sender {
  const own = cases[client] ?? []
  let turn = 0
  const current = () => own[turn % own.length]
  return {
    next() {
      const { id, revision, gone } = current() ?? { id: '', revision: 0, gone: false }
      const form = gone ? back : forth
      const variables = { input: { id, revision, ...form.input }, key: crypto.randomUUID() }
      return { path, body: JSON.stringify({ ...form.body, variables }) }
    },
    accepts(body) {
      const moved = REVISION.exec(body)
      const one = current()
      if (!one || one.gone || !moved) turn += 1
      if (!moved || !one) return false
      one.revision = Number(moved[1])
      one.gone = !one.gone
      return true
    },
  }
}
