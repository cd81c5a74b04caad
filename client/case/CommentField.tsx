// Writes a comment to colleagues; without a network it waits on this device.
import { type FormEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DraftHint } from '../device/DraftHint.tsx'
import { useDevice } from '../device/device.ts'
import { useDraft } from '../device/use-draft.ts'
import { Icon } from '../shell/Icon.tsx'

interface CommentFieldProps {
  caseId: string
  number: string
}

export function CommentField({ caseId, number }: CommentFieldProps) {
  const { t } = useTranslation()
  const { outbox } = useDevice()
  const key = `comment:${caseId}`
  const kept = useDraft<string>(key, '')
  const body = kept.value
  const [fault, setFault] = useState<string | null>(null)
  const [fetching, setFetching] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words are another comment
  const command = useMemo(() => crypto.randomUUID(), [body])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (fetching || body.trim() === '') return
    setFetching(true)
    const draft = { key, body }
    const page = `/cases/${number}`
    const input = { id: caseId, body }
    const outcome = await outbox.submit({ key: command, kind: 'comment', label: body, input, draft, page })
    setFetching(false)
    setFault(outcome.kind === 'refused' ? [outcome.text, ...outcome.faults.map(({ text }) => text)].join(' ') : null)
    if (outcome.kind !== 'refused') kept.clear()
  }
  return (
    <form className="comment" onSubmit={submit}>
      <textarea
        className="input"
        rows={1}
        dir="auto"
        aria-label={t('case.comment')}
        placeholder={t('case.write')}
        value={body}
        onChange={({ target }) => kept.change(target.value)}
        onKeyDown={(event) => event.key === 'Enter' && event.ctrlKey && void submit(event)}
      />
      {body.trim() !== '' && (
        <button type="submit" className="btn" aria-disabled={fetching || undefined}>
          {fetching ? t('case.sending') : t('case.sendComment')}
        </button>
      )}
      <DraftHint {...kept} />
      {fault && (
        <p className="fault" role="alert">
          <Icon name="warning" />
          {fault}
        </p>
      )}
    </form>
  )
}
