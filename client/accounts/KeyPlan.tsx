// The key plan of a customer in six parts, and the form that writes it.
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from 'urql'
import { WriteKeyPlanDocument } from '../generated/account.ts'
import { civilDay } from '../words/dates.ts'
import type { AccountView } from './AccountFigures.tsx'

const parts = ['definition', 'successFactors', 'attraction', 'problems', 'satisfaction', 'control'] as const

export function KeyPlan({
  account,
  mayWrite,
  written,
}: {
  account: AccountView
  mayWrite: boolean
  written: () => void
}) {
  const { t } = useTranslation()
  const graph = useClient()
  const dialog = useRef<HTMLDialogElement>(null)
  const [told, setTold] = useState<string | null>(null)
  const plan = account.keyPlan
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const text = (name: string) => String(given.get(name) ?? '').trim() || null
    const input = {
      accountId: account.id,
      ...Object.fromEntries(parts.map((part) => [part, text(part)])),
      reviewOn: text('reviewOn'),
    }
    const { data } = await graph.mutation(WriteKeyPlanDocument, { input, key: crypto.randomUUID() }).toPromise()
    const answer = data?.writeKeyPlan
    if (answer?.__typename !== 'KeyPlan') return setTold(answer?.text ?? t('common.lost'))
    setTold(null)
    dialog.current?.close()
    written()
  }
  return (
    <section>
      <h2 className="row-flex">
        {t('accounts.keyPlan')}
        {plan && <span className="tag">{plan.percent} %</span>}
        {plan?.reviewOverdue && <span className="tag warn">{t('accounts.reviewOverdue')}</span>}
        <span className="space" />
        {mayWrite && (
          <button type="button" className="btn" onClick={() => dialog.current?.showModal()}>
            {t('accounts.writePlan')}
          </button>
        )}
      </h2>
      {!plan && <p className="q pad">{t('accounts.noPlan')}</p>}
      {plan && (
        <dl className="key-plan">
          {parts.map((part) => (
            <div key={part}>
              <dt>{t(`accounts.plan.${part}`)}</dt>
              <dd dir="auto">{plan[part] ?? <span className="q">{t('accounts.missing')}</span>}</dd>
            </div>
          ))}
          <div>
            <dt>{t('accounts.reviewOn')}</dt>
            <dd>{plan.reviewOn ? civilDay(plan.reviewOn) : <span className="q">{t('accounts.missing')}</span>}</dd>
          </div>
        </dl>
      )}
      <dialog ref={dialog} className="sheet" aria-label={t('accounts.writePlan')}>
        <form className="plan-form" onSubmit={(event) => void save(event)}>
          <h2>{t('accounts.writePlan')}</h2>
          {parts.map((part) => (
            <label key={part}>
              {t(`accounts.plan.${part}`)}
              <textarea
                className="input"
                name={part}
                rows={2}
                maxLength={4000}
                dir="auto"
                defaultValue={plan?.[part] ?? ''}
              />
            </label>
          ))}
          <label>
            {t('accounts.reviewOn')}
            <input className="input" type="date" name="reviewOn" defaultValue={plan?.reviewOn ?? ''} />
          </label>
          {told && (
            <p className="fault" role="alert">
              {told}
            </p>
          )}
          <div className="row-flex">
            <span className="space" />
            <button type="button" className="btn ghost" onClick={() => dialog.current?.close()}>
              {t('common.cancel')}
            </button>
            <button type="submit" className="btn main">
              {t('accounts.save')}
            </button>
          </div>
        </form>
      </dialog>
    </section>
  )
}
