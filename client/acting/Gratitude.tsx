// Thank-you calls: what a campaign cost and brought, whom to call next, and what came of it.
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SettingForm } from '../administration/SettingForm.tsx'
import { optionOf, textOf, wordOf } from '../administration/setting-field.ts'
import { useSetting } from '../administration/use-setting.ts'
import { type CustomerFocusData, RecordGratitudeCallDocument } from '../generated/focus.ts'
import { Card } from '../management/Card.tsx'
import { useMe } from '../shell/me.ts'
import { decimal, shortCivilDay } from '../words/dates.ts'

type Campaign = NonNullable<CustomerFocusData['gratitudeCampaigns']>['nodes'][number]
const results = ['noIssue', 'question', 'problem', 'notReached'] as const

export function Gratitude({ data, changed }: { data: CustomerFocusData; changed: () => void }) {
  const { t } = useTranslation()
  const campaigns = data.gratitudeCampaigns?.nodes ?? []
  const heads = ['campaign', 'called', 'questions', 'problems', 'talks', 'claims'].map((word) =>
    t(`acting.head.${word}`),
  )
  const cells = campaigns.map(({ name, counts }) => [
    name,
    counts?.called ?? null,
    counts?.questions ?? null,
    counts?.problems ?? null,
    counts?.talks ?? null,
    counts?.claims ?? null,
  ])
  return (
    <Card title={t('acting.thanks')} measure={t('acting.thanksMeasure')} rows={[heads, ...cells]} always>
      {campaigns.length === 0 && <p className="m none">{t('acting.noCampaigns')}</p>}
      {campaigns.map((campaign) => (
        <CampaignView key={campaign.id} campaign={campaign} changed={changed} />
      ))}
    </Card>
  )
}

function CampaignView({ campaign, changed }: { campaign: Campaign; changed: () => void }) {
  const { t } = useTranslation()
  const me = useMe()
  const [calling, setCalling] = useState<string | null>(null)
  const { counts, cost, currency, extraMargin, recovered } = campaign
  const next = (campaign.calls?.nodes ?? []).filter(({ result }) => result === null || result === 'notReached')
  return (
    <section aria-label={campaign.name} className="campaign">
      <h3 className="md">
        <bdi>{campaign.name}</bdi> <span className="q s">{shortCivilDay(campaign.beginsOn)}</span>
      </h3>
      {counts && <p className="s m">{t('acting.brought', { ...counts })}</p>}
      {cost !== null && (
        <p className="s m">
          {t('acting.cost', { cost: decimal(cost, 0), currency })}{' '}
          {extraMargin !== null && t('acting.margin', { margin: decimal(extraMargin, 0), currency })}{' '}
          {recovered !== null && <b>{t(recovered ? 'acting.recovered' : 'acting.notRecovered')}</b>}
        </p>
      )}
      <ul className="overdue">
        {next.slice(0, 5).map(({ id, account }) => (
          <li key={id}>
            {account && (
              <Link to="/accounts/$id" params={{ id: account.id }} className="l">
                <bdi>{account.name}</bdi>
              </Link>
            )}
            {me.actions.includes('gratitude.call') && (
              <button
                type="button"
                className="l s"
                aria-expanded={calling === id}
                aria-label={`${t('acting.noteCall')}: ${account?.name ?? ''}`}
                onClick={() => setCalling(calling === id ? null : id)}
              >
                {t('acting.noteCall')}
              </button>
            )}
            {calling === id && <CallForm id={id} changed={changed} leave={() => setCalling(null)} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function CallForm({ id, changed, leave }: { id: string; changed: () => void; leave: () => void }) {
  const { t } = useTranslation()
  const send = useSetting()
  return (
    <SettingForm
      label={t('acting.noteCall')}
      fields={({ result }) => [
        {
          name: 'result',
          label: t('acting.outcome'),
          kind: 'choice',
          choices: results.map((word) => ({ id: word, label: t(`label.callResult.${word}`) })),
        },
        {
          name: 'said',
          label: t('acting.said'),
          kind: 'text',
          optional: result !== 'question' && result !== 'problem',
        },
      ]}
      send={(values) =>
        send(RecordGratitudeCallDocument, {
          id,
          result: wordOf(results, textOf(values, 'result')) ?? 'noIssue',
          said: optionOf(values, 'said'),
        })
      }
      done={() => {
        leave()
        changed()
      }}
      cancel={leave}
    />
  )
}
