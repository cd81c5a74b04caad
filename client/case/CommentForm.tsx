// Words of a comment until they are sent: a refusal or a lost connection leaves them there.
import { type FormEvent, type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../shell/Icon.tsx'
import { MentionArea } from './MentionArea.tsx'
import { sentText, type Written } from './mention-text.ts'

interface CommentFormProps {
  caseId: string
  written: Written
  change: (written: Written) => void
  /** Sends the words; why not, or null when it went well. */
  send: (body: string, key: string) => Promise<string | null>
  button: string
  placeholder?: string
  cancel?: () => void
  children?: ReactNode
}

export function CommentForm({
  caseId,
  written,
  change,
  send,
  button,
  placeholder,
  cancel,
  children,
}: CommentFormProps) {
  const { t } = useTranslation()
  const [fault, setFault] = useState<string | null>(null)
  const [sending, setSending] = useState(false)
  const body = sentText(written)
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words are another comment
  const key = useMemo(() => crypto.randomUUID(), [body])
  const submit = async (event?: FormEvent) => {
    event?.preventDefault()
    if (sending || body.trim() === '') return
    setSending(true)
    setFault(await send(body, key))
    setSending(false)
  }
  return (
    <form className="comment" onSubmit={submit}>
      <MentionArea
        caseId={caseId}
        label={t('case.comment')}
        {...(placeholder && { placeholder })}
        written={written}
        change={change}
        send={() => void submit()}
      />
      {body.trim() !== '' && (
        <button type="submit" className="btn" aria-disabled={sending || undefined}>
          {sending ? t('common.sending') : button}
        </button>
      )}
      {cancel && (
        <button type="button" className="btn ghost" onClick={cancel}>
          {t('common.cancel')}
        </button>
      )}
      {children}
      {fault && (
        <p className="fault" role="alert">
          <Icon name="warning" />
          {fault}
        </p>
      )}
    </form>
  )
}
