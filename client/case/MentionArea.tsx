// A field for a comment: an at sign offers the people who may see the case.
import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { MentionableDocument } from '../generated/comments.ts'
import { type Offer, Offers, usePicking } from '../parts/Offers.tsx'
import { useSettled } from '../parts/settled.ts'
import { nameAt, pick, type Written } from './mention-text.ts'

interface MentionAreaProps {
  caseId: string
  label: string
  placeholder?: string
  written: Written
  change: (written: Written) => void
  send: () => void
}

const typingRest = 150
const offered = 8

export function MentionArea({ caseId, label, placeholder, written, change, send }: MentionAreaProps) {
  const { t } = useTranslation()
  const field = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const [caret, setCaret] = useState<number | null>(null)
  const name = caret === null ? null : nameAt(written.text, caret)
  const asked = useSettled(name, typingRest)
  const [{ data, fetching }] = useQuery({
    query: MentionableDocument,
    variables: { id: caseId, text: asked ?? '', first: offered },
    pause: asked === null || name === null,
  })
  const people =
    name === null || data?.node?.__typename === undefined || !('mentionable' in data.node) ? [] : data.node.mentionable
  const offers = people.map(({ id, name: label }) => ({ id, label }))
  const shown = name !== null && offers.length > 0
  const take = ({ id, label: picked }: Offer) => {
    const next = pick(written, caret ?? written.text.length, { id, name: picked })
    change(next.written)
    setCaret(null)
    reset()
    requestAnimationFrame(() => {
      area.current?.focus()
      area.current?.setSelectionRange(next.caret, next.caret)
    })
  }
  const { at, active, press, reset } = usePicking(field, offers, shown, take, () => setCaret(null))
  const told = shown
    ? t('together.found', { count: offers.length })
    : name !== null && name.length > 1 && asked === name && !fetching
      ? t('together.noPerson')
      : ''
  return (
    <div className="combo naming">
      <textarea
        className="input"
        ref={area}
        id={field}
        rows={Math.min(written.text.split('\n').length, 8)}
        dir="auto"
        aria-label={label}
        aria-autocomplete="list"
        aria-controls={`${field}-offers`}
        aria-activedescendant={active}
        placeholder={placeholder}
        value={written.text}
        onChange={({ target }) => {
          change({ ...written, text: target.value })
          setCaret(target.selectionStart)
          reset()
        }}
        onBlur={() => setCaret(null)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send()
          else if (shown) press(event)
        }}
      />
      <Offers field={field} label={t('together.pick')} offers={offers} shown={shown} at={at} take={take} />
      <p className={shown || told === '' ? 'unseen' : 'xs q'} role="status">
        {told}
      </p>
    </div>
  )
}
