// When a person is away and who stands in.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type PersonRow, RecordAbsenceDocument, RemoveAbsenceDocument } from '../generated/people.ts'
import { Confirm } from '../parts/Confirm.tsx'
import { dayAndTime } from '../words/dates.ts'
import { SettingForm } from './SettingForm.tsx'
import { optionOf, type Values } from './setting-field.ts'
import { type Outcome, useSetting } from './use-setting.ts'

interface AbsenceListProps {
  person: PersonRow
  tell: (outcome: Outcome) => void
}

export function AbsenceList({ person, tell }: AbsenceListProps) {
  const { t } = useTranslation()
  const send = useSetting()
  const [adding, setAdding] = useState(false)
  return (
    <>
      <h3>{t('administration.absences')}</h3>
      {person.absences.length === 0 && <p className="m none">{t('administration.noAbsences')}</p>}
      <ul>
        {person.absences.map(({ id, from, to, deputy }) => (
          <li key={id} className="own-day">
            <span className="nw">
              {dayAndTime(from)} – {dayAndTime(to)}
            </span>
            <span className="q" dir="auto">
              {deputy ? t('administration.standsIn', { name: deputy.name }) : t('administration.nobodyStandsIn')}
            </span>
            <Confirm
              label={t('administration.remove')}
              of={dayAndTime(from)}
              sure={t('administration.removeAbsenceSure')}
              act={async () => tell(await send(RemoveAbsenceDocument, { absenceId: id }))}
            />
          </li>
        ))}
      </ul>
      {adding ? (
        <SettingForm
          label={t('administration.addAbsence')}
          fields={[
            { name: 'from', label: t('administration.from'), kind: 'datetime-local' },
            { name: 'to', label: t('administration.to'), kind: 'datetime-local' },
            { name: 'deputyId', label: t('administration.deputy'), kind: 'person', optional: true },
          ]}
          send={(values) =>
            send(RecordAbsenceDocument, {
              personId: person.id,
              from: momentOf(values, 'from'),
              to: momentOf(values, 'to'),
              deputyId: optionOf(values, 'deputyId'),
            })
          }
          done={() => setAdding(false)}
          cancel={() => setAdding(false)}
        />
      ) : (
        person.active && (
          <button type="button" className="btn" onClick={() => setAdding(true)}>
            {t('administration.addAbsence')}
          </button>
        )
      )}
    </>
  )
}

/** Typed in the device's zone. */
function momentOf(values: Values, name: string): string {
  return new Date(values[name] ?? '').toISOString()
}
