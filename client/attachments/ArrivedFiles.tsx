// Files that have arrived already, so that nobody sends them a second time.
import { useTranslation } from 'react-i18next'
import { Icon } from '../shell/Icon.tsx'
import { fileSize } from './file-size.ts'

export function ArrivedFiles({ files }: { files: readonly { id: string; name: string; bytes: number }[] }) {
  const { t } = useTranslation()
  if (files.length === 0) return null
  return (
    <ul className="file-list">
      {files.map(({ id, name, bytes }) => (
        <li key={id} className="file-row">
          <Icon name="check" />
          <span className="file-name">
            <bdi>{name}</bdi> <span className="xs q">{t('files.arrived')}</span>
          </span>
          <span className="xs q">{fileSize(bytes)}</span>
        </li>
      ))}
    </ul>
  )
}
