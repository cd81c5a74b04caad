// Customer focus besides surveys: what is overdue, what was held, who is silent, thank-you calls, and marks of people.
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { CustomerFocusDocument } from '../generated/focus.ts'
import { Bones, Failure } from '../parts/Notices.tsx'
import { Assessments } from './Assessments.tsx'
import { EmployeeMarks } from './EmployeeMarks.tsx'
import { Gratitude } from './Gratitude.tsx'
import { SilentCustomers } from './SilentCustomers.tsx'

export function FocusPart() {
  const { t } = useTranslation()
  const [{ data, error }, load] = useQuery({ query: CustomerFocusDocument })
  const again = () => load({ requestPolicy: 'network-only' })
  if (error && !data) return <Failure error={error} retry={again} />
  if (!data) return <Bones rows={8} />
  if (!data.assessments) return <p className="m none">{t('acting.notYours')}</p>
  return (
    <div className="cards">
      <Assessments data={data} changed={again} />
      <SilentCustomers data={data} changed={again} />
      <Gratitude data={data} changed={again} />
      <EmployeeMarks marks={data.employeeMarks} />
    </div>
  )
}
