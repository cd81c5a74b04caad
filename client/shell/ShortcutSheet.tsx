// The sheet of shortcuts: what the keys do on this page.
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from './Icon.tsx'
import { useShortcuts } from './keys.ts'

export function ShortcutSheet({ close }: { close: () => void }) {
  const { t } = useTranslation()
  const dialog = useRef<HTMLDialogElement>(null)
  const shortcuts = useShortcuts()
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog className="sheet" ref={dialog} aria-labelledby="shortcuts" onClose={close}>
      <div className="sheet-body">
        <div className="section-head">
          <h2 id="shortcuts">{t('together.shortcuts')}</h2>
          <span className="space" />
          <button type="button" className="btn ghost" onClick={close}>
            <Icon name="cross" title={t('together.close')} />
          </button>
        </div>
        <dl className="shortcuts">
          {shortcuts.map(({ keys, label }) => (
            <div key={keys}>
              <dt>
                {keys.split(' ').map((key) => (
                  <kbd key={key}>{keyName(key)}</kbd>
                ))}
              </dt>
              <dd>{label}</dd>
            </div>
          ))}
        </dl>
        <p className="s q">{t('together.shortcutsRest')}</p>
      </div>
    </dialog>
  )
}

const names: Readonly<Record<string, string>> = { arrowdown: '↓', arrowup: '↑', enter: 'Enter', ctrl: 'Ctrl' }

function keyName(key: string): string {
  return key
    .split('+')
    .map((part) => names[part] ?? part.toUpperCase())
    .join(' ')
}
