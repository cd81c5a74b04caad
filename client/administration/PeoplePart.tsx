// Administration, people: found by name, opened in their place, entered anew.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { labelLanguages, words } from '../../schema/vocabulary.ts'
import { CreatePersonDocument, PeopleDocument } from '../generated/people.ts'
import { Avatar } from '../parts/Avatar.tsx'
import { useSettled } from '../parts/settled.ts'
import { languages } from '../words/language.ts'
import { Loaded } from './Loaded.tsx'
import { PersonDetails } from './PersonDetails.tsx'
import { SettingForm } from './SettingForm.tsx'
import { type SettingField, textOf, wordOf } from './setting-field.ts'
import { useSetting } from './use-setting.ts'

export function PeoplePart() {
  const { t } = useTranslation()
  const send = useSetting()
  const [adding, setAdding] = useState(false)
  const [text, setText] = useState('')
  const [gone, setGone] = useState(false)
  const [told, setTold] = useState('')
  const asked = { text: useSettled(text.trim(), 250) || null, active: gone ? null : true }
  const fields: SettingField[] = [
    { name: 'name', label: t('administration.label'), kind: 'line' },
    { name: 'email', label: t('administration.email'), kind: 'email' },
    { name: 'password', label: t('administration.password'), kind: 'password', hint: t('administration.passwordHint') },
    {
      name: 'language',
      label: t('administration.language'),
      kind: 'choice',
      choices: words(labelLanguages).map((id) => ({ id, label: languages[id] })),
    },
    {
      name: 'timeZone',
      label: t('administration.timeZone'),
      kind: 'choice',
      choices: Intl.supportedValuesOf('timeZone').map((id) => ({ id, label: id })),
    },
  ]
  return (
    <section className="setting">
      <header className="section-head">
        <h2>{t('administration.people')}</h2>
        <span className="space" />
        <button type="button" className="btn" aria-expanded={adding} onClick={() => setAdding(!adding)}>
          {t('administration.addPerson')}
        </button>
      </header>
      <p role="status" className="s m">
        {told}
      </p>
      {adding && (
        <SettingForm
          label={t('administration.addPerson')}
          fields={fields}
          start={{ language: 'en', timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone }}
          send={(values) =>
            send(CreatePersonDocument, {
              name: textOf(values, 'name'),
              email: textOf(values, 'email'),
              password: values.password ?? '',
              language: wordOf(words(labelLanguages), values.language) ?? 'en',
              timeZone: textOf(values, 'timeZone'),
            })
          }
          cancel={() => setAdding(false)}
          done={() => {
            setAdding(false)
            setTold(t('administration.personAdded'))
          }}
        />
      )}
      <div className="row-flex setting-filters">
        <input
          className="input"
          type="search"
          dir="auto"
          aria-label={t('administration.findPerson')}
          placeholder={t('administration.findPerson')}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <label className="tick">
          <input type="checkbox" checked={gone} onChange={() => setGone(!gone)} />
          {t('administration.showInactive')}
        </label>
      </div>
      <PeoplePage key={JSON.stringify([asked, told])} asked={asked} after={null} />
    </section>
  )
}

interface PeoplePageProps {
  asked: { text: string | null; active: boolean | null }
  after: string | null
}

function PeoplePage({ asked, after }: PeoplePageProps) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<string | null>(null)
  const [more, setMore] = useState(false)
  const [{ data, error }, load] = useQuery({ query: PeopleDocument, variables: { ...asked, after } })
  return (
    <Loaded data={data?.people ?? undefined} error={error} again={() => load({ requestPolicy: 'network-only' })}>
      {({ nodes, pageInfo }) => (
        <>
          {nodes.length === 0 && <p className="m none">{t('administration.empty')}</p>}
          <ul className="people">
            {nodes.map((person) => (
              <li key={person.id}>
                <button
                  type="button"
                  className="person"
                  aria-expanded={open === person.id}
                  onClick={() => setOpen(open === person.id ? null : person.id)}
                >
                  <Avatar name={person.name} />
                  <span className="ell">
                    <bdi className="md">{person.name}</bdi>
                    {!person.active && <span className="tag">{t('administration.inactive')}</span>}
                  </span>
                  <span className="s m ell">
                    {[...new Set(person.grants.map(({ roleLabel }) => roleLabel))].join(', ') ||
                      t('administration.noRoles')}
                  </span>
                </button>
                {open === person.id && <PersonDetails person={person} />}
              </li>
            ))}
          </ul>
          {pageInfo.hasNextPage && !more && (
            <button type="button" className="btn" onClick={() => setMore(true)}>
              {t('common.more')}
            </button>
          )}
          {more && <PeoplePage asked={asked} after={pageInfo.endCursor} />}
        </>
      )}
    </Loaded>
  )
}
