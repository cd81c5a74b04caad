// One person of the works: roles with their limits, positions, absences, and whether he may sign in.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { positions, words } from '../../schema/vocabulary.ts'
import {
  DeactivatePersonDocument,
  type PersonRow,
  ReactivatePersonDocument,
  RevokeRoleDocument,
  SetPositionsDocument,
} from '../generated/people.ts'
import { Confirm } from '../parts/Confirm.tsx'
import { AbsenceList } from './AbsenceList.tsx'
import { GrantForm } from './GrantForm.tsx'
import { PersonSignIn } from './PersonSignIn.tsx'
import { type Outcome, useSetting } from './use-setting.ts'

export function PersonDetails({ person }: { person: PersonRow }) {
  const { t } = useTranslation()
  const send = useSetting()
  const [granting, setGranting] = useState(false)
  const [fault, setFault] = useState('')
  const tell = (outcome: Outcome) =>
    setFault(outcome.kind === 'done' ? '' : [outcome.text, ...outcome.faults.map(({ text }) => text)].join(' '))
  const hold = async (position: keyof typeof positions, held: boolean) => {
    const others = person.positions.filter((one) => one !== position)
    tell(await send(SetPositionsDocument, { personId: person.id, positions: held ? [...others, position] : others }))
  }
  return (
    <div className="person-details">
      <p className="s m">{[person.email, person.timeZone].filter(Boolean).join(' · ')}</p>
      {fault !== '' && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
      <h3>{t('administration.roles')}</h3>
      {person.grants.length === 0 && <p className="m none">{t('administration.noRoles')}</p>}
      <ul>
        {person.grants.map(({ id, roleLabel, department, region, account }) => {
          const limits = [department, region, account].flatMap((one) => one?.name ?? [])
          return (
            <li key={id} className="own-day">
              <span>{roleLabel}</span>
              <span className="q" dir="auto">
                {limits.join(' · ') || t('administration.everywhere')}
              </span>
              <Confirm
                label={t('administration.revoke')}
                of={roleLabel}
                sure={t('administration.revokeSure', { role: roleLabel })}
                act={async () => tell(await send(RevokeRoleDocument, { grantId: id }))}
              />
            </li>
          )
        })}
      </ul>
      {granting ? (
        <GrantForm personId={person.id} close={() => setGranting(false)} />
      ) : (
        person.active && (
          <button type="button" className="btn" onClick={() => setGranting(true)}>
            {t('administration.grant')}
          </button>
        )
      )}
      <h3>{t('administration.positions')}</h3>
      <div className="row-flex">
        {words(positions).map((position) => (
          <label key={position} className="tick">
            <input
              type="checkbox"
              checked={person.positions.includes(position)}
              disabled={!person.active}
              onChange={({ target }) => void hold(position, target.checked)}
            />
            {t(`label.position.${position}`)}
          </label>
        ))}
      </div>
      <AbsenceList person={person} tell={tell} />
      <PersonSignIn person={person} />
      <div className="person-end">
        {person.active ? (
          <Confirm
            label={t('administration.deactivate')}
            of={person.name}
            sure={t('administration.deactivateSure', { name: person.name })}
            act={async () => tell(await send(DeactivatePersonDocument, { personId: person.id }))}
          />
        ) : (
          <button
            type="button"
            className="btn"
            onClick={() => void send(ReactivatePersonDocument, { personId: person.id }).then(tell)}
          >
            {t('administration.reactivate')}
          </button>
        )}
      </div>
    </div>
  )
}
