// One comment: people named in it stand out; its author can change it for a while, take it back and put it back.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMutation } from 'urql'
import { DeleteCommentDocument, EditCommentDocument, RestoreCommentDocument } from '../generated/comments.ts'
import { Undo } from '../parts/Undo.tsx'
import { useMe } from '../shell/me.ts'
import { CommentForm } from './CommentForm.tsx'
import type { CaseView } from './case-view.ts'
import { refusalOf } from './comment-refusal.ts'
import { type Written, writtenFrom } from './mention-text.ts'

export type CommentView = NonNullable<CaseView['comments']>['nodes'][number]

export function CommentBubble({ comment, caseId, now }: { comment: CommentView; caseId: string; now: Date }) {
  const { t } = useTranslation()
  const { personId } = useMe()
  const [written, setWritten] = useState<Written | null>(null)
  const [takenBack, setTakenBack] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const [, edit] = useMutation(EditCommentDocument)
  const [, remove] = useMutation(DeleteCommentDocument)
  const [, restore] = useMutation(RestoreCommentDocument)
  const { id, parts, author, editedAt, deletedAt, editableUntil } = comment
  const takeBack = async () => {
    const { data } = await remove({ input: { id }, key: crypto.randomUUID() })
    const refusal = refusalOf(data?.deleteComment, t('common.lost'))
    setFault(refusal)
    setTakenBack(refusal === null)
  }
  const putBack = async () => {
    const { data } = await restore({ input: { id }, key: crypto.randomUUID() })
    setFault(refusalOf(data?.restoreComment, t('common.lost')))
  }
  const refused = fault && (
    <p className="fault" role="alert">
      {fault}
    </p>
  )
  if (deletedAt)
    return (
      <div>
        <span className="q">{t('together.deleted', { who: author.name })}</span>
        {takenBack && <Undo text={t('together.gone')} undo={putBack} done={() => setTakenBack(false)} />}
        {refused}
      </div>
    )
  if (written) {
    return (
      <CommentForm
        caseId={caseId}
        written={written}
        change={setWritten}
        button={t('together.keep')}
        cancel={() => setWritten(null)}
        send={async (body, key) => {
          const { data } = await edit({ input: { id, body }, key })
          const refusal = refusalOf(data?.editComment, t('common.lost'))
          if (refusal === null) setWritten(null)
          return refusal
        }}
      />
    )
  }
  return (
    <div className="bubble">
      <b className="b">{author.name}</b> {editedAt && <span className="xs q">{t('together.edited')}</span>}
      <p dir="auto">
        {parts.map(({ text, personId: named }, index) =>
          named ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
            <b key={index} className={named === personId ? 'named self' : 'named'}>
              <bdi>{text}</bdi>
            </b>
          ) : (
            text
          ),
        )}
      </p>
      {author.id === personId && (
        <div className="row-flex own-comment">
          {new Date(editableUntil) > now && (
            <button type="button" className="quiet-link" onClick={() => setWritten(writtenFrom(parts))}>
              {t('together.edit')}
            </button>
          )}
          <button type="button" className="quiet-link" onClick={() => void takeBack()}>
            {t('together.delete')}
          </button>
        </div>
      )}
      {refused}
    </div>
  )
}
