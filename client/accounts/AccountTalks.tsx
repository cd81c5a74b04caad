// Who of the customer there is, talks with it and its recommendations of us.
import { useTranslation } from 'react-i18next'
import { shortDay } from '../words/dates.ts'
import { timeZone } from '../words/time-zone.ts'
import { AccountContacts } from './AccountContacts.tsx'
import { EntrySection } from './EntrySection.tsx'
import { entryStart } from './entry-rows.ts'
import type { WrittenProps } from './written-props.ts'

export function AccountTalks({ account, saved, talked }: WrittenProps & { talked: (() => void) | undefined }) {
  const { t } = useTranslation()
  const fixed = { accountId: account.id }
  const people = account.contacts.filter(({ active }) => active)
  const now = () => new Date().toLocaleString('sv-SE', { timeZone: timeZone() }).slice(0, 16).replace(' ', 'T')
  return (
    <>
      <AccountContacts account={account} saved={saved} />
      <EntrySection
        title={t('accounts.talks')}
        {...(account.contactEntries.length === 0 && { empty: t('accounts.noTalks') })}
        add={t('accounts.addTalk')}
        entry="saveContactEntry"
        fixed={fixed}
        start={{ at: now() }}
        options={{ contactId: people.map(({ id, name }) => ({ id, label: name })) }}
        saved={talked}
      >
        <ul>
          {account.contactEntries.slice(0, 8).map((talk) => (
            <li key={talk.id} className="entry-row">
              <span>
                <bdi className="md">{talk.subject}</bdi>
                <span className="q s">
                  {[shortDay(talk.at), talk.channelLabel, talk.contact?.name, talk.person?.name]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
                {talk.summary && (
                  <span className="m s" dir="auto">
                    {talk.summary}
                  </span>
                )}
              </span>
              {talk.nextContactOn && (
                <span className="q s">{t('accounts.nextTalk', { day: shortDay(talk.nextContactOn) })}</span>
              )}
            </li>
          ))}
        </ul>
      </EntrySection>
      {account.figures && (
        <EntrySection
          title={t('accounts.referrals')}
          empty={t('accounts.noReferrals')}
          add={t('accounts.addReferral')}
          entry="saveReferral"
          fixed={fixed}
          saved={saved}
          rows={account.referrals.map((row) => ({
            id: row.id,
            what: row.text,
            about: [shortDay(row.recommendedOn)],
            fixed: { ...fixed, entryId: row.id },
            start: entryStart('saveReferral', row),
          }))}
        />
      )}
    </>
  )
}
