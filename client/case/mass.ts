// Sums of masses in tonnes, in whole kilograms so that nothing is lost.
interface Masses {
  claimedMass: string | null
  inspectedMass: string | null
  acceptedMass: string | null
}

/** Decimal texts with three places; `open` where an item is not decided yet. */
export function massSums(items: readonly Masses[]): {
  claimed: string
  inspected: string
  accepted: string
  open: boolean
} {
  const sum = (pick: (item: Masses) => string | null) =>
    text(items.reduce((all, item) => all + kilograms(pick(item)), 0))
  return {
    claimed: sum((item) => item.claimedMass),
    inspected: sum((item) => item.inspectedMass),
    accepted: sum((item) => item.acceptedMass),
    open: items.some(({ acceptedMass }) => acceptedMass === null),
  }
}

/** Numeric(12,3) tonnes are whole kilograms, far below what a double holds exactly. */
export function kilograms(mass: string | null): number {
  return mass === null ? 0 : Math.round(Number(mass) * 1000)
}

function text(whole: number): string {
  return `${Math.floor(whole / 1000)}.${String(whole % 1000).padStart(3, '0')}`
}
