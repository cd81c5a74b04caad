// Links by which people of the customer see the case without signing in: who has one, when it was last opened; given and taken back here.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient, useQuery } from 'urql'
import { CustomerLinksDocument, GiveCustomerLinkDocument, RevokeCustomerLinksDocument } from '../generated/links.ts'
import { Confirm } from '../parts/Confirm.tsx'
import { SecretAddress } from '../parts/SecretAddress.tsx'
import { Icon } from '../shell/Icon.tsx'
import { dayAndTime, shortDay } from '../words/dates.ts'
import { CaseTalks } from './CaseTalks.tsx'
import type { CaseView } from './case-view.ts'
import './links.css'

export function CustomerLinks({ view }: { view: CaseView }) {
  const { t } = useTranslation()
  const graph = useClient()
  const [{ data }, load] = useQuery({
    query: CustomerLinksDocument,
    variables: { id: view.id, accountId: view.account.id },
    requestPolicy: 'cache-and-network',
  })
  const [given, setGiven] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const shown = data?.node && 'customerLinks' in data.node ? data.node : null
  if (!shown) return null
  const { customerLinks: links, mayLinkCustomer } = shown
  const running = links.filter(isRunning)
  const ended = links.filter((link) => !isRunning(link))
  const contacts = data?.account?.__typename === 'Account' ? data.account.contacts.filter(({ active }) => active) : []
  const told = (text: string | null) => {
    setRefusal(text)
    load({ requestPolicy: 'network-only' })
  }
  const give = async (contactId: string) => {
    const answer = (await graph.mutation(GiveCustomerLinkDocument, { id: view.id, contactId }).toPromise()).data?.answer
    const done = answer?.__typename === 'CustomerLinked'
    if (done) setGiven(`${location.origin}${pages[view.__typename]}${answer.token}`)
    told(done ? null : answer && 'text' in answer ? answer.text : t('common.lost'))
  }
  const takeBack = async (taken: readonly LinkView[]) => {
    const variables = { id: view.id, linkIds: taken.map(({ id }) => id), key: crypto.randomUUID() }
    const { data: answered } = await graph.mutation(RevokeCustomerLinksDocument, variables).toPromise()
    const answer = answered?.answer
    setGiven(null)
    told(answer?.__typename === 'CaseWritten' ? null : answer && 'text' in answer ? answer.text : t('common.lost'))
  }
  return (
    <>
      <CaseTalks
        view={view}
        talks={shown.talks}
        contacts={contacts}
        saved={() => load({ requestPolicy: 'network-only' })}
      />
      <section className="customer-links" aria-label={t('links.title')}>
        <div className="section-head">
          <h2>
            {t('links.title')} {running.length > 0 && <span className="q">{running.length}</span>}
          </h2>
          {mayLinkCustomer && running.length > 1 && (
            <Confirm
              label={t('links.revokeAll')}
              of={t('links.title')}
              sure={t('links.sure')}
              act={() => takeBack(running)}
            />
          )}
        </div>
        <p className="s q">{running.length === 0 ? t('links.none') : t('links.hint')}</p>
        <ul>
          {running.map((link) => (
            <LinkRow key={link.id} link={link} {...(mayLinkCustomer && { takeBack: () => takeBack([link]) })} />
          ))}
        </ul>
        {ended.length > 0 && (
          <details>
            <summary className="s m">{t('links.ended', { count: ended.length })}</summary>
            <ul>
              {ended.map((link) => (
                <LinkRow key={link.id} link={link} />
              ))}
            </ul>
          </details>
        )}
        {refusal && (
          <p className="fault" role="alert">
            <Icon name="warning" />
            {refusal}
          </p>
        )}
        {given && (
          <SecretAddress
            address={given}
            words={{
              once: t('links.once'),
              address: t('links.address'),
              copy: t('links.copy'),
              copied: t('links.copied'),
            }}
          />
        )}
        {mayLinkCustomer && view.__typename !== 'TrialBatch' && contacts.length > 0 && (
          <GiveLink contacts={contacts} give={give} />
        )}
      </section>
    </>
  )
}

/** Pages for customers; a trial batch has none. */
const pages = { Claim: '/c/', Visit: '/v/', TrialBatch: '/c/' } as const

interface LinkView {
  id: string
  byLetter: boolean
  createdAt: string
  expiresAt: string
  lastOpenedAt?: string | null
  revokedAt?: string | null
  contact?: { name: string } | null
  createdBy?: { name: string } | null
  revokedBy?: { name: string } | null
}

const isRunning = ({ revokedAt, expiresAt }: LinkView) => !revokedAt && new Date(expiresAt) > new Date()

function LinkRow({ link, takeBack }: { link: LinkView; takeBack?: () => Promise<void> }) {
  const { t } = useTranslation()
  const { contact, createdBy, createdAt, expiresAt, lastOpenedAt, revokedAt, revokedBy, byLetter } = link
  const until = revokedAt
    ? t('links.revoked', { when: dayAndTime(revokedAt), who: revokedBy?.name ?? '' })
    : t(isRunning(link) ? 'links.until' : 'links.expired', { day: shortDay(expiresAt) })
  const way = byLetter ? t('links.letter') : t('links.by', { who: createdBy?.name ?? '' })
  return (
    <li className="link-row">
      <span>
        <bdi className="md">{contact?.name ?? '–'}</bdi>
        <span className="q s">{[way, dayAndTime(createdAt), until].join(' · ')}</span>
        <span className="s m">
          {lastOpenedAt ? t('links.opened', { when: dayAndTime(lastOpenedAt) }) : t('links.never')}
        </span>
      </span>
      {takeBack && <Confirm label={t('links.revoke')} of={contact?.name ?? ''} sure={t('links.sure')} act={takeBack} />}
    </li>
  )
}

function GiveLink({
  contacts,
  give,
}: {
  contacts: readonly { id: string; name: string }[]
  give: (id: string) => Promise<void>
}) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState(contacts[0]?.id ?? '')
  return (
    <form
      className="row-flex"
      onSubmit={(event) => {
        event.preventDefault()
        void give(chosen)
      }}
    >
      <label className="s">
        {t('links.for')}{' '}
        <select className="input" value={chosen} onChange={({ target }) => setChosen(target.value)}>
          {contacts.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="btn">
        {t('links.give')}
      </button>
    </form>
  )
}
