// Asks for a visit or plans one: from the list, from a customer, or from the case that it is about.
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient, useQuery } from 'urql'
import { faultsOf } from '../case/field-faults.ts'
import { FieldWords } from '../case/field-word.ts'
import { StepFields } from '../case/StepFields.tsx'
import { type FieldFault, sendStep } from '../case/send-step.ts'
import { type FieldValues, fieldsOf, inputOf } from '../case/step-input.ts'
import { AccountsDocument } from '../generated/accounts.ts'
import { useMe } from '../shell/me.ts'
import '../case/case-parts.css'
import './visits.css'

interface RequestVisitProps {
  /** The customer; null where it is still to be chosen. */
  account: { id: string } | null
  caseId: string | null
  close: () => void
}

const ways = ['requestVisit', 'planVisit'] as const

export function RequestVisit({ account, caseId, close }: RequestVisitProps) {
  const { t } = useTranslation()
  const graph = useClient()
  const navigate = useNavigate()
  const { actions } = useMe()
  const dialog = useRef<HTMLDialogElement>(null)
  const [way, setWay] = useState<(typeof ways)[number]>('requestVisit')
  const [values, setValues] = useState<FieldValues>(caseId ? { purpose: 'claim' } : {})
  const [faults, setFaults] = useState<readonly FieldFault[]>([])
  const [refusal, setRefusal] = useState<string | null>(null)
  const [{ data: accounts }] = useQuery({ query: AccountsDocument, variables: {}, pause: account !== null })
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words are another command
  const key = useMemo(() => crypto.randomUUID(), [way, JSON.stringify(values)])
  const hidden = ['caseId', 'contactId', ...(account ? ['accountId'] : [])]
  const ofOrder = values.purpose === 'importantOrder' ? [] : ['orderNumber']
  const fields = fieldsOf(way).filter(({ name }) => ![...hidden, ...ofOrder].includes(name))
  const options = {
    accountId: accounts?.accounts.nodes.map(({ id, name, key }) => ({
      id,
      label: key ? `${name} · ${t('common.key')}` : name,
    })),
  }
  useEffect(() => dialog.current?.showModal(), [])
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const wrong = faultsOf(fields, values, t)
    setFaults(wrong)
    setRefusal(null)
    if (wrong.length > 0) return
    const input = { ...(account && { accountId: account.id }), ...(caseId && { caseId }), ...inputOf(fields, values) }
    const result = await sendStep(graph, way, { input, key }, { names: [], texts: [] })
    if (result.kind === 'faults') {
      setFaults(result.faults)
      const lost = result.faults.filter(({ field }) => !fields.some(({ name }) => name === field))
      setRefusal(lost.map(({ text }) => text).join(' ') || null)
    } else if (result.kind !== 'done') setRefusal(result.kind === 'lost' ? t('common.lost') : result.text)
    else if (result.number) void navigate({ to: '/cases/$number', params: { number: result.number } })
  }
  return (
    <dialog className="sheet" ref={dialog} aria-labelledby="request-visit" onClose={close}>
      <FieldWords value={(name) => t(`visitField.${name}`, { defaultValue: t(`field.${name}`) })}>
        <form className="sheet-body" onSubmit={send} noValidate>
          <h2 id="request-visit">{t('visits.request')}</h2>
          {actions.includes('visit.plan') && (
            <fieldset className="kinds">
              <legend className="s m">{t('visit.whoWants')}</legend>
              <div className="chips">
                {ways.map((one) => (
                  <button
                    key={one}
                    type="button"
                    className="chip"
                    aria-pressed={one === way}
                    onClick={() => setWay(one)}
                  >
                    {t(one === 'requestVisit' ? 'label.visitOrigin.request' : 'label.visitOrigin.plan')}
                  </button>
                ))}
              </div>
              <p className="s q">{t(`visit.${way}Hint`)}</p>
            </fieldset>
          )}
          <div className="step-fields">
            {account || accounts ? (
              <StepFields {...{ fields, values, change: setValues, faults, options }} accountId={account?.id ?? ''} />
            ) : (
              <div className="bones" />
            )}
          </div>
          {refusal && (
            <p className="fault" role="alert">
              {refusal}
            </p>
          )}
          <div className="row-flex step-send">
            <button type="submit" className="btn main">
              {t(`visit.${way}`)}
            </button>
            <button type="button" className="btn ghost" onClick={() => dialog.current?.close()}>
              {t('common.cancel')}
            </button>
          </div>
        </form>
      </FieldWords>
    </dialog>
  )
}
