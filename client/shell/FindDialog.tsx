// Find a case by words or numbers; Ctrl-K from everywhere.
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { FindDocument } from '../generated/find.ts'
import { useSettled } from '../parts/settled.ts'
import { Icon } from './Icon.tsx'

export function FindDialog({ close }: { close: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const dialog = useRef<HTMLDialogElement>(null)
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const asked = useSettled(text.trim(), 200)
  const [{ data, fetching }] = useQuery({ query: FindDocument, variables: { text: asked }, pause: asked.length < 2 })
  const found = asked.length < 2 ? [] : (data?.search ?? [])
  useEffect(() => dialog.current?.showModal(), [])
  const open = (number: string | undefined) => {
    if (!number) return
    close()
    void navigate({ to: '/cases/$number', params: { number } })
  }
  return (
    <dialog className="sheet" ref={dialog} aria-label={t('find.title')} onClose={close}>
      <div style={{ padding: 16, display: 'grid', gap: 8 }}>
        <label className="row-flex" htmlFor="find">
          <Icon name="find" />
          <span className="s m">{t('find.hint')}</span>
        </label>
        <input
          className="input"
          id="find"
          dir="auto"
          role="combobox"
          aria-expanded={found.length > 0}
          aria-controls="found"
          aria-activedescendant={found[at] ? `found-${at}` : undefined}
          autoComplete="off"
          maxLength={200}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setAt(0)
          }}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') setAt(Math.min(at + 1, found.length - 1))
            if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
            if (event.key === 'Enter') open(found[at]?.number)
            if (event.key.startsWith('Arrow')) event.preventDefault()
          }}
        />
        <div className="combo found">
          <div id="found" role="listbox" aria-label={t('find.title')}>
            {found.map((hit, index) => (
              // biome-ignore lint/a11y: the field keeps the focus and names the row
              <div
                key={hit.id}
                id={`found-${index}`}
                role="option"
                className="found-row"
                aria-selected={index === at}
                onMouseEnter={() => setAt(index)}
                onClick={() => open(hit.number)}
              >
                <span className="s m nw">{hit.number}</span>
                <span className="ell" dir="auto">
                  {hit.title}
                </span>
                <span className="s q ell">{hit.account.name}</span>
                <span className="s m nw">{hit.stateLabel}</span>
              </div>
            ))}
          </div>
        </div>
        {asked.length >= 2 && !fetching && found.length === 0 && <p className="m">{t('find.none', { text: asked })}</p>}
      </div>
    </dialog>
  )
}
