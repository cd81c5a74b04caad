// Claims that may be the same or the same again: of this customer, of this piece, or in similar words.
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { claimPhases, phaseIndex } from '../case/claim-phases.ts'
import { type Similar, SimilarCasesDocument } from '../generated/log.ts'
import { SmallPath } from '../parts/SmallPath.tsx'
import { useSettled } from '../parts/settled.ts'
import { Icon } from '../shell/Icon.tsx'
import { shortDay } from '../words/dates.ts'
import type { LogDraft } from './log-draft.ts'

const most = 4

export function SimilarClaims({ draft, ofCustomer }: { draft: LogDraft; ofCustomer: readonly Similar[] }) {
  const { t } = useTranslation()
  const asked = useSettled(draft.pieces[0]?.number ?? draft.whatHappened.trim().slice(0, 200), 400)
  const [{ data }] = useQuery({ query: SimilarCasesDocument, variables: { text: asked }, pause: asked.length < 4 })
  const byWords = asked.length < 4 ? [] : (data?.search.flatMap((hit) => (hit.__typename === 'Claim' ? hit : [])) ?? [])
  const samePieces = (claim: Similar) =>
    claim.items.flatMap(({ piece }) => (draft.pieces.some(({ id }) => id === piece?.id) ? (piece?.number ?? []) : []))
  const all = [...new Map([...byWords, ...ofCustomer].map((claim) => [claim.id, claim])).values()]
  const rank = (claim: Similar) => samePieces(claim).length * 4 + (claim.account.id === draft.accountId ? 2 : 0)
  const shown = all.toSorted((a, b) => rank(b) - rank(a)).slice(0, most)
  return (
    <section>
      <h2>{t('log.similar')}</h2>
      <p className="s q" aria-live="polite">
        {shown.length > 0 ? t('log.similarFound', { count: shown.length }) : t('log.similarHint')}
      </p>
      <ul>
        {shown.map((claim) => (
          <li key={claim.id} className={samePieces(claim).length > 0 ? 'hit same' : 'hit'}>
            <div className="row-flex hit-head">
              <span className="md">{claim.number}</span>
              <span className="stage s m">
                <SmallPath phases={claimPhases.length} at={phaseIndex(claim.state)} />
                {claim.stateLabel}
              </span>
            </div>
            <p dir="auto">{claim.title}</p>
            <p className="s q">
              {claim.account.name} · {shortDay(claim.openedAt)}
            </p>
            <ul className="same-facts">
              {samePieces(claim).map((number) => (
                <li key={number}>
                  <Icon name="check" />
                  {number}
                </li>
              ))}
              {claim.account.id === draft.accountId && (
                <li>
                  <Icon name="check" />
                  {t('log.sameCustomer')}
                </li>
              )}
            </ul>
            <Link className="btn" to="/cases/$number" params={{ number: claim.number }}>
              {t('log.open')}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
