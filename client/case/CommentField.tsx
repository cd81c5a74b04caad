// Writes a comment to colleagues; what is not sent yet stays on this device.
import { type FormEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMutation } from 'urql'
import { AddCommentDocument } from '../generated/case.ts'
import { forgetDraft, keepDraft, keptDraft } from '../parts/draft.ts'
import { Icon } from '../shell/Icon.tsx'

export function CommentField({ caseId }: { caseId: string }) {
  const { t } = useTranslation()
  const draft = `${caseId}:comment`
  const [body, setBody] = useState(() => keptDraft<string>(draft) ?? '')
  const [fault, setFault] = useState<string | null>(null)
  const [{ fetching }, send] = useMutation(AddCommentDocument)
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words are another comment
  const key = useMemo(() => crypto.randomUUID(), [body])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (fetching || body.trim() === '') return
    const { data } = await send({ input: { id: caseId, body }, key })
    const answer = data?.addComment
    if (answer?.__typename === 'CaseWritten') {
      forgetDraft(draft)
      setBody('')
      setFault(null)
    } else setFault(answer?.text ?? t('case.lost'))
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
        onChange={({ target }) => {
          setBody(target.value)
          keepDraft(draft, target.value)
        }}
        onKeyDown={(event) => event.key === 'Enter' && event.ctrlKey && void submit(event)}
      />
      {body.trim() !== '' && (
        <button type="submit" className="btn" aria-disabled={fetching || undefined}>
          {fetching ? t('case.sending') : t('case.sendComment')}
        </button>
      )}
      {fault && (
        <p className="fault" role="alert">
          <Icon name="warning" />
          {fault}
        </p>
      )}
    </form>
  )
}
