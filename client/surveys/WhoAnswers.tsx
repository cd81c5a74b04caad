// Who answers: a contact of a customer, found by the customer's name; of a wave of staff, whose opinion is estimated.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { AskableContactsDocument, AskedContactDocument, type AskedWaveData } from '../generated/answers.ts'
import { FindAccountDocument } from '../generated/log.ts'
import { Avatar } from '../parts/Avatar.tsx'
import { Combo } from '../parts/Combo.tsx'
import { useSettled } from '../parts/settled.ts'
import { Icon } from '../shell/Icon.tsx'
import type { AskedWave } from './asked-wave.ts'

export interface Respondent {
  contactId: string
  regionId: string
  consumerType: 'endUser' | 'wholesaler'
}

interface WhoAnswersProps {
  wave: AskedWave
  regions: AskedWaveData['regions']
  who: Respondent
  change: (who: Respondent) => void
  fault: string | undefined
}

export function WhoAnswers({ wave, regions, who, change, fault }: WhoAnswersProps) {
  const { t } = useTranslation()
  return (
    <section className="enter-who" aria-label={t('answers.who')}>
      <h2>{t(wave.respondents === 'staff' ? 'answers.whose' : 'answers.who')}</h2>
      {wave.respondents === 'staff' ? (
        <div className="plan-grid">
          <div className="field">
            <label htmlFor="estimated-region">{t('surveys.region')}</label>
            <select
              id="estimated-region"
              className="input"
              aria-invalid={fault ? true : undefined}
              value={who.regionId}
              onChange={({ target }) => change({ ...who, regionId: target.value })}
            >
              <option value="">{t('form.choose')}</option>
              {regions.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          <fieldset className="field">
            <legend>{t('surveys.consumers')}</legend>
            <div className="chips">
              {(['endUser', 'wholesaler'] as const).map((type) => (
                <button
                  key={type}
                  type="button"
                  className="chip"
                  aria-pressed={who.consumerType === type}
                  onClick={() => change({ ...who, consumerType: type })}
                >
                  {t(`label.consumerType.${type}`)}
                </button>
              ))}
            </div>
          </fieldset>
        </div>
      ) : who.contactId ? (
        <Chosen id={who.contactId} other={() => change({ ...who, contactId: '' })} />
      ) : (
        <FindContact take={(contactId) => change({ ...who, contactId })} invalid={fault !== undefined} />
      )}
      {fault && (
        <p className="fault" role="alert">
          <Icon name="warning" />
          {fault}
        </p>
      )}
    </section>
  )
}

function Chosen({ id, other }: { id: string; other: () => void }) {
  const { t } = useTranslation()
  const [{ data }] = useQuery({ query: AskedContactDocument, variables: { id } })
  const contact = data?.node
  if (!contact || !('phone' in contact)) return null
  return (
    <div className="row-flex enter-person">
      <Avatar name={contact.name} big />
      <div>
        <bdi className="b">{contact.name}</bdi> <bdi className="m">{contact.account.name}</bdi>
        {contact.phone && (
          <p className="s">
            <a className="l" href={`tel:${contact.phone.replace(/[^+\d]/g, '')}`} dir="ltr">
              {contact.phone}
            </a>
          </p>
        )}
      </div>
      <span className="space" />
      <button type="button" className="quiet-link" onClick={other}>
        {t('answers.somebodyElse')}
      </button>
    </div>
  )
}

function FindContact({ take, invalid }: { take: (id: string) => void; invalid: boolean }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [accountId, setAccountId] = useState('')
  const asked = useSettled(text.trim(), 200)
  const quiet = asked.length < 2 || accountId !== ''
  const [{ data }] = useQuery({ query: FindAccountDocument, variables: { text: asked }, pause: quiet })
  const [account] = useQuery({ query: AskableContactsDocument, variables: { id: accountId }, pause: !accountId })
  const node = account.data?.node
  const contacts = node && 'contacts' in node && accountId ? node.contacts.filter(({ active }) => active) : []
  return (
    <div className="plan-grid">
      <div className="field">
        <label htmlFor="answering-customer">{t('answers.customer')}</label>
        <Combo
          id="answering-customer"
          label={t('answers.customer')}
          text={text}
          type={(next) => {
            setText(next)
            setAccountId('')
          }}
          offers={
            quiet
              ? []
              : (data?.accounts.nodes ?? []).map(({ id, name, region }) => ({ id, label: name, hint: region.name }))
          }
          take={(offer) => {
            setText(offer.label)
            setAccountId(offer.id)
          }}
          placeholder={t('form.search')}
          nothing={!quiet && data ? t('form.nothingFound') : null}
          invalid={invalid}
        />
      </div>
      {accountId && (
        <fieldset className="field">
          <legend>{t('answers.contact')}</legend>
          <div className="chips">
            {contacts.map(({ id, name, jobTitle }) => (
              <button key={id} type="button" className="chip" onClick={() => take(id)}>
                {jobTitle ? `${name}, ${jobTitle}` : name}
              </button>
            ))}
            {contacts.length === 0 && account.data && <p className="s m">{t('answers.noContacts')}</p>}
          </div>
        </fieldset>
      )}
    </div>
  )
}
