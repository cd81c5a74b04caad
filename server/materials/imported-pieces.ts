// The pieces that a certificate speaks of: how many of which kind, and how its mass is shared among them.
import type { PieceKind } from '../../schema/vocabulary.ts'
import type { ReadCertificate } from './certificate.ts'

export interface PlannedPiece {
  heat: string
  /** From 1 within the heat. */
  place: number
  kind: PieceKind
  /** Tonnes with three decimals. */
  mass: string
}

export type PieceFault = { code: 'noHeat' | 'noPieces' | 'noMass' | 'tooManyPieces' } | { code: 'tooMany'; max: number }

/** One certificate does not fill a warehouse: above this it is taken for an error. */
const MOST_PIECES = 5_000

type Stated = Pick<ReadCertificate, 'heats' | 'pieceCount' | 'actualMass' | 'theoreticalMass' | 'dimensions'> & {
  product: Pick<ReadCertificate['product'], 'name'>
}

/**
 * B08 pieces over the heats of B07, as even as whole pieces allow, the first heats first (more heats than pieces leave the last
 * without one). The actual mass (B13), else the theoretical (B12), is shared in whole kilograms; what is left over goes one
 * kilogram each to the first pieces, so that the masses sum exactly to the total. A product of unknown form comes as bundles.
 * Refused without heat, count or mass, and with more pieces than kilograms. Default of the product: certificates list no pieces.
 */
export function plannedPieces(certificate: Stated): PlannedPiece[] | PieceFault {
  const { heats, pieceCount, actualMass, theoreticalMass } = certificate
  if (heats.length === 0) return { code: 'noHeat' }
  if (!pieceCount) return { code: 'noPieces' }
  if (pieceCount > MOST_PIECES) return { code: 'tooMany', max: MOST_PIECES }
  const kilograms = kilogramsOf(actualMass) ?? kilogramsOf(theoreticalMass)
  if (kilograms === null) return { code: 'noMass' }
  if (kilograms < pieceCount) return { code: 'tooManyPieces' }
  const kind = kindOf(certificate)
  const each = Math.floor(kilograms / pieceCount)
  const left = kilograms - each * pieceCount
  return spread(heats, pieceCount).map(({ heat, place }, index) => ({
    heat,
    place,
    kind,
    mass: tonnes(each + (index < left ? 1 : 0)),
  }))
}

/** The name of a piece: the third of heat 7282841 is '7282841-03'. */
export function pieceNumber(heat: string, place: number): string {
  return `${heat}-${String(place).padStart(2, '0')}`
}

/** The highest place that names of pieces of the heat have taken; 0 where none has one. */
export function lastPlace(heat: string, pieces: readonly { number: string }[]): number {
  const places = pieces
    .filter(({ number }) => number.startsWith(`${heat}-`) && /^\d{1,9}$/.test(number.slice(heat.length + 1)))
    .map(({ number }) => Number(number.slice(heat.length + 1)))
  return Math.max(0, ...places)
}

/** Heat after heat. */
function spread(heats: readonly string[], count: number): { heat: string; place: number }[] {
  const each = Math.floor(count / heats.length)
  const more = count - each * heats.length
  return heats.flatMap((heat, index) =>
    Array.from({ length: each + (index < more ? 1 : 0) }, (_, place) => ({ heat, place: place + 1 })),
  )
}

function tonnes(kilograms: number): string {
  return `${Math.floor(kilograms / 1000)}.${String(kilograms % 1000).padStart(3, '0')}`
}

/** A whole number: masses of certificates have at most three decimals of a tonne and stay far below 2^53 kg. */
function kilogramsOf(tonnes: string | null): number | null {
  if (tonnes === null) return null
  const [whole = '0', fraction = ''] = tonnes.split('.')
  const kilograms = Number(whole) * 1000 + Number(fraction.padEnd(3, '0').slice(0, 3))
  return kilograms > 0 ? kilograms : null
}

const FORMS: readonly [PieceKind, RegExp][] = [
  ['coil', /coil|strip|wire/i],
  ['pack', /sheet|plate|blank/i],
  ['bundle', /tube|pipe|bar|rod|section|beam|profile|angle|channel/i],
]

function kindOf({ dimensions, product }: Stated): PieceKind {
  for (const text of [dimensions ?? '', product.name]) {
    const form = FORMS.find(([, pattern]) => pattern.test(text))
    if (form) return form[0]
  }
  return 'bundle'
}
