// Takes files in: dropped, pasted, chosen, or photographed where there is a camera.
import { type ClipboardEvent, type DragEvent, type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../shell/Icon.tsx'
import './attachments.css'

interface FileDropProps {
  add: (files: Iterable<File>) => void
  label: string
  children?: ReactNode
}

const accepted = 'image/jpeg,image/png,image/webp,image/heic,application/pdf,.csv,.txt,.json,.xlsx,.docx,video/mp4'

export function FileDrop({ add, label, children }: FileDropProps) {
  const { t } = useTranslation()
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    add(event.dataTransfer.files)
  }
  const paste = (event: ClipboardEvent) => {
    if (event.clipboardData.files.length === 0) return
    event.preventDefault()
    add(event.clipboardData.files)
  }
  const drag = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setOver(true)
  }
  return (
    <section
      className={over ? 'file-drop over' : 'file-drop'}
      aria-label={label}
      onDragOver={drag}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      onPaste={paste}
    >
      {children}
      <div className="file-take">
        <Chooser label={t('files.choose')} icon="plus" add={add} multiple accept={accepted} />
        <span className="camera">
          <Chooser label={t('files.camera')} icon="photo" add={add} accept="image/*" capture="environment" />
        </span>
        <span className="xs q wide">{t('files.dropHint')}</span>
      </div>
    </section>
  )
}

interface ChooserProps {
  label: string
  icon: 'plus' | 'photo'
  add: (files: Iterable<File>) => void
  multiple?: boolean
  accept: string
  capture?: 'environment'
}

function Chooser({ label, icon, add, ...input }: ChooserProps) {
  const field = useRef<HTMLInputElement>(null)
  return (
    <>
      <button type="button" className="btn" onClick={() => field.current?.click()}>
        <Icon name={icon} />
        {label}
      </button>
      <input
        {...input}
        ref={field}
        type="file"
        hidden
        aria-label={label}
        onChange={({ target }) => {
          add([...(target.files ?? [])])
          target.value = ''
        }}
      />
    </>
  )
}
