// Talks with the customer about this case; one with technical support is recorded here, and its contact is asked how it went.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EntryForm } from '../accounts/EntryForm.tsx'
import { Icon } from '../shell/Icon.tsx'
import { shortDay } from '../words/dates.ts'
import { timeZone } from '../words/time-zone.ts'
import type { CaseView } from './case-view.ts'

export interface TalkView {
  id: string
  at: string
  subject: string
  summary?: string | null
  technicalSupport: boolean
  channelLabel: string
  contact?: { name: string } | null
  person?: { name: string } | null
}

interface CaseTalksProps {
  view: CaseView
  talks: readonly TalkView[]
  contacts: readonly { id: string; name: string }[]
  saved: () => void
}

export function CaseTalks({ view, talks, contacts, saved }: CaseTalksProps) {
  const { t } = useTranslation()
  const [writing, setWriting] = useState(false)
  const now = new Date().toLocaleString('sv-SE', { timeZone: timeZone() }).slice(0, 16).replace(' ', 'T')
  return (
    <section className="customer-links" aria-label={t('talks.title')}>
      <div className="section-head">
        <h2>{t('talks.title')}</h2>
        <span className="space" />
        <button type="button" className="quiet-link" onClick={() => setWriting(true)}>
          {t('talks.record')}
        </button>
      </div>
      {talks.length === 0 && <p className="s q">{t('talks.none')}</p>}
      <ul>
        {talks.map(({ id, at, subject, summary, technicalSupport, channelLabel, contact, person }) => (
          <li key={id} className="link-row">
            <span>
              <bdi className="md">{subject}</bdi>
              <span className="q s">
                {[shortDay(at), channelLabel, contact?.name, person?.name].filter(Boolean).join(' · ')}
              </span>
              {summary && (
                <span className="m s" dir="auto">
                  {summary}
                </span>
              )}
            </span>
            {technicalSupport && (
              <span className="xs q row-flex">
                <Icon name="check" />
                {t('talks.support')}
              </span>
            )}
          </li>
        ))}
      </ul>
      {writing && (
        <EntryForm
          entry="saveContactEntry"
          title={t('talks.record')}
          fixed={{ accountId: view.account.id, caseId: view.id, technicalSupport: true }}
          start={{ at: now, channel: 'phone', begunBy: 'customer' }}
          options={{ contactId: contacts.map(({ id, name }) => ({ id, label: name })) }}
          saved={saved}
          close={() => setWriting(false)}
        />
      )}
    </section>
  )
}
