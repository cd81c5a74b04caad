// The calendar of assessments: what is missing, what was held and who took part, and a form for the next one.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SettingForm } from '../administration/SettingForm.tsx'
import { optionOf, textOf, type Values, wordOf } from '../administration/setting-field.ts'
import { useSetting } from '../administration/use-setting.ts'
import { type CustomerFocusData, RecordAssessmentDocument } from '../generated/focus.ts'
import { Card } from '../management/Card.tsx'
import { Table } from '../management/FigureTable.tsx'
import { Icon } from '../shell/Icon.tsx'
import { useMe } from '../shell/me.ts'
import { monthName, shortCivilDay } from '../words/dates.ts'

const methods = ['survey', 'focusGroup', 'expertReview'] as const
const areas = ['company', 'employees'] as const

interface AssessmentsProps {
  data: CustomerFocusData
  changed: () => void
}

export function Assessments({ data, changed }: AssessmentsProps) {
  const { t } = useTranslation()
  const me = useMe()
  const send = useSetting()
  const [recording, setRecording] = useState(false)
  const rows = data.assessments?.nodes ?? []
  const heads = ['method', 'day', 'customers', 'managers', 'staff'].map((word) => t(`acting.head.${word}`))
  const cells = rows.map((row) => [row.methodLabel, shortCivilDay(row.heldOn), row.customers, row.managers, row.staff])
  const whole = (values: Values, name: string) => (textOf(values, name) === '' ? null : Number(textOf(values, name)))
  return (
    <Card title={t('acting.calendar')} measure={t('acting.calendarMeasure')} rows={[heads, ...cells]} always>
      <ul className="overdue">
        {data.overdueAssessments.map(({ method, missing }) => (
          <li key={`${method} ${missing}`} className="s">
            <Icon name="warning" />
            {method === 'survey'
              ? t('acting.surveyMissing', { month: monthName(missing ?? '') })
              : missing === null
                ? t('acting.groupNever')
                : t('acting.groupOverdue', { when: shortCivilDay(missing) })}
          </li>
        ))}
        {data.overdueAssessments.length === 0 && <li className="s m">{t('acting.nothingOverdue')}</li>}
      </ul>
      {rows.length > 0 && (
        <Table heads={heads}>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                {row.methodLabel} <span className="q s">{row.areaLabel}</span>
                <p className="s m" dir="auto">
                  {row.results}
                </p>
              </th>
              <td className="r nw">{shortCivilDay(row.heldOn)}</td>
              <td className="r">{row.customers}</td>
              <td className="r">{row.managers}</td>
              <td className="r">{row.staff}</td>
            </tr>
          ))}
        </Table>
      )}
      {me.actions.includes('assessment.record') && !recording && (
        <button type="button" className="btn" onClick={() => setRecording(true)}>
          {t('acting.record')}
        </button>
      )}
      {recording && (
        <SettingForm
          label={t('acting.record')}
          fields={({ method }) => [
            {
              name: 'method',
              label: t('acting.head.method'),
              kind: 'choice',
              choices: methods.map((word) => ({ id: word, label: t(`label.assessmentMethod.${word}`) })),
            },
            {
              name: 'area',
              label: t('acting.area'),
              kind: 'choice',
              choices: areas.map((word) => ({ id: word, label: t(`label.assessmentArea.${word}`) })),
            },
            { name: 'heldOn', label: t('acting.head.day'), kind: 'date' },
            { name: 'customers', label: t('acting.head.customers'), kind: 'number', optional: method !== 'focusGroup' },
            { name: 'managers', label: t('acting.head.managers'), kind: 'number', optional: method !== 'focusGroup' },
            { name: 'staff', label: t('acting.head.staff'), kind: 'number', optional: method !== 'focusGroup' },
            { name: 'ledBy', label: t('acting.ledBy'), kind: 'line', optional: method !== 'expertReview' },
            { name: 'results', label: t('acting.results'), kind: 'text' },
          ]}
          send={(values) =>
            send(RecordAssessmentDocument, {
              method: wordOf(methods, values.method) ?? 'survey',
              area: wordOf(areas, values.area) ?? 'company',
              heldOn: textOf(values, 'heldOn'),
              customers: whole(values, 'customers'),
              managers: whole(values, 'managers'),
              staff: whole(values, 'staff'),
              ledBy: optionOf(values, 'ledBy'),
              results: textOf(values, 'results'),
            })
          }
          done={() => {
            setRecording(false)
            changed()
          }}
          cancel={() => setRecording(false)}
        />
      )}
    </Card>
  )
}
