// The map under the path: open on wide screens until it is hidden, in a dialog on phones.
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isNarrow } from '../parts/narrow.ts'
import { useKey } from '../shell/keys.ts'
import type { StateMapProps } from './StateMap.tsx'
import './diagram.css'

const StateMap = lazy(() => import('./StateMap.tsx').then((module) => ({ default: module.StateMap })))
const kept = 'map'

export function MapSection(props: StateMapProps) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(() => localStorage.getItem(kept) !== 'hidden')
  const [dialog, setDialog] = useState(false)
  const toggle = () => {
    localStorage.setItem(kept, open ? 'hidden' : 'shown')
    setOpen(!open)
  }
  const narrow = isNarrow()
  useKey('d', () => (narrow ? setDialog(true) : toggle()))
  const waiting = <div className="bones map-bones" />
  const toggleButton = (
    <button type="button" className="l s wide map-toggle" aria-expanded={open} onClick={toggle}>
      {t(open ? 'map.hide' : 'map.show')} <kbd>D</kbd>
    </button>
  )
  return (
    <div className="map-section">
      {open && !narrow ? (
        <Suspense fallback={waiting}>
          <StateMap {...props} tools={toggleButton} />
        </Suspense>
      ) : (
        toggleButton
      )}
      <button type="button" className="l narrow map-link" onClick={() => setDialog(true)}>
        {t('map.show')}
      </button>
      {dialog && (
        <MapDialog close={() => setDialog(false)}>
          <Suspense fallback={waiting}>
            <StateMap
              {...props}
              choose={(event) => {
                setDialog(false)
                props.choose(event)
              }}
            />
          </Suspense>
        </MapDialog>
      )}
    </div>
  )
}

function MapDialog({ close, children }: { close: () => void; children: React.ReactNode }) {
  const { t } = useTranslation()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog className="sheet map-dialog" ref={dialog} aria-label={t('map.title')} onClose={close}>
      <div className="row-flex map-dialog-head">
        <h2>{t('map.title')}</h2>
        <span className="space" />
        <button type="button" className="btn" onClick={() => dialog.current?.close()}>
          {t('clock.close')}
        </button>
      </div>
      {children}
    </dialog>
  )
}
