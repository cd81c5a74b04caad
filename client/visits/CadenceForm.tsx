// How often we visit a customer of our own accord; its words come with it.
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient, useQuery } from 'urql'
import { SetVisitCadenceDocument, VisitCadenceDocument } from '../generated/cadence.ts'
import { useMe } from '../shell/me.ts'
import { civilDay } from '../words/dates.ts'
import './visits.css'

export function CadenceForm({ accountId }: { accountId: string }) {
  const { t } = useTranslation()
  const { actions } = useMe()
  const [{ data }] = useQuery({ query: VisitCadenceDocument, variables: { id: accountId } })
  const [open, setOpen] = useState(false)
  if (data?.node?.__typename !== 'Account') return null
  const { visitCadence } = data.node
  const may = actions.includes('account.develop')
  if (!visitCadence && !may) return null
  return (
    <div className="cadence">
      <p className="m s row-flex">
        {visitCadence
          ? t('visit.cadence', { count: visitCadence.days, day: civilDay(visitCadence.nextOn) })
          : t('visit.noCadence')}
        {may && (
          <button type="button" className="quiet-link" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t('visit.setCadence')}
          </button>
        )}
      </p>
      {open && <DaysForm accountId={accountId} days={visitCadence?.days ?? null} close={() => setOpen(false)} />}
    </div>
  )
}

interface DaysFormProps {
  accountId: string
  days: number | null
  close: () => void
}

function DaysForm({ accountId, days, close }: DaysFormProps) {
  const { t } = useTranslation()
  const graph = useClient()
  const [text, setText] = useState(days === null ? '90' : String(days))
  const [fault, setFault] = useState<string | null>(null)
  const send = async (next: number | null) => {
    const variables = { input: { accountId, days: next }, key: crypto.randomUUID() }
    const { data } = await graph.mutation(SetVisitCadenceDocument, variables).toPromise()
    const answer = data?.answer
    if (answer?.__typename === 'Account') return close()
    const told = answer?.__typename === 'Invalid' ? answer.fields[0]?.text : answer?.text
    setFault(told ?? t('common.lost'))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const next = Number(text)
    if (Number.isInteger(next)) void send(next)
    else setFault(t('form.needed'))
  }
  return (
    <form className="row-flex" onSubmit={submit} noValidate>
      <label className="s m" htmlFor="cadence-days">
        {t('visit.cadenceDays')}
      </label>
      <input
        id="cadence-days"
        className="input days"
        inputMode="numeric"
        value={text}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? 'cadence-fault' : undefined}
        onChange={({ target }) => setText(target.value)}
      />
      <button type="submit" className="btn main">
        {t('visit.keepCadence')}
      </button>
      {days !== null && (
        <button type="button" className="btn ghost" onClick={() => void send(null)}>
          {t('visit.endCadence')}
        </button>
      )}
      {fault && (
        <p className="fault" id="cadence-fault" role="alert">
          {fault}
        </p>
      )}
    </form>
  )
}
