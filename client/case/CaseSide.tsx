// Beside the case: who runs it, and the cases that belong with it.
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { asClaim, type CaseView } from './case-view.ts'

export function CaseSide({ view }: { view: CaseView }) {
  const { t } = useTranslation()
  const claim = asClaim(view)
  const improvement =
    claim?.improvementState && claim.improvementState !== 'notRequired' ? claim.improvementState : null
  const links = view.links.filter(({ case: other }) => other !== null)
  return (
    <section className="side-facts">
      <dl className="facts">
        <div>
          <dt>{t('case.owner')}</dt>
          <dd>{view.owner?.name ?? '–'}</dd>
        </div>
        {claim && (
          <div>
            <dt>{t('case.analyst')}</dt>
            <dd>{claim.analyst?.name ?? '–'}</dd>
          </div>
        )}
        {improvement && (
          <div>
            <dt>{t('case.improvement')}</dt>
            <dd>{t(`label.claimImprovementState.${improvement}`)}</dd>
          </div>
        )}
      </dl>
      {links.length > 0 && (
        <>
          <h2>{t('case.links')}</h2>
          <ul>
            {links.map(({ kind, case: other }) => (
              <li key={`${kind} ${other?.id}`} className="s">
                <span className="q">{t(`label.linkKind.${kind}`)}</span>{' '}
                <Link to="/cases/$number" params={{ number: other?.number ?? '' }} className="l">
                  {other?.number}
                </Link>{' '}
                <bdi>{other?.title}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
