// The frame of every page: who is signed in, where one can go, what to do when the session ends.
import { Outlet } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { DeviceNotes } from '../device/DeviceNotes.tsx'
import { useOwnership } from '../device/use-ownership.ts'
import { MeDocument } from '../generated/shell.ts'
import { useSession } from '../graph/session.ts'
import { Bones, Failure } from '../parts/Notices.tsx'
import { setTimeZone } from '../words/time-zone.ts'
import { BottomBar } from './BottomBar.tsx'
import { FindDialog } from './FindDialog.tsx'
import { useKey } from './keys.ts'
import { MeContext, meOf } from './me.ts'
import { SideBar } from './SideBar.tsx'
import { SignInAgain, SignInPage } from './SignIn.tsx'

export function Shell() {
  const { t } = useTranslation()
  const session = useSession()
  const [{ data, error, stale }, load] = useQuery({ query: MeDocument })
  const owned = useOwnership(data?.me.person?.id ?? null, data !== undefined && !stale)
  const [finding, setFinding] = useState(false)
  const me = useMemo(() => data && meOf(data), [data])
  useEffect(() => {
    document.title = t('product')
  }, [t])
  useKey('ctrl+k', () => setFinding(true))
  const again = () => load({ requestPolicy: 'network-only' })
  if (!me || !data || !owned) {
    if (session === 'out') return <SignInPage done={again} />
    return error ? <Failure error={error} retry={again} /> : <Bones />
  }
  setTimeZone(data.me.timeZone)
  const find = () => setFinding(true)
  return (
    <MeContext value={me}>
      <a className="btn skip" href="#content">
        {t('nav.skip')}
      </a>
      <div className="app">
        <SideBar find={find} />
        <main className="page" id="content" tabIndex={-1}>
          <DeviceNotes />
          <Outlet />
        </main>
        <BottomBar find={find} />
      </div>
      {finding && <FindDialog close={() => setFinding(false)} />}
      {session === 'out' && <SignInAgain done={again} />}
    </MeContext>
  )
}
