// Says that a step was taken, and offers for ten seconds the step that takes it back, where the chart has one.
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../shell/Icon.tsx'
import type { ActionView } from './case-view.ts'

interface UndoToastProps {
  taken: ActionView
  /** What can be done now. */
  actions: readonly ActionView[]
  undo: (event: string) => void
  close: () => void
}

const shownMilliseconds = 10_000

export function UndoToast({ taken, actions, undo, close }: UndoToastProps) {
  const { t } = useTranslation()
  const back = actions.find(({ event, ready }) => ready && event === takenBackBy[taken.event])
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step has its own ten seconds
  useEffect(() => {
    const timer = setTimeout(close, shownMilliseconds)
    return () => clearTimeout(timer)
  }, [taken])
  return (
    <div className="note toast" role="status">
      <span>{t('together.done', { step: taken.label })}</span>
      {back && (
        <button
          type="button"
          className="btn"
          onClick={() => {
            undo(back.event)
            close()
          }}
        >
          {t('together.undo')}: {back.label}
        </button>
      )}
      <button type="button" className="btn ghost" onClick={close}>
        <Icon name="cross" title={t('together.dismiss')} />
      </button>
    </div>
  )
}

/** The chart is what decides: where it does not offer the step back, none is offered here. */
const takenBackBy: Readonly<Record<string, string>> = {
  merge: 'unmerge',
  propose: 'withdrawProposal',
  conclude: 'returnToInvestigation',
  requestInformation: 'stopWaiting',
  awaitSample: 'stopWaiting',
  close: 'reopen',
  withdraw: 'revive',
  declineFormally: 'revive',
}
