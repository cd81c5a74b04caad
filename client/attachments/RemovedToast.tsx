// Says that a file was taken off, and puts it back for ten seconds.
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'

const undoMilliseconds = 10_000

interface RemovedToastProps {
  file: { id: string; name: string }
  putBack: () => void
  done: () => void
}

export function RemovedToast({ file, putBack, done }: RemovedToastProps) {
  const { t } = useTranslation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: each file has its own ten seconds
  useEffect(() => {
    const timer = setTimeout(done, undoMilliseconds)
    return () => clearTimeout(timer)
  }, [file.id])
  return (
    <div className="note toast" role="status">
      <span>{t('files.removed', { name: file.name })}</span>
      <button type="button" className="btn" onClick={putBack}>
        {t('common.undo')}
      </button>
    </div>
  )
}
