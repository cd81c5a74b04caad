// One customer seen whole: who it is, what it comes to, what was agreed and is known of it, and where it stands with us.
import { useParams } from '@tanstack/react-router'
import { lazy, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { ClaimRows } from '../claims/ClaimRows.tsx'
import { AccountPageDocument } from '../generated/account.ts'
import { Bones, Failure, NotFound } from '../parts/Notices.tsx'
import { useNow } from '../parts/now.ts'
import { useMe } from '../shell/me.ts'
import { withWords } from '../words/with-words.ts'
import { AccountAgreements } from './AccountAgreements.tsx'
import { AccountCompetitors } from './AccountCompetitors.tsx'
import { AccountFigures } from './AccountFigures.tsx'
import { AccountHead } from './AccountHead.tsx'
import { AccountKnowledge } from './AccountKnowledge.tsx'
import { AccountStanding } from './AccountStanding.tsx'
import { AccountTalks } from './AccountTalks.tsx'
import { KeyPlan } from './KeyPlan.tsx'
import '../case/case.css'
import './accounts.css'
import './account.css'

const FollowUpLines = lazy(
  withWords(['accounts', 'follow-ups'], () =>
    import('../acting/FollowUpLines.tsx').then((module) => ({ default: module.FollowUpLines })),
  ),
)

export function AccountPage() {
  const { t } = useTranslation()
  const { id } = useParams({ from: '/accounts/$id' })
  const now = useNow()
  const { actions } = useMe()
  const [{ data, error }, load] = useQuery({ query: AccountPageDocument, variables: { id } })
  const account = data?.node?.__typename === 'Account' ? data.node : null
  const title = account?.name
  useEffect(() => {
    if (title) document.title = title
  }, [title])
  const again = () => load({ requestPolicy: 'network-only' })
  if (error && !data) return <Failure error={error} retry={again} />
  if (!data) return <Bones rows={8} />
  if (!account) return <NotFound />
  const saved = actions.includes('account.develop') ? again : undefined
  const talked = actions.includes('account.talk') ? again : undefined
  return (
    <div className="accounts account">
      <AccountHead account={account} now={now} saved={actions.includes('account.write') ? again : undefined} />
      <div className="account-columns">
        <div className="account-main">
          <AccountFigures account={account} />
          <section className="entries">
            <h2>{t('accounts.openClaims')}</h2>
            {data.claims.nodes.length === 0 ? (
              <p className="q s">{t('accounts.noClaims')}</p>
            ) : (
              <ClaimRows rows={data.claims.nodes} now={now} />
            )}
          </section>
          {account.figures && (
            <>
              <AccountAgreements account={account} saved={saved} talked={talked} />
              <KeyPlan account={account} saved={saved} />
              <AccountKnowledge account={account} saved={saved} />
              <Suspense fallback={<Bones rows={2} />}>
                <div className="entries">
                  <FollowUpLines of={{ accountId: id }} />
                </div>
              </Suspense>
            </>
          )}
          <AccountCompetitors account={account} />
          <AccountTalks
            account={account}
            talked={talked}
            saved={actions.includes('contact.write') ? again : undefined}
          />
        </div>
        {account.figures && <AccountStanding account={account} saved={saved} talked={talked} />}
      </div>
    </div>
  )
}
