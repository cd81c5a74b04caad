// Products that run short and that the customer has on order: who was told, and who confirmed.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from 'urql'
import { TellShortageDocument } from '../generated/account.ts'
import { Icon } from '../shell/Icon.tsx'
import { civilDay, shortDay } from '../words/dates.ts'
import type { AccountView } from './AccountFigures.tsx'

export function ShortageList({ account, talked }: { account: AccountView; talked: (() => void) | undefined }) {
  const { t } = useTranslation()
  const graph = useClient()
  const [told, setTold] = useState('')
  const open = account.shortages.filter(({ readAt }) => !readAt)
  if (open.length === 0) return null
  const tell = async (id: string, read: boolean) => {
    const input = { id, read }
    const { data } = await graph.mutation(TellShortageDocument, { input, key: crypto.randomUUID() }).toPromise()
    const answer = data?.tellShortage
    if (answer?.__typename !== 'ShortageNotice') return setTold(answer?.text ?? t('common.lost'))
    setTold('')
    talked?.()
  }
  return (
    <section className="entries">
      <h2 className="warn row-flex">
        <Icon name="warning" />
        {t('accounts.shortages')}
      </h2>
      <ul>
        {open.map(({ id, toldAt, warning }) => (
          <li key={id} className="shortage">
            <b className="md">{warning?.product.name}</b>
            <p className="s m" dir="auto">
              {warning?.text}
            </p>
            <p className="q s">
              {[
                warning?.expectedUntil && t('accounts.until', { day: civilDay(warning.expectedUntil) }),
                toldAt ? t('accounts.toldOn', { day: shortDay(toldAt) }) : t('accounts.notTold'),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {talked && (
              <div className="row-flex">
                {!toldAt && (
                  <button type="button" className="btn" onClick={() => void tell(id, false)}>
                    {t('accounts.wasTold')}
                  </button>
                )}
                <button type="button" className="btn ghost" onClick={() => void tell(id, true)}>
                  {t('accounts.wasRead')}
                </button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {told && (
        <p className="fault" role="alert">
          {told}
        </p>
      )}
    </section>
  )
}
