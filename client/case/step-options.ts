// What the choice fields of a form offer.
import type { Offer } from '../parts/Offers.tsx'

/** By name of the input field; a field that is not named here is written freely. */
export type Options = Readonly<Record<string, readonly Offer[] | undefined>>
