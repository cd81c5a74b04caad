// Whether proposed settlement lines are complete and cover the whole claimed mass of every item.
import type { SettlementKind } from '../../schema/claim-vocabulary.ts'
import type { ExecutedLineFact, StoredItemFact } from './claim-facts.ts'
import type { LineInput } from './claim-payloads.ts'
import { compareDecimals, isDecimal, subtractDecimals, sumDecimals } from './decimal.ts'
import { blocked, type Checks, input, required, unless } from './missing-part.ts'

/** Kinds that are nothing without money. */
const moneyKinds = new Set<SettlementKind>([
  'creditNoteFull',
  'priceAllowance',
  'priceCorrection',
  'processingCost',
  'transportCost',
  'goodwill',
])

/** Kinds that turn to a carrier or supplier: they say nothing about what the customer gets for the mass. */
const recourses = new Set<SettlementKind>(['carrierRecourse', 'supplierRecourse'])

/** Lines as proposed against the stored items; executed lines of earlier proposals stay and count. */
export function linesComplete(
  lines: readonly LineInput[],
  items: readonly StoredItemFact[],
  executed: readonly ExecutedLineFact[],
): Checks {
  return [
    unless(lines.length > 0 || executed.length > 0, input('lines', 'lines')),
    ...lines.flatMap((line, index) => lineComplete(line, index, items)),
    ...items.map((item) => covered(item, [...lines, ...executed])),
  ]
}

function lineComplete(line: LineInput, index: number, items: readonly StoredItemFact[]): Checks {
  const params = { line: index + 1 }
  const field = (name: string) => `lines.${index}.${name}`
  if (line.kind === 'none')
    return [required(line.ground, 'lineGround', field('ground'), params), ...massFits(line, index, items)]
  const amount = line.amount ?? ''
  const paid = isDecimal(amount) && compareDecimals(amount, '0') >= (moneyKinds.has(line.kind) ? 1 : 0)
  return [
    ...massFits(line, index, items),
    unless(paid, input('lineAmount', field('amount'), params)),
    unless(/^[A-Z]{3}$/.test(line.currency ?? ''), input('lineCurrency', field('currency'), params)),
  ]
}

function massFits({ itemId, mass }: LineInput, index: number, items: readonly StoredItemFact[]): Checks {
  const params = { line: index + 1 }
  const field = `lines.${index}.mass`
  if (!itemId) return [unless(!mass || isPositive(mass), input('lineMass', field, params))]
  const item = items.find(({ id }) => id === itemId)
  if (!item) return [input('lineItem', `lines.${index}.itemId`, params)]
  if (!isPositive(mass)) return [input('lineMass', field, params)]
  const claimed = item.claimedMass ?? mass
  return [unless(compareDecimals(mass, claimed) <= 0, input('lineMassAboveItem', field, { ...params, claimed }))]
}

function covered({ id, position, claimedMass }: StoredItemFact, lines: readonly (LineInput | ExecutedLineFact)[]) {
  if (claimedMass === null) return blocked('itemMass', { item: position })
  const masses = lines
    .filter(({ itemId, kind }) => itemId === id && !recourses.has(kind))
    .map(({ mass }) => mass)
    .filter(isPositive)
  const mass = subtractDecimals(claimedMass, sumDecimals(masses))
  return unless(compareDecimals(mass, '0') <= 0, input('massWithoutLine', 'lines', { item: position, mass }))
}

function isPositive(mass: string | null | undefined): mass is string {
  return typeof mass === 'string' && isDecimal(mass) && compareDecimals(mass, '0') > 0
}
