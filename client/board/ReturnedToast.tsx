// Says that a task went back, and takes it back for ten seconds.
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from 'urql'
import { type Shown, sendStep } from '../case/send-step.ts'
import type { BoardTask } from '../generated/board.ts'

const undoMilliseconds = 10_000

export function ReturnedToast({ task, shown, done }: { task: BoardTask; shown: Shown; done: () => void }) {
  const { t } = useTranslation()
  const graph = useClient()
  const [fault, setFault] = useState<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each return has its own ten seconds
  useEffect(() => {
    const timer = setTimeout(done, undoMilliseconds)
    return () => clearTimeout(timer)
  }, [task.id])
  const undo = async () => {
    const input = { id: task.id, revision: task.revision + 1 }
    const result = await sendStep(graph, 'takeBackTaskReturn', { input, key: crypto.randomUUID() }, shown)
    if (result.kind === 'done') done()
    else setFault(result.kind === 'lost' ? t('common.lost') : result.text)
  }
  return (
    <div className="note toast" role="status">
      <span>{fault ?? t('board.returned', { number: task.number, who: task.sender.name })}</span>
      <button type="button" className="btn" onClick={() => void undo()}>
        {t('common.undo')}
      </button>
    </div>
  )
}
