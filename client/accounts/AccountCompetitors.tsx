// Competitors' values beside ours as trial batches with the customer found them: strengths and weaknesses.
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Icon } from '../shell/Icon.tsx'
import type { AccountView } from './AccountFigures.tsx'

export function AccountCompetitors({ account }: { account: AccountView }) {
  const { t } = useTranslation()
  const { comparisons } = account
  if (!comparisons) return null
  const strengths = comparisons.filter(({ strength }) => strength === true).length
  const weaknesses = comparisons.filter(({ strength }) => strength === false).length
  return (
    <section className="entries">
      <h2 className="row-flex">
        {t('accounts.competitors')}
        {comparisons.length > 0 && (
          <span className="q s">
            {t('accounts.strengths', { count: strengths })} · {t('accounts.weaknesses', { count: weaknesses })}
          </span>
        )}
      </h2>
      {comparisons.length === 0 && <p className="q s">{t('accounts.noCompetitors')}</p>}
      <ul>
        {comparisons.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a value has nothing else to be known by
          <li key={index} className="entry-row">
            <span>
              <bdi className="md">{one.indicator}</bdi>{' '}
              <bdi className="q s">{one.product && `${one.product.competitor}: ${one.product.name}`}</bdi>
            </span>
            <span className="s" dir="ltr">
              {one.ours ?? '–'} / {one.theirs} {one.unit}
            </span>
            {one.strength !== null && (
              <span className={one.strength ? 's row-flex' : 's row-flex warn'}>
                <Icon name={one.strength ? 'up' : 'down'} />
                {t(one.strength ? 'accounts.strength' : 'accounts.weakness')}
              </span>
            )}
            {one.trialBatch && (
              <Link to="/cases/$number" params={{ number: one.trialBatch.number }} className="l s">
                {one.trialBatch.number}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
