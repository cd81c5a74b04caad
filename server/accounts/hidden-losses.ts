// The gain of a lower price against what it costs the customer without its noticing.
import { cents, ofCents } from '../core/money.ts'

export interface PriceHunt {
  priceGain: string
  hours: string
  hourlyCost: string
  travel: string
  splitDeliveries: string
  creditCost: string
}

/** Gain less hours × hourly cost, travel, split deliveries and cost of credit (ACC-11); below zero the customer loses. */
export function netOfHunt({ priceGain, hours, hourlyCost, travel, splitDeliveries, creditCost }: PriceHunt): {
  loss: string
  net: string
} {
  const time = (cents(hours) * cents(hourlyCost)) / 100n
  const loss = time + cents(travel) + cents(splitDeliveries) + cents(creditCost)
  return { loss: ofCents(loss), net: ofCents(cents(priceGain) - loss) }
}
