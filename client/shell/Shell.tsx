// The frame of every page: who is signed in, where one can go, what to do when the session ends.
import { Outlet } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { DeviceNotes } from '../device/DeviceNotes.tsx'
import { useOwnership } from '../device/use-ownership.ts'
import { MeDocument } from '../generated/shell.ts'
import { useSession } from '../graph/session.ts'
import { useUnread } from '../notices/use-unread.ts'
import { Bones, Failure } from '../parts/Notices.tsx'
import { setTimeZone } from '../words/time-zone.ts'
import { BottomBar } from './BottomBar.tsx'
import { FindDialog } from './FindDialog.tsx'
import { GlobalCommands } from './GlobalCommands.tsx'
import { useKey } from './keys.ts'
import { MeContext, meOf } from './me.ts'
import { ShortcutSheet } from './ShortcutSheet.tsx'
import { SideBar } from './SideBar.tsx'
import { SignInAgain, SignInPage } from './SignIn.tsx'
import type { Sheet } from './sheets.ts'

const NotificationPanel = lazy(async () => {
  const { NotificationPanel: default_ } = await import('../notices/NotificationPanel.tsx')
  return { default: default_ }
})

export function Shell() {
  const { t } = useTranslation()
  const session = useSession()
  const [{ data, error, stale }, load] = useQuery({ query: MeDocument })
  const owned = useOwnership(data?.me.person?.id ?? null, data !== undefined && !stale)
  const me = useMemo(() => data && meOf(data), [data])
  useEffect(() => {
    document.title = t('product')
  }, [t])
  const again = () => load({ requestPolicy: 'network-only' })
  if (!me || !data || !owned) {
    if (session !== 'in' && session !== 'unknown') return <SignInPage done={again} />
    return error ? <Failure error={error} retry={again} /> : <Bones />
  }
  setTimeZone(data.me.timeZone)
  return (
    <MeContext value={me}>
      <Frame />
      {session !== 'in' && session !== 'unknown' && <SignInAgain done={again} />}
    </MeContext>
  )
}

/** What a person who is signed in has on every page. */
function Frame() {
  const { t } = useTranslation()
  const unread = useUnread()
  const [sheet, open] = useState<Sheet | null>(null)
  const close = () => open(null)
  useKey('ctrl+k', () => open('find'), true, t('nav.findOrDo'))
  useKey('n', () => open('notifications'), true, t('together.notifications'))
  useKey('?', () => open('shortcuts'), true, t('together.shortcuts'))
  return (
    <>
      <a className="btn skip" href="#content">
        {t('nav.skip')}
      </a>
      <div className="app">
        <SideBar open={open} unread={unread.count} />
        <main className="page" id="content" tabIndex={-1}>
          <DeviceNotes />
          <Outlet />
        </main>
        <BottomBar open={open} unread={unread.count} />
      </div>
      <GlobalCommands open={open} />
      {sheet === 'find' && <FindDialog close={close} />}
      {sheet === 'shortcuts' && <ShortcutSheet close={close} />}
      {sheet === 'notifications' && (
        <Suspense>
          <NotificationPanel close={close} changed={unread.refresh} />
        </Suspense>
      )}
    </>
  )
}
