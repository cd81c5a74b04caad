// Customers who buy and say nothing: absence of complaints is a warning; each can be asked.
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSetting } from '../administration/use-setting.ts'
import { AskSilentCustomerDocument, type CustomerFocusData } from '../generated/focus.ts'
import { Card } from '../management/Card.tsx'
import { Table } from '../management/FigureTable.tsx'
import { useMe } from '../shell/me.ts'
import { longDay, shortCivilDay } from '../words/dates.ts'

export function SilentCustomers({ data, changed }: { data: CustomerFocusData; changed: () => void }) {
  const { t } = useTranslation()
  const me = useMe()
  const send = useSetting()
  const [told, setTold] = useState('')
  const rows = data.silentCustomers?.nodes ?? []
  const heads = [t('acting.head.customer'), t('acting.head.shipped'), t('acting.head.heard'), t('acting.head.ask')]
  const cells = rows.map((row) => [row.name, row.lastShippedOn, row.lastHeardAt])
  const ask = async (accountId: string) => {
    const outcome = await send(AskSilentCustomerDocument, { accountId })
    setTold(outcome.kind === 'refused' ? [outcome.text, ...outcome.faults.map(({ text }) => text)].join(' ') : '')
    changed()
  }
  return (
    <Card
      title={t('acting.silent', { count: rows.length })}
      measure={t('acting.silentMeasure')}
      rows={[heads, ...cells]}
      always
    >
      {told && (
        <p className="fault" role="alert">
          {told}
        </p>
      )}
      {rows.length === 0 ? (
        <p className="m none">{t('acting.noneSilent')}</p>
      ) : (
        <Table heads={heads}>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link to="/accounts/$id" params={{ id: row.id }} className="l">
                  <bdi>{row.name}</bdi>
                </Link>
              </th>
              <td className="r nw">{row.lastShippedOn ? shortCivilDay(row.lastShippedOn) : '–'}</td>
              <td className="r nw">{row.lastHeardAt ? longDay(row.lastHeardAt) : t('acting.never')}</td>
              <td className="r">
                {(row.followUps?.nodes.length ?? 0) > 0 ? (
                  <span className="q s">{t('acting.isAsked')}</span>
                ) : (
                  me.actions.includes('followUp.work') && (
                    <button
                      type="button"
                      className="l s"
                      aria-label={`${t('acting.ask')}: ${row.name}`}
                      onClick={() => void ask(row.id)}
                    >
                      {t('acting.ask')}
                    </button>
                  )
                )}
              </td>
            </tr>
          ))}
        </Table>
      )}
    </Card>
  )
}
