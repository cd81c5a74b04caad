// Files that have not arrived yet: how far each is, or why it was refused and what can be done.
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { useDevice } from '../device/device.ts'
import type { Waiting } from '../device/outbox.ts'
import { Icon } from '../shell/Icon.tsx'
import { fileSize } from './file-size.ts'

export function WaitingFileList({ files }: { files: readonly Waiting[] }) {
  if (files.length === 0) return null
  return (
    <ul className="file-list">
      {files.map((file) => (
        <WaitingFile key={file.key} file={file} />
      ))}
    </ul>
  )
}

function WaitingFile({ file }: { file: Waiting }) {
  const { t } = useTranslation()
  const { outbox } = useDevice()
  const share = useSyncExternalStore(outbox.listen, () => outbox.progress(file.key))
  const { key, label, blob, fault } = file
  return (
    <li className="file-row">
      <Icon name={fault ? 'warning' : 'photo'} />
      <span className="file-name">
        <bdi>{label}</bdi>
        {share !== null && <progress value={share} aria-label={t('waiting.progress', { name: label })} />}
        {fault && (
          <span className="fault" role="alert">
            {fault.text || t('files.refused')}
          </span>
        )}
        {share === null && !fault && <span className="xs q">{t('files.waits')}</span>}
      </span>
      <span className="xs q">{blob ? fileSize(blob.size) : ''}</span>
      {fault && (
        <button type="button" className="btn" onClick={() => void outbox.retry(key)}>
          {t('files.again')}
        </button>
      )}
      <button type="button" className="btn ghost" onClick={() => void outbox.discard([key])}>
        <Icon name="cross" title={`${t('form.remove')} ${label}`} />
      </button>
    </li>
  )
}
