// A field that finds a person or a customer by part of the name.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { FindAccountDocument } from '../generated/log.ts'
import { FindPersonDocument } from '../generated/people.ts'
import { Combo } from '../parts/Combo.tsx'
import { useSettled } from '../parts/settled.ts'

interface FindRowProps {
  id: string
  kind: 'person' | 'account'
  label: string
  take: (id: string) => void
  invalid: boolean
}

export function FindRow({ id, kind, label, take, invalid }: FindRowProps) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [taken, setTaken] = useState(false)
  const asked = useSettled(text.trim(), 200)
  const quiet = asked.length < 2 || taken
  const [people] = useQuery({
    query: FindPersonDocument,
    variables: { text: asked },
    pause: quiet || kind !== 'person',
  })
  const [accounts] = useQuery({
    query: FindAccountDocument,
    variables: { text: asked },
    pause: quiet || kind !== 'account',
  })
  const rows = kind === 'person' ? people.data?.people?.nodes : accounts.data?.accounts.nodes
  return (
    <Combo
      id={id}
      label={label}
      text={text}
      type={(next) => {
        setText(next)
        setTaken(false)
        take('')
      }}
      offers={quiet ? [] : (rows ?? []).map(({ id, name }) => ({ id, label: name }))}
      take={(offer) => {
        setText(offer.label)
        setTaken(true)
        take(offer.id)
      }}
      placeholder={t('form.search')}
      nothing={!quiet && rows ? t('form.nothingFound') : null}
      invalid={invalid}
    />
  )
}
