// The page of a claim: what the customer said, what is claimed, what was concluded and settled.
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { AskTrial } from '../trials/AskTrial.tsx'
import { withWords } from '../words/with-words.ts'
import { CaseFrame } from './CaseFrame.tsx'
import type { ClaimView } from './case-view.ts'
import { claimPhases, phaseOf } from './claim-phases.ts'
import { ItemTable } from './ItemTable.tsx'
import { phaseTimes } from './path-times.ts'
import { SettlementSection } from './SettlementSection.tsx'
import { startOf } from './step-start.ts'
import { useOptions } from './use-options.ts'

const AtStake = lazy(
  withWords(['case', 'field', 'map', 'files', 'stake'], () =>
    import('./AtStake.tsx').then(({ AtStake }) => ({ default: AtStake })),
  ),
)

export function ClaimFrame({ claim, refresh }: { claim: ClaimView; refresh: () => void }) {
  const { t } = useTranslation()
  const options = useOptions(claim)
  const path = {
    phases: phaseTimes(claim, claim.state, claimPhases, phaseOf),
    word: (phase: string) => t(`phase.${phase}`),
  }
  const told = afterTitle(claim)
  return (
    <CaseFrame view={claim} refresh={refresh} path={path} options={options} start={(event) => startOf(event, claim)}>
      {told !== '' && (
        <section>
          <div className="section-head">
            <h2>{t('case.whatHappened')}</h2>
          </div>
          <p className="told" dir="auto">
            {told}
          </p>
        </section>
      )}
      <ItemTable
        claim={claim}
        options={options}
        tool={claim.open && <AskTrial accountId={claim.account.id} claimId={claim.id} look="l s" />}
      />
      <SettlementSection claim={claim} options={options} />
      <Suspense>
        <AtStake accountId={claim.account.id} claimId={claim.id} />
      </Suspense>
    </CaseFrame>
  )
}

/** What was told besides the line that is the title of the page. */
function afterTitle({ title, whatHappened }: ClaimView): string {
  return (whatHappened.startsWith(title) ? whatHappened.slice(title.length) : whatHappened).trim()
}
