// What follow-ups go by and what coverage is held against: the rule that opens them, and the volumes of the markets.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { SettingForm } from '../administration/SettingForm.tsx'
import { isTicked, textOf } from '../administration/setting-field.ts'
import { useSetting } from '../administration/use-setting.ts'
import {
  ActingSettingsDocument,
  SetFollowUpRuleDocument,
  SetMarketVolumeDocument,
} from '../generated/settings-of-acting.ts'
import { Card } from '../management/Card.tsx'
import { Table } from '../management/FigureTable.tsx'
import { Bones, Failure } from '../parts/Notices.tsx'
import { useNow } from '../parts/now.ts'
import { useMe } from '../shell/me.ts'
import { decimal } from '../words/dates.ts'

const decimalOf = (text: string) => text.replace(',', '.')

export function ActingSettings() {
  const { t } = useTranslation()
  const send = useSetting()
  const may = useMe().actions.includes('satisfaction.set')
  const thisYear = useNow().getUTCFullYear()
  const [changing, setChanging] = useState<'rule' | 'market' | null>(null)
  const [{ data, error }, load] = useQuery({ query: ActingSettingsDocument, variables: {} })
  if (error && !data) return <Failure error={error} retry={() => load({ requestPolicy: 'network-only' })} />
  if (!data) return <Bones rows={6} />
  const { followUpRule: rule, marketVolumes, regions } = data
  const nameOf = (id: string) => regions.find((one) => one.id === id)?.name ?? ''
  const changed = () => {
    setChanging(null)
    load({ requestPolicy: 'network-only' })
  }
  const heads = ['region', 'year', 'kilotonnes'].map((word) => t(`acting.set.${word}`))
  const rows = marketVolumes.map((row) => [nameOf(row.regionId), row.year, row.kilotonnes])
  const change = (what: 'rule' | 'market') =>
    may &&
    changing !== what && (
      <button type="button" className="btn" onClick={() => setChanging(what)}>
        {t(`acting.set.${what === 'rule' ? 'change' : 'enter'}`)}
      </button>
    )
  return (
    <div className="cards">
      {rule && (
        <Card title={t('acting.set.rule')} measure={t('acting.set.ruleMeasure')} rows={[]} always>
          {changing === 'rule' ? (
            <SettingForm
              label={t('acting.set.change')}
              start={{
                detractorAtMost: `${rule.detractorAtMost}`,
                lowMark: `${Number(rule.lowMark)}`,
                onNo: rule.onNo ? 'true' : '',
                workingDays: `${rule.workingDays}`,
                daysBack: `${rule.daysBack}`,
              }}
              fields={[
                { name: 'detractorAtMost', label: t('acting.set.detractorAtMost'), kind: 'number' },
                { name: 'lowMark', label: t('acting.set.lowMark'), kind: 'number' },
                { name: 'onNo', label: t('acting.set.onNo'), kind: 'tick' },
                { name: 'workingDays', label: t('acting.set.workingDays'), kind: 'number' },
                { name: 'daysBack', label: t('acting.set.daysBack'), kind: 'number' },
              ]}
              send={(values) =>
                send(SetFollowUpRuleDocument, {
                  revision: rule.revision,
                  detractorAtMost: Number(textOf(values, 'detractorAtMost')),
                  lowMark: decimalOf(textOf(values, 'lowMark')),
                  onNo: isTicked(values, 'onNo'),
                  workingDays: Number(textOf(values, 'workingDays')),
                  daysBack: Number(textOf(values, 'daysBack')),
                })
              }
              done={changed}
              cancel={() => setChanging(null)}
            />
          ) : (
            <ul className="rule">
              <li>{t('acting.set.saysDetractor', { mark: rule.detractorAtMost })}</li>
              <li>{t('acting.set.saysLow', { mark: Number(rule.lowMark) })}</li>
              <li>{t(rule.onNo ? 'acting.set.saysNo' : 'acting.set.saysNotNo')}</li>
              <li>{t('acting.set.saysDays', { days: rule.workingDays, back: rule.daysBack })}</li>
            </ul>
          )}
          {change('rule')}
        </Card>
      )}
      <Card title={t('acting.set.market')} measure={t('acting.set.marketMeasure')} rows={[heads, ...rows]} always>
        {changing === 'market' && (
          <SettingForm
            label={t('acting.set.enter')}
            start={{ year: `${thisYear}` }}
            fields={[
              {
                name: 'regionId',
                label: t('acting.set.region'),
                kind: 'choice',
                choices: regions.map(({ id, name }) => ({ id, label: name })),
              },
              { name: 'year', label: t('acting.set.year'), kind: 'number' },
              { name: 'kilotonnes', label: t('acting.set.kilotonnes'), kind: 'number' },
            ]}
            send={(values) =>
              send(SetMarketVolumeDocument, {
                regionId: textOf(values, 'regionId'),
                year: Number(textOf(values, 'year')),
                kilotonnes: decimalOf(textOf(values, 'kilotonnes')),
              })
            }
            done={changed}
            cancel={() => setChanging(null)}
          />
        )}
        {marketVolumes.length > 0 ? (
          <Table heads={heads}>
            {marketVolumes.map(({ regionId, year, kilotonnes }) => (
              <tr key={`${regionId} ${year}`}>
                <th scope="row">{nameOf(regionId)}</th>
                <td className="r">{year}</td>
                <td className="r nw">{decimal(kilotonnes, 0)}</td>
              </tr>
            ))}
          </Table>
        ) : (
          <p className="m none">{t('acting.set.noMarket')}</p>
        )}
        {change('market')}
      </Card>
    </div>
  )
}
