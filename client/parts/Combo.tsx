// A field that offers what fits while one types: arrows and Enter, or a press.
import { useId, useState } from 'react'
import { type Offer, Offers, usePicking } from './Offers.tsx'

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
  const shown = open && offers.length > 0
  const choose = (offer: Offer) => {
    take(offer)
    setOpen(false)
    reset()
  }
  const { at, active, press, reset } = usePicking(field, offers, shown, choose, () => setOpen(false))
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
        aria-activedescendant={active}
        aria-autocomplete="list"
        aria-invalid={invalid || undefined}
        autoComplete="off"
        maxLength={200}
        placeholder={placeholder}
        value={text}
        onChange={({ target }) => {
          type(target.value)
          reset()
          setOpen(true)
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={press}
      />
      <Offers field={field} label={label} offers={offers} shown={shown} at={at} take={choose} />
      {open && offers.length === 0 && nothing && <p className="xs q">{nothing}</p>}
    </div>
  )
}
