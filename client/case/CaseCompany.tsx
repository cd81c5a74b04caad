// Who else looks at the case now, and whether one watches it.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMutation } from 'urql'
import { SetWatchingDocument } from '../generated/comments.ts'
import { useLookingAt, useWorkLive } from '../graph/work-live.ts'
import { Avatar } from '../parts/Avatar.tsx'
import { Icon } from '../shell/Icon.tsx'
import { useMe } from '../shell/me.ts'
import type { CaseView } from './case-view.ts'

const shownFaces = 4

export function CaseCompany({ view, refresh }: { view: CaseView; refresh: () => void }) {
  const { t } = useTranslation()
  const { personId, actions } = useMe()
  const [present, setPresent] = useState<{ id: string; name: string }[]>([])
  const [, watch] = useMutation(SetWatchingDocument)
  useLookingAt(view.id)
  useWorkLive((change) => {
    if (change?.present) setPresent(change.present)
    else if (!change || change.case?.id === view.id) refresh()
  })
  const others = present.filter(({ id }) => id !== personId)
  const who = others.map(({ name }) => name).join(', ')
  const input = { id: view.id, watching: !view.watching }
  return (
    <>
      <span className="company" role="status">
        {others.length > 0 && <span className="unseen">{t('together.alsoHere', { who })}</span>}
        {others.slice(0, shownFaces).map(({ id, name }) => (
          <Avatar key={id} name={name} title={t('together.alsoHere', { who: name })} />
        ))}
        {others.length > shownFaces && <span className="xs q">+{others.length - shownFaces}</span>}
      </span>
      {actions.includes('case.watch') && (
        <button
          type="button"
          className="btn ghost"
          aria-pressed={view.watching}
          onClick={() => void watch({ input, key: crypto.randomUUID() })}
        >
          <Icon name="eye" />
          {t(view.watching ? 'together.watching' : 'together.watch')}
        </button>
      )}
    </>
  )
}
