// One picture large, with the ones beside it; arrows go through them, Escape closes.
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../shell/Icon.tsx'
import { dayAndTime } from '../words/dates.ts'
import type { CaseFile } from './case-file.ts'

interface LightboxProps {
  pictures: readonly CaseFile[]
  shown: string
  show: (id: string | null) => void
  takeOff: (file: CaseFile) => void
  tell: (file: CaseFile) => void
}

export function Lightbox({ pictures, shown, show, takeOff, tell }: LightboxProps) {
  const { t } = useTranslation()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  const at = pictures.findIndex(({ id }) => id === shown)
  const file = pictures[at]
  const turn = (by: number) => show(pictures[(at + by + pictures.length) % pictures.length]?.id ?? null)
  if (!file) return null
  const { name, previewUrl, url, byName, at: when, duplicateOf, mayRemove, mayShow, forCustomer, asRole } = file
  return (
    <dialog
      className="sheet lightbox"
      ref={dialog}
      aria-label={name}
      onClose={() => show(null)}
      onKeyDown={({ key }) => (key === 'ArrowRight' ? turn(1) : key === 'ArrowLeft' && turn(-1))}
    >
      <div className="row-flex lightbox-head">
        <h2 className="ell">
          <bdi>{name}</bdi>
        </h2>
        <span className="space" />
        {pictures.length > 1 && (
          <span className="s q">
            {at + 1} / {pictures.length}
          </span>
        )}
        <button type="button" className="btn" onClick={() => dialog.current?.close()}>
          {t('clock.close')}
        </button>
      </div>
      <img src={previewUrl ?? ''} alt={name} />
      <p className="s q">
        {asRole === 'customerContact' && `${t(`label.role.${asRole}`)} · `}
        {byName} · {dayAndTime(when)}
        {duplicateOf && ` · ${t('files.duplicate', { name: duplicateOf })}`}
      </p>
      <div className="row-flex lightbox-do">
        {pictures.length > 1 && (
          <>
            <button type="button" className="btn" onClick={() => turn(-1)}>
              {t('files.before')}
            </button>
            <button type="button" className="btn" onClick={() => turn(1)}>
              {t('files.next')}
            </button>
          </>
        )}
        <a className="btn" href={url} download>
          {t('files.save')}
        </a>
        {mayShow && (
          <button type="button" className="btn" aria-pressed={forCustomer ?? false} onClick={() => tell(file)}>
            {t(forCustomer ? 'files.hide' : 'files.show')}
          </button>
        )}
        <span className="space" />
        {mayRemove && (
          <button type="button" className="btn ghost" onClick={() => takeOff(file)}>
            <Icon name="cross" />
            {t('form.remove')}
          </button>
        )}
      </div>
    </dialog>
  )
}
