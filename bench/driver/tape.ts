// The statements of an event as the engine sent them once, made repeatable: what came from the case, from an earlier answer or from chance is taken anew.

export interface Sent {
  text: string
  values: unknown[]
  rows: Record<string, unknown>[]
}

/** A piece of a value: text as it was, or something to be filled in. */
export type Piece =
  | { kind: 'same'; value: unknown }
  | { kind: 'case' }
  | { kind: 'chance' }
  | { kind: 'answer'; statement: number; row: number; column: string; plus: number }
  | { kind: 'list'; pieces: Piece[] }
  | { kind: 'text'; pieces: Piece[] }

export interface TapedStatement {
  text: string
  values: Piece[]
}

export type Tape = TapedStatement[]

const UUID = /([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})/
/** Counters of the recorded case start here, so that they are told from other numbers. */
export const COUNTED_FROM = 700_000

/** Several statements in one text, as at the beginning of a transaction, answer with a list, of which nothing is used. */
export function rowsOf(result: { rows: Record<string, unknown>[] } | readonly unknown[]): Record<string, unknown>[] {
  return 'rows' in result ? result.rows : []
}

/** `fixed`: ids that belong to every case, such as the sender's. */
export function tapeOf(sent: readonly Sent[], caseId: string, fixed: readonly string[]): Tape {
  return sent.map(({ text, values }, at) => {
    const before = sent.slice(0, at)
    return { text, values: values.map((value) => pieceOf(value, { before, caseId, fixed })) }
  })
}

/** The values of one statement for another case; `answers` are those of the statements before it. */
export function filled(
  pieces: readonly Piece[],
  caseId: string,
  answers: readonly Record<string, unknown>[][],
): unknown[] {
  return pieces.map((piece) => fill(piece, caseId, answers))
}

interface Known {
  before: readonly Sent[]
  caseId: string
  fixed: readonly string[]
}

function pieceOf(value: unknown, known: Known): Piece {
  if (Array.isArray(value)) return { kind: 'list', pieces: value.map((one) => pieceOf(one, known)) }
  if (typeof value === 'number' && value >= COUNTED_FROM) return counted(value, known.before)
  if (typeof value !== 'string' || !UUID.test(value)) return { kind: 'same', value }
  const pieces = value
    .split(UUID)
    .map((part) => (UUID.test(part) ? idPiece(part, known) : { kind: 'same' as const, value: part }))
  return { kind: 'text', pieces }
}

function counted(value: number, before: readonly Sent[]): Piece {
  for (const plus of [0, 1]) {
    const place = placeOf(value - plus, before)
    if (place) return { kind: 'answer', ...place, plus }
  }
  return { kind: 'same', value }
}

function idPiece(id: string, { before, caseId, fixed }: Known): Piece {
  if (id === caseId) return { kind: 'case' }
  if (fixed.includes(id)) return { kind: 'same', value: id }
  const place = placeOf(id, before)
  return place ? { kind: 'answer', ...place, plus: 0 } : { kind: 'chance' }
}

function placeOf(value: unknown, before: readonly Sent[]): { statement: number; row: number; column: string } | null {
  for (const [statement, { rows }] of before.entries()) {
    for (const [row, columns] of rows.entries()) {
      for (const [column, one] of Object.entries(columns)) if (one === value) return { statement, row, column }
    }
  }
  return null
}

function fill(piece: Piece, caseId: string, answers: readonly Record<string, unknown>[][]): unknown {
  switch (piece.kind) {
    case 'same':
      return piece.value
    case 'case':
      return caseId
    case 'chance':
      return crypto.randomUUID()
    case 'list':
      return piece.pieces.map((one) => fill(one, caseId, answers))
    case 'text':
      return piece.pieces.map((one) => String(fill(one, caseId, answers))).join('')
    case 'answer': {
      const value = answers[piece.statement]?.[piece.row]?.[piece.column]
      return piece.plus === 0 ? value : Number(value) + piece.plus
    }
    default:
      return piece satisfies never
  }
}
