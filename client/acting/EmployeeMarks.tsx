// What customers said of single people after a contact: for leads and management all, for others their own.
import { useTranslation } from 'react-i18next'
import type { CustomerFocusData } from '../generated/focus.ts'
import { Card } from '../management/Card.tsx'
import { Table } from '../management/FigureTable.tsx'
import { percent } from '../management/figures-text.ts'
import { changeText, countText, markText } from '../satisfaction/figure-text.ts'
import { Icon } from '../shell/Icon.tsx'

export function EmployeeMarks({ marks }: { marks: CustomerFocusData['employeeMarks'] }) {
  const { t } = useTranslation()
  const heads = ['person', 'mark', 'resolved', 'again', 'deviation'].map((word) => t(`acting.head.${word}`))
  const share = (value: number | null) => (value === null ? '–' : percent(value))
  const rows = marks.map((one) => [
    one.name,
    markText(one.mean),
    share(one.resolved),
    share(one.again),
    changeText(one.deviation),
  ])
  return (
    <Card title={t('acting.marks')} measure={t('acting.marksMeasure')} rows={[heads, ...rows]} always>
      {marks.length === 0 ? (
        <p className="m none">{t('acting.noMarks')}</p>
      ) : (
        <Table heads={[...heads, 'n']}>
          {marks.map((one, index) => (
            <tr key={one.personId}>
              <th scope="row">
                {one.name}{' '}
                {one.flagged && (
                  <span className="danger s">
                    <Icon name="warning" title={t('acting.flagged')} />
                  </span>
                )}
              </th>
              {rows[index]?.slice(1).map((cell, place) => (
                <td key={heads[place + 1]} className="r nw">
                  {cell}
                </td>
              ))}
              <td className="r nw q">{countText(one.n)}</td>
            </tr>
          ))}
        </Table>
      )}
    </Card>
  )
}
