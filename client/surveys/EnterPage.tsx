// Takes in what is said on the telephone, or what a person of the works thinks that customers feel.
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { AskedWaveDocument } from '../generated/answers.ts'
import { Bones, Failure, NotFound, Notice } from '../parts/Notices.tsx'
import { Icon } from '../shell/Icon.tsx'
import { isAsked } from './asked-wave.ts'
import { EnterForm } from './EnterForm.tsx'
import '../parts/list-page.css'
import '../management/management.css'
import './surveys.css'
import './answers.css'

export function EnterPage() {
  const { t } = useTranslation()
  const { id } = useParams({ from: '/surveys/waves/$id/enter' })
  const { contact } = useSearch({ from: '/surveys/waves/$id/enter' })
  const [{ data, error }, load] = useQuery({ query: AskedWaveDocument, variables: { id } })
  const [round, setRound] = useState(0)
  useEffect(() => {
    document.title = t('answers.title')
  }, [t])
  if (error && !data) return <Failure error={error} retry={() => load({ requestPolicy: 'network-only' })} />
  if (!data) return <Bones rows={8} />
  const wave = data.node
  if (!isAsked(wave)) return <NotFound />
  return (
    <div className="list-page surveys">
      <header className="list-head">
        <Link to="/surveys/waves/$id" params={{ id }} className="btn ghost" aria-label={wave.name}>
          <Icon name="back" turns />
        </Link>
        <div>
          <h1>{t(wave.respondents === 'staff' ? 'answers.estimateTitle' : 'answers.title')}</h1>
          <p className="s m" dir="auto">
            {wave.name}
          </p>
        </div>
      </header>
      {wave.state === 'open' ? (
        <EnterForm
          key={round}
          wave={wave}
          regions={data.regions}
          contactId={round === 0 ? (contact ?? '') : ''}
          next={() => {
            setRound(round + 1)
            scrollTo({ top: 0 })
          }}
        />
      ) : (
        <Notice title={t('answers.notOpen')}>
          <p className="m">{t('answers.notOpenHint')}</p>
        </Notice>
      )}
    </div>
  )
}
