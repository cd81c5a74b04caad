// Says what was done, and takes it back for ten seconds.
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'

const undoMilliseconds = 10_000

export function Undo({ text, undo, done }: { text: string; undo: () => Promise<void>; done: () => void }) {
  const { t } = useTranslation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: each text has its own ten seconds
  useEffect(() => {
    const timer = setTimeout(done, undoMilliseconds)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <div className="note toast" role="status">
      <span>{text}</span>
      <button type="button" className="btn" onClick={() => void undo().then(done)}>
        {t('common.undo')}
      </button>
    </div>
  )
}
