// What is being logged, until it is saved or thrown away.
import type { Waiting } from '../device/outbox.ts'
import { serverNow } from '../device/server-clock.ts'
import type { RegisterClaimVariables } from '../generated/outbox.ts'

type RegisterInput = RegisterClaimVariables['input']

export interface TakenPiece {
  id: string
  number: string
  mass: string
  claimedMass: string
  defect: string
}

export interface LogDraft {
  /** What photos taken with it call it by, until it has an id. */
  ref: string
  /** When the call began, which is when it was received. */
  receivedAt: string
  channel: NonNullable<RegisterInput['channel']>
  accountId: string
  contactId: string
  whatHappened: string
  remedySought: string
  severity: string
  pieces: TakenPiece[]
}

/** What photos call the claim that they were taken for before a word of it was written. */
export function looseRef(waiting: readonly Waiting[]): string | undefined {
  const refs = waiting.map(({ ref }) => ref)
  return waiting.find(({ after }) => after !== null && !refs.includes(after))?.after ?? undefined
}

/** `ref` where photos were taken for it already. */
export function emptyDraft(ref: string = crypto.randomUUID()): LogDraft {
  return {
    ref,
    receivedAt: serverNow().toISOString(),
    channel: 'phone',
    accountId: '',
    contactId: '',
    whatHappened: '',
    remedySought: '',
    severity: '',
    pieces: [],
  }
}

export function registerInput(draft: LogDraft): RegisterInput {
  const { receivedAt, channel, accountId, contactId, whatHappened, remedySought, severity, pieces } = draft
  const items = pieces.map(({ id, claimedMass, defect }) => ({
    pieceId: id,
    ...(claimedMass && { claimedMass: claimedMass.replace(',', '.') }),
    ...(defect && { defect }),
  }))
  return {
    receivedAt,
    channel,
    accountId,
    whatHappened,
    ...(contactId && { contactId }),
    ...(remedySought && { remedySought: remedySought as NonNullable<RegisterInput['remedySought']> }),
    ...(severity && { severity: severity as NonNullable<RegisterInput['severity']> }),
    ...(items.length > 0 && { items }),
  }
}

/** With those that are not named yet, each claimed whole. */
export function withPieces(
  pieces: readonly TakenPiece[],
  more: readonly Pick<TakenPiece, 'id' | 'number' | 'mass'>[],
): TakenPiece[] {
  const fresh = more.filter(({ id }) => !pieces.some((piece) => piece.id === id))
  return [...pieces, ...fresh.map(({ id, number, mass }) => ({ id, number, mass, claimedMass: mass, defect: '' }))]
}

/** Numbers of pieces, heats or orders that stand in the line, the longest last words first: `602143-04`. */
export function numbersIn(text: string): string[] {
  return [...new Set(text.match(/\b\d[\d-]{3,}\d\b/g) ?? [])]
}
