// The views of a list: open one, keep what is shown under a name, share it, take it away and bring it back.
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMutation, useQuery } from 'urql'
import type { ListPage } from '../../schema/list-views.ts'
import {
  ChangeViewDocument,
  DeleteViewDocument,
  RestoreViewDocument,
  SavedViewsDocument,
  SaveViewDocument,
  SetFirstViewDocument,
  ShareViewDocument,
  type ViewFacts,
} from '../generated/views.ts'
import { Undo } from '../parts/Undo.tsx'
import { Icon } from '../shell/Icon.tsx'
import { useMe } from '../shell/me.ts'
import { Menu } from './Menu.tsx'
import { canonical, useFirstView } from './use-first-view.ts'
import { ViewName } from './ViewName.tsx'

interface ViewMenuProps {
  page: ListPage
  /** What the list shows now. */
  view: object
  /** The kept view that it was opened with; `none` where the page was asked for as it is. */
  saved: string | undefined
  apply: (view: Record<string, unknown>, saved: string) => void
}

export function ViewMenu({ page, view, saved, apply }: ViewMenuProps) {
  const { t } = useTranslation()
  const { actions } = useMe()
  const [{ data }, load] = useQuery({ query: SavedViewsDocument, variables: { page } })
  const [, save] = useMutation(SaveViewDocument)
  const [, change] = useMutation(ChangeViewDocument)
  const [, share] = useMutation(ShareViewDocument)
  const [, remove] = useMutation(DeleteViewDocument)
  const [, restore] = useMutation(RestoreViewDocument)
  const [, setFirst] = useMutation(SetFirstViewDocument)
  const [naming, setNaming] = useState<'new' | 'rename' | null>(null)
  const [told, setTold] = useState<string | null>(null)
  const [removed, setRemoved] = useState<ViewFacts | null>(null)
  const views = data?.savedViews ?? []
  const current = views.find(({ id }) => id === saved) ?? null
  const shown = canonical(view)
  const dirty = current !== null && canonical(JSON.parse(current.view)) !== shown
  const again = () => load({ requestPolicy: 'network-only' })
  useFirstView(views, shown === '{}' && saved === undefined, apply)
  const tellAnswer = (answer: { __typename: string; text?: string } | undefined) =>
    setTold(answer && 'text' in answer ? (answer.text ?? null) : answer ? null : t('common.lost'))
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const name = String(new FormData(event.currentTarget).get('name')).trim()
    if (name === '') return
    if (naming === 'rename' && current) {
      const { data: done } = await change({ input: { viewId: current.id, revision: current.revision, name } })
      tellAnswer(done?.answer)
    } else {
      const { data: done } = await save({ input: { page, name, view: shown } })
      tellAnswer(done?.answer)
      if (done?.answer.__typename === 'SavedView') apply(JSON.parse(done.answer.view), done.answer.id)
    }
    setNaming(null)
    again()
  }
  const own = current?.mine ? current : null
  return (
    <>
      <Menu
        label={
          <>
            <Icon name="work" />
            <span className="ell">{current?.name ?? t('views.none')}</span>
            {dirty && <span className="dirty" role="img" aria-label={t('views.changed')} title={t('views.changed')} />}
            <Icon name="down" />
          </>
        }
      >
        <button
          type="button"
          className="entry"
          aria-current={current ? undefined : 'true'}
          onClick={() => apply({}, 'none')}
        >
          {t('views.none')}
        </button>
        {views.map((one) => (
          <button
            key={one.id}
            type="button"
            className="entry"
            aria-current={one.id === saved ? 'true' : undefined}
            onClick={() => apply(JSON.parse(one.view), one.id)}
          >
            <bdi className="ell">{one.name}</bdi>
            {one.first && <Icon name="star" title={t('views.first')} />}
            <span className="space" />
            {one.shared && <span className="xs q">{one.mine ? t('views.shared') : one.owner.name}</span>}
          </button>
        ))}
        <hr />
        {own && dirty && (
          <button
            type="button"
            className="entry"
            onClick={async () => {
              const { data: done } = await change({
                input: { viewId: own.id, revision: own.revision, view: shown },
              })
              tellAnswer(done?.answer)
              again()
            }}
          >
            {t('views.save')}
          </button>
        )}
        <button type="button" className="entry" data-stay onClick={() => setNaming('new')}>
          {t('views.saveAs')}
        </button>
        {own && (
          <>
            <button type="button" className="entry" data-stay onClick={() => setNaming('rename')}>
              {t('views.rename')}
            </button>
            {actions.includes('view.share') && (
              <button
                type="button"
                className="entry"
                onClick={async () => {
                  const input = { viewId: own.id, revision: own.revision, shared: !own.shared }
                  tellAnswer((await share({ input })).data?.answer)
                }}
              >
                {t(own.shared ? 'views.unshare' : 'views.share')}
              </button>
            )}
            <button
              type="button"
              className="entry"
              onClick={async () => {
                const { data: done } = await remove({ input: { viewId: own.id } })
                tellAnswer(done?.answer)
                if (done?.answer.__typename !== 'SavedView') return
                setRemoved(own)
                apply(view as Record<string, unknown>, 'none')
                again()
              }}
            >
              {t('views.delete')}
            </button>
          </>
        )}
        {current && (
          <button
            type="button"
            className="entry"
            onClick={async () => {
              const input = { page, viewId: current.first ? null : current.id }
              tellAnswer((await setFirst({ input })).data?.answer)
              again()
            }}
          >
            {t(current.first ? 'views.notFirst' : 'views.makeFirst')}
          </button>
        )}
        {naming && <ViewName name={naming === 'rename' ? (current?.name ?? '') : ''} submit={submit} />}
      </Menu>
      {told && (
        <span className="s danger" role="alert">
          {told}
        </span>
      )}
      {removed && (
        <Undo
          text={t('views.deleted', { name: removed.name })}
          undo={async () => {
            await restore({ input: { viewId: removed.id } })
            apply(JSON.parse(removed.view), removed.id)
            again()
          }}
          done={() => setRemoved(null)}
        />
      )}
    </>
  )
}
