// How a person signs in: a new password in place of a forgotten one, and what happened before.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { GivePasswordDocument, type PersonRow, ResetSecondFactorDocument } from '../generated/people.ts'
import { Confirm } from '../parts/Confirm.tsx'
import { useMe } from '../shell/me.ts'
import { dayAndTime } from '../words/dates.ts'
import { SettingForm } from './SettingForm.tsx'
import type { SettingField } from './setting-field.ts'
import { useSetting } from './use-setting.ts'

export function PersonSignIn({ person }: { person: PersonRow }) {
  const { t } = useTranslation()
  const me = useMe()
  const send = useSetting()
  const [giving, setGiving] = useState(false)
  const [told, setTold] = useState('')
  const other = person.active && person.id !== me.personId
  const fields: SettingField[] = [
    {
      name: 'password',
      label: t('administration.oncePassword'),
      kind: 'password',
      hint: t('administration.passwordHint'),
    },
  ]
  return (
    <>
      <h3>{t('administration.trail')}</h3>
      <ul>
        {person.signInChanges.map(({ label, at, by }) => (
          <li key={`${at} ${label}`} className="own-day">
            <span>{label}</span>
            <span className="q">
              {by && <bdi>{by.name} · </bdi>}
              <time dateTime={at}>{dayAndTime(at)}</time>
            </span>
          </li>
        ))}
      </ul>
      <p role="status" className="s m">
        {told}
      </p>
      {giving && (
        <SettingForm
          label={t('administration.givePassword')}
          fields={fields}
          send={({ password = '' }) => send(GivePasswordDocument, { personId: person.id, password })}
          cancel={() => setGiving(false)}
          done={() => {
            setGiving(false)
            setTold(t('administration.passwordGiven'))
          }}
        />
      )}
      {other && person.hasSecondFactor && (
        <Confirm
          label={t('administration.resetFactor')}
          of={person.name}
          sure={t('administration.resetFactorSure', { name: person.name })}
          act={async () => {
            const outcome = await send(ResetSecondFactorDocument, { personId: person.id })
            setTold(outcome.kind === 'done' ? t('administration.factorReset') : outcome.text)
          }}
        />
      )}
      {other && !giving && (
        <button type="button" className="btn" onClick={() => setGiving(true)}>
          {t('administration.givePassword')}
        </button>
      )}
    </>
  )
}
