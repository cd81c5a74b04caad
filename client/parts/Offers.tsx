// What fits while one types, below its field: arrows and Enter, or a press; the field keeps the focus.
import { type KeyboardEvent, useState } from 'react'

export interface Offer {
  id: string
  label: string
  hint?: string
}

interface Picking {
  at: number
  /** Names the offer that Enter takes, for the field's `aria-activedescendant`. */
  active: string | undefined
  /** Whether the key was for the offers. */
  press: (event: KeyboardEvent) => boolean
  reset: () => void
}

/** `shown`: nothing is picked by keys while the offers are not there. */
export function usePicking(
  field: string,
  offers: readonly Offer[],
  shown: boolean,
  take: (offer: Offer) => void,
  close: () => void,
): Picking {
  const [at, setAt] = useState(0)
  const press = (event: KeyboardEvent) => {
    const offer = offers[at]
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, offers.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
    else if (event.key === 'Enter' && shown && offer) take(offer)
    else if (event.key === 'Escape' && shown) close()
    else return false
    event.preventDefault()
    return true
  }
  return { at, active: shown && offers[at] ? `${field}-${at}` : undefined, press, reset: () => setAt(0) }
}

interface OffersProps {
  field: string
  label: string
  offers: readonly Offer[]
  shown: boolean
  at: number
  take: (offer: Offer) => void
}

export function Offers({ field, label, offers, shown, at, take }: OffersProps) {
  return (
    <div
      id={`${field}-offers`}
      role="listbox"
      aria-label={label}
      className={shown ? 'offers' : undefined}
      tabIndex={-1}
    >
      {shown &&
        offers.map((offer, index) => (
          <div
            key={offer.id}
            id={`${field}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onPointerDown={(event) => {
              event.preventDefault()
              take(offer)
            }}
          >
            <bdi>{offer.label}</bdi> {offer.hint && <span className="s q">{offer.hint}</span>}
          </div>
        ))}
    </div>
  )
}
