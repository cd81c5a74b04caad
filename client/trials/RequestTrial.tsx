// Asks for a trial batch: from the list, from a customer, or from the claim that is its reason.
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
import { TrialChoicesDocument } from '../generated/trial.ts'
import '../case/case-parts.css'
import './trials.css'

interface RequestTrialProps {
  /** The customer; null where it is still to be chosen. */
  account: { id: string } | null
  claimId: string | null
  close: () => void
}

export function RequestTrial({ account, claimId, close }: RequestTrialProps) {
  const { t } = useTranslation()
  const graph = useClient()
  const navigate = useNavigate()
  const dialog = useRef<HTMLDialogElement>(null)
  const [values, setValues] = useState<FieldValues>({ reason: claimId ? 'claim' : '' })
  const [faults, setFaults] = useState<readonly FieldFault[]>([])
  const [refusal, setRefusal] = useState<string | null>(null)
  const [{ data: choices }] = useQuery({ query: TrialChoicesDocument, requestPolicy: 'cache-first' })
  const [{ data: accounts }] = useQuery({ query: AccountsDocument, variables: {}, pause: account !== null })
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words are another command
  const key = useMemo(() => crypto.randomUUID(), [JSON.stringify(values)])
  const hidden = ['claimId', ...(account ? ['accountId'] : [])]
  const fields = fieldsOf('requestTrial').filter(({ name }) => !hidden.includes(name))
  const options = {
    accountId: accounts?.accounts.nodes.map(({ id, name }) => ({ id, label: name })),
    productId: choices?.products?.nodes.map(({ id, name, code }) => ({ id, label: `${code} ${name}` })),
    competitorProductId: choices?.competitorProducts?.nodes.map(({ id, name, competitor }) => ({
      id,
      label: `${competitor}: ${name}`,
    })),
  }
  useEffect(() => dialog.current?.showModal(), [])
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const wrong = faultsOf(fields, values, t)
    setFaults(wrong)
    if (wrong.length > 0) return
    const input = { ...(account && { accountId: account.id }), ...(claimId && { claimId }), ...inputOf(fields, values) }
    const result = await sendStep(graph, 'requestTrial', { input, key }, { names: [], texts: [] })
    if (result.kind === 'faults') {
      setFaults(result.faults)
      const lost = result.faults.filter(({ field }) => !fields.some(({ name }) => name === field))
      setRefusal(lost.map(({ text }) => text).join(' ') || null)
    } else if (result.kind !== 'done') setRefusal(result.kind === 'lost' ? t('common.lost') : result.text)
    else if (result.number) void navigate({ to: '/cases/$number', params: { number: result.number } })
  }
  return (
    <dialog className="sheet" ref={dialog} aria-labelledby="request-trial" onClose={close}>
      <FieldWords value={(name) => t(`trialField.${name}`, { defaultValue: t(`field.${name}`) })}>
        <form className="sheet-body" onSubmit={send} noValidate>
          <h2 id="request-trial">{t('common.requestTrial')}</h2>
          <div className="step-fields">
            {choices && (account || accounts) ? (
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
              {t('common.requestTrial')}
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
