// A field that offers what fits while one types: arrows and Enter, or a press.
import { useId, useState } from 'react'

export interface Offer {
  id: string
  label: string
  hint?: string
}

interface ComboProps {
  id?: string
  label: string
  text: string
  type: (text: string) => void
  offers: readonly Offer[]
  take: (offer: Offer) => void
  placeholder?: string
  /** What stands there when nothing fits what was typed. */
  nothing?: string | null
  invalid?: boolean
}

export function Combo({
  id,
  label,
  text,
  type,
  offers,
  take,
  placeholder,
  nothing = null,
  invalid = false,
}: ComboProps) {
  const own = useId()
  const field = id ?? own
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const shown = open && offers.length > 0
  const choose = (offer: Offer | undefined) => {
    if (!offer) return
    take(offer)
    setOpen(false)
    setAt(0)
  }
  return (
    <div className="combo">
      <input
        className="input"
        id={field}
        role="combobox"
        dir="auto"
        aria-label={id ? undefined : label}
        aria-expanded={shown}
        aria-controls={`${field}-offers`}
        aria-activedescendant={shown && offers[at] ? `${field}-${at}` : undefined}
        aria-autocomplete="list"
        aria-invalid={invalid || undefined}
        autoComplete="off"
        maxLength={200}
        placeholder={placeholder}
        value={text}
        onChange={({ target }) => {
          type(target.value)
          setAt(0)
          setOpen(true)
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') setAt(Math.min(at + 1, offers.length - 1))
          else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
          else if (event.key === 'Enter' && shown) choose(offers[at])
          else if (event.key === 'Escape' && shown) setOpen(false)
          else return
          event.preventDefault()
        }}
      />
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
                choose(offer)
              }}
            >
              <bdi>{offer.label}</bdi> {offer.hint && <span className="s q">{offer.hint}</span>}
            </div>
          ))}
      </div>
      {open && offers.length === 0 && nothing && <p className="xs q">{nothing}</p>}
    </div>
  )
}
