// Recognises the customer: who it is, who speaks for it, what it uses, what was promised, and the policy that is never hidden.
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../parts/Avatar.tsx'
import { Icon } from '../shell/Icon.tsx'
import { dayAndTime, decimal, languageName, shortDay, timeOfDay } from '../words/dates.ts'
import { CaseCompany } from './CaseCompany.tsx'
import { asClaim, type CaseView } from './case-view.ts'
import { massSums } from './mass.ts'

export function CaseHeader({ view, now, refresh }: { view: CaseView; now: Date; refresh: () => void }) {
  const { t } = useTranslation()
  const { account } = view
  const claim = asClaim(view)
  const promises = view.promises.filter(({ keptAt }) => !keptAt)
  const letter = view.letters[0]
  const product = claim?.items[0]?.piece?.product
  return (
    <header className="case-head">
      <div className="case-title">
        <span className="number">{view.number}</span>
        <h1 dir="auto">{view.title}</h1>
        {claim && (
          <span className="tag">{view.severity ? t(`label.severity.${view.severity}`) : t('case.noSeverity')}</span>
        )}
        {claim?.repeat && <span className="tag">{t('case.repeat')}</span>}
        {claim && claim.waiting !== 'nothing' && <span className="tag">{claim.waitingLabel}</span>}
        <span className="space" />
        <CaseCompany view={view} refresh={refresh} />
        {view.owner && <Avatar name={view.owner.name} title={`${t('case.owner')}: ${view.owner.name}`} />}
        {claim?.analyst && <Avatar name={claim.analyst.name} title={`${t('case.analyst')}: ${claim.analyst.name}`} />}
      </div>
      <dl className="recognised">
        <div>
          <dt>{t('case.customer')}</dt>
          <dd>
            <Link to="/accounts/$id" params={{ id: account.id }} className="b">
              <bdi>{account.name}</bdi>
            </Link>{' '}
            {account.key && <span className="tag key">{t('common.key')}</span>}
            {account.critical && <span className="tag">{t('common.critical')}</span>}
            <br />
            <span className="q s">
              {account.region.name} · {account.consumerTypeLabel} · {account.number}
            </span>
          </dd>
        </div>
        {claim?.contact && (
          <div>
            <dt>{t('case.contact')}</dt>
            <dd>
              <b className="b">{claim.contact.name}</b>
              {claim.contact.jobTitle && `, ${claim.contact.jobTitle}`}
              <br />
              <span className="q s">
                {t('common.thereNow', { time: timeOfDay(now, account.timeZone) })} ·{' '}
                {languageName(claim.contact.language)}
              </span>
            </dd>
          </div>
        )}
        {letter && (
          <div className="wide">
            <dt>{t('case.lastTalked')}</dt>
            <dd>
              {dayAndTime(letter.queuedAt)}
              <br />
              <span className="q s">{t(`label.letterKind.${letter.kind}`, { defaultValue: '' })}</span>
            </dd>
          </div>
        )}
        {claim && claim.items.length > 0 && (
          <div className="wide">
            <dt>{t('case.claimed')}</dt>
            <dd>
              {product ? `${product.name}${product.grade ? `, ${product.grade}` : ''}` : '–'}
              <br />
              <span className="q s">{decimal(massSums(claim.items).claimed, 3)} t</span>
            </dd>
          </div>
        )}
        <div className={promises.length === 0 && !account.specialPolicy ? 'wide' : undefined}>
          <dt>{t('case.promises')}</dt>
          <dd>
            {promises[0] ? (
              <>
                <b className="b">{promises.length}</b> · <bdi>{promises[0].text}</bdi> {shortDay(promises[0].dueAt)}
              </>
            ) : (
              t('case.noPromise')
            )}
            {account.specialPolicy && (
              <span className="s warn policy">
                <Icon name="warning" />
                <bdi>{account.specialPolicy}</bdi>
              </span>
            )}
          </dd>
        </div>
      </dl>
    </header>
  )
}
