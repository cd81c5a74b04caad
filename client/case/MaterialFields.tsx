// Fields of a step that take material by any part of its number, one piece, one heat or many pieces, and many words of a list.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { FindMaterialDocument } from '../generated/find-material.ts'
import { Combo } from '../parts/Combo.tsx'
import type { Offer } from '../parts/Offers.tsx'
import { useSettled } from '../parts/settled.ts'
import { Icon } from '../shell/Icon.tsx'
import { useFieldWord } from './field-word.ts'
import type { StepFieldProps } from './step-field-props.ts'

type MaterialFieldProps = StepFieldProps & { id: string; invalid: boolean }

/** A coil by any part of its number; the field shows the number, the input takes the id. */
export function PieceField(props: MaterialFieldProps) {
  const [text, setText] = useState('')
  const found = useMaterial(text, props.accountId)
  return <Found {...props} text={text} setText={setText} offers={found.map(pieceOffer)} />
}

/** A heat by any part of its number, or of the number of one of its coils. */
export function OneHeat(props: MaterialFieldProps) {
  const [text, setText] = useState('')
  const heats = new Map(useMaterial(text, props.accountId).map(({ heat }) => [heat.id, heat.number]))
  const offers = [...heats].map(([id, label]): Offer => ({ id, label }))
  return <Found {...props} text={text} setText={setText} offers={offers} />
}

/** Coils one after the other; the input takes one id a line. */
export function ManyPieces({ value, change, accountId, id, invalid }: MaterialFieldProps) {
  const { t } = useTranslation()
  const word = useFieldWord()
  const [text, setText] = useState('')
  const [numbers, setNumbers] = useState<Readonly<Record<string, string>>>({})
  const taken = value.split('\n').filter(Boolean)
  const found = useMaterial(text, accountId).filter((piece) => !taken.includes(piece.id))
  return (
    <div>
      {taken.length > 0 && (
        <ul className="chosen-pieces">
          {taken.map((piece) => (
            <li key={piece} className="tag">
              {numbers[piece] ?? '✓'}{' '}
              <button
                type="button"
                className="l"
                onClick={() => change(taken.filter((one) => one !== piece).join('\n'))}
              >
                <Icon name="cross" title={`${t('form.remove')}: ${numbers[piece] ?? ''}`} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <Combo
        id={id}
        label={word('pieceIds')}
        text={text}
        type={setText}
        offers={found.map(pieceOffer)}
        take={(offer) => {
          setText('')
          setNumbers({ ...numbers, [offer.id]: offer.label })
          change([...taken, offer.id].join('\n'))
        }}
        placeholder={t('form.search')}
        invalid={invalid}
      />
    </div>
  )
}

/** Several words of one list; the input takes one a line. */
export function ManyWords({ value, change, id, offers }: MaterialFieldProps & { offers: readonly Offer[] }) {
  const taken = value.split('\n').filter(Boolean)
  return (
    <div className="many-words" id={id}>
      {offers.map((offer) => (
        <label key={offer.id} className="row-flex">
          <input
            type="checkbox"
            checked={taken.includes(offer.id)}
            onChange={({ target }) =>
              change((target.checked ? [...taken, offer.id] : taken.filter((one) => one !== offer.id)).join('\n'))
            }
          />
          {offer.label}
        </label>
      ))}
    </div>
  )
}

interface FoundProps extends MaterialFieldProps {
  text: string
  setText: (text: string) => void
  offers: readonly Offer[]
}

function Found({ field, value, change, id, invalid, text, setText, offers }: FoundProps) {
  const { t } = useTranslation()
  const word = useFieldWord()
  const [taken, setTaken] = useState('')
  return (
    <Combo
      id={id}
      label={word(field.name)}
      text={text || taken || (value ? '✓' : '')}
      type={(next) => {
        setText(next)
        setTaken('')
        if (value) change('')
      }}
      offers={offers}
      take={(offer) => {
        setText('')
        setTaken(offer.label)
        change(offer.id)
      }}
      placeholder={t('form.search')}
      invalid={invalid}
    />
  )
}

function useMaterial(text: string, accountId: string) {
  const asked = useSettled(text.trim(), 250)
  const variables = { text: asked, accountId }
  const [{ data }] = useQuery({ query: FindMaterialDocument, variables, pause: asked.length < 2 })
  return asked.length < 2 ? [] : (data?.findMaterial.nodes ?? [])
}

function pieceOffer({ id, number, mass }: { id: string; number: string; mass: string }): Offer {
  return { id, label: number, hint: `${mass} t` }
}
