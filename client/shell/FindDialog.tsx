// Do or find: what can be done here by its name, pages, and cases by words or numbers; Ctrl-K from everywhere.
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { FindDocument } from '../generated/find.ts'
import { useSettled } from '../parts/settled.ts'
import { useAllCommands } from './commands.ts'
import { fitting } from './fitting.ts'
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
  const commands = fitting(useAllCommands(), text)
  const rows = commands.length + found.length
  useEffect(() => dialog.current?.showModal(), [])
  const open = (number: string) => {
    close()
    void navigate({ to: '/cases/$number', params: { number } })
  }
  const take = (index: number) => {
    const command = commands[index]
    const hit = found[index - commands.length]
    if (command?.ready) {
      close()
      command.run()
    } else if (hit) open(hit.number)
  }
  return (
    <dialog className="sheet finds" ref={dialog} aria-label={t('find.title')} onClose={close}>
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
          aria-expanded={rows > 0}
          aria-controls="found"
          aria-activedescendant={at < rows ? `found-${at}` : undefined}
          autoComplete="off"
          maxLength={200}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setAt(0)
          }}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') setAt(Math.min(at + 1, Math.max(rows - 1, 0)))
            if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
            if (event.key === 'Enter') take(at)
            if (event.key.startsWith('Arrow')) event.preventDefault()
          }}
        />
        <div className="combo found">
          <div id="found" role="listbox" aria-label={t('find.title')}>
            {commands.map((command, index) => (
              // biome-ignore lint/a11y: the field keeps the focus and names the row
              <div
                key={command.id}
                id={`found-${index}`}
                role="option"
                className="found-row command"
                aria-selected={index === at}
                aria-disabled={!command.ready || undefined}
                onMouseEnter={() => setAt(index)}
                onClick={() => take(index)}
              >
                <span className="ell">{command.label}</span>
                {command.hint && <span className="s q ell">{command.hint}</span>}
              </div>
            ))}
            {found.map((hit, index) => (
              // biome-ignore lint/a11y: the field keeps the focus and names the row
              <div
                key={hit.id}
                id={`found-${commands.length + index}`}
                role="option"
                className="found-row"
                aria-selected={commands.length + index === at}
                onMouseEnter={() => setAt(commands.length + index)}
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
        {asked.length >= 2 && !fetching && rows === 0 && <p className="m">{t('find.none', { text: asked })}</p>}
      </div>
    </dialog>
  )
}
