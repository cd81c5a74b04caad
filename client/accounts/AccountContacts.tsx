// People of the customer and how they are reached, each changed in a form; who has left stands last, for he may come back.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { languageName } from '../words/dates.ts'
import { EntryForm } from './EntryForm.tsx'
import { EntrySection } from './EntrySection.tsx'
import { entryStart } from './entry-rows.ts'
import type { WrittenProps } from './written-props.ts'

export function AccountContacts({ account, saved }: WrittenProps) {
  const { t } = useTranslation()
  const [changing, setChanging] = useState<string | null>(null)
  const people = account.contacts.filter(({ active }) => active || saved)
  const sorted = people.toSorted((one, other) => Number(other.active) - Number(one.active))
  const changed = account.contacts.find(({ id }) => id === changing)
  return (
    <>
      <EntrySection
        title={t('accounts.contacts')}
        {...(people.length === 0 && { empty: t('accounts.noContacts') })}
        add={t('accounts.addContact')}
        entry="createContact"
        fixed={{ accountId: account.id }}
        start={{ language: account.language }}
        saved={saved}
      >
        <ul>
          {sorted.map(({ id, name, jobTitle, language, email, phone, active }) => (
            <li key={id} className="contact-row">
              <span>
                <bdi className="md">{name}</bdi>
                <span className="q s">{!active && t('accounts.contactLeft')}</span>
              </span>
              <span className="m s">{[jobTitle, languageName(language)].filter(Boolean).join(' · ')}</span>
              <span className="s">
                {email && (
                  <a className="l" href={`mailto:${email}`}>
                    {email}
                  </a>
                )}
              </span>
              <span className="s" dir="ltr">
                {phone && (
                  <a className="l" href={`tel:${phone}`}>
                    {phone}
                  </a>
                )}
              </span>
              {saved && (
                <button
                  type="button"
                  className="quiet-link"
                  aria-label={`${t('accounts.change')}: ${name}`}
                  onClick={() => setChanging(id)}
                >
                  {t('accounts.change')}
                </button>
              )}
            </li>
          ))}
        </ul>
      </EntrySection>
      {changed && saved && (
        <EntryForm
          entry="updateContact"
          title={t('accounts.contacts')}
          fixed={{ contactId: changed.id }}
          start={entryStart('updateContact', changed)}
          saved={saved}
          close={() => setChanging(null)}
        />
      )}
    </>
  )
}
