// Writes a comment to colleagues; without a network it waits on this device.
import { useTranslation } from 'react-i18next'
import { DraftHint } from '../device/DraftHint.tsx'
import { useDevice } from '../device/device.ts'
import { useDraft } from '../device/use-draft.ts'
import { CommentForm } from './CommentForm.tsx'
import { nothingWritten, type Written } from './mention-text.ts'

interface CommentFieldProps {
  caseId: string
  number: string
}

export function CommentField({ caseId, number }: CommentFieldProps) {
  const { t } = useTranslation()
  const { outbox } = useDevice()
  const key = `comment:${caseId}`
  const kept = useDraft<Written>(key, nothingWritten)
  const send = async (body: string, command: string) => {
    const draft = { key, body: kept.value }
    const page = `/cases/${number}`
    const input = { id: caseId, body }
    const label = kept.value.text
    const outcome = await outbox.submit({ key: command, kind: 'comment', label, input, draft, page })
    if (outcome.kind === 'refused') return [outcome.text, ...outcome.faults.map(({ text }) => text)].join(' ')
    kept.clear()
    return null
  }
  return (
    <CommentForm
      caseId={caseId}
      written={kept.value}
      change={kept.change}
      button={t('case.sendComment')}
      placeholder={t('case.write')}
      send={send}
    >
      <DraftHint {...kept} />
    </CommentForm>
  )
}
