// Administration, deadline policies: how long each clock runs; a change is a new version for clocks that start later.
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { settlementKinds } from '../../schema/claim-vocabulary.ts'
import { clocks } from '../../schema/clock.ts'
import { severities, timeUnits, words } from '../../schema/vocabulary.ts'
import { AdministeredPoliciesDocument, SetDeadlinePolicyDocument } from '../generated/settings.ts'
import { shortDay } from '../words/dates.ts'
import { Loaded } from './Loaded.tsx'
import { SettingTable } from './SettingTable.tsx'
import { type SettingField, textOf, type Values, wordOf } from './setting-field.ts'
import { useSetting } from './use-setting.ts'

export function DeadlinesPart() {
  const { t } = useTranslation()
  const send = useSetting()
  const [{ data, error }, load] = useQuery({ query: AdministeredPoliciesDocument })
  const again = () => load({ requestPolicy: 'network-only' })
  const labelled = (list: string, all: readonly string[]) => all.map((id) => ({ id, label: t(`label.${list}.${id}`) }))
  const fields = ({ clock }: Values): SettingField[] => [
    {
      name: 'clock',
      label: t('administration.clock'),
      kind: 'choice',
      choices: labelled('clock', Object.keys(clocks)),
      fixed: true,
    },
    {
      name: 'severity',
      label: t('administration.severity'),
      kind: 'choice',
      choices: labelled('severity', words(severities)),
      optional: true,
      fixed: true,
    },
    ...(clock === 'settlement'
      ? [
          {
            name: 'settlementKind',
            label: t('administration.settlementKind'),
            kind: 'choice' as const,
            choices: labelled('settlementKind', words(settlementKinds)),
            optional: true,
            fixed: true,
          },
        ]
      : []),
    { name: 'amount', label: t('administration.amount'), kind: 'number' },
    { name: 'unit', label: t('administration.unit'), kind: 'choice', choices: labelled('timeUnit', words(timeUnits)) },
    {
      name: 'warnAt',
      label: t('administration.warnAt'),
      kind: 'line',
      optional: true,
      hint: t('administration.warnAtHint'),
    },
    { name: 'remindAfterDays', label: t('administration.remind'), kind: 'line', optional: true },
  ]
  return (
    <Loaded data={data} error={error} again={again}>
      {({ deadlinePolicies }) => (
        <SettingTable
          title={t('administration.deadlines')}
          add={t('administration.addPolicy')}
          heads={[
            t('administration.clock'),
            t('administration.holdsFor'),
            t('administration.amount'),
            t('administration.unit'),
            t('administration.warnAt'),
            t('administration.version'),
          ]}
          rows={deadlinePolicies.map((policy) => ({
            id: policy.id,
            cells: [
              policy.clockLabel,
              [
                policy.severity && t(`label.severity.${policy.severity}`),
                policy.settlementKind && t(`label.settlementKind.${policy.settlementKind}`),
              ]
                .filter(Boolean)
                .join(', ') || t('administration.others'),
              String(Number(policy.amount)),
              t(`label.timeUnit.${policy.unit}`),
              policy.warnAt.map((share) => `${Math.round(Number(share) * 100)} %`).join(', '),
              `${policy.version} · ${shortDay(policy.validFrom)}`,
            ],
            values: {
              clock: policy.clock,
              severity: policy.severity ?? '',
              settlementKind: policy.settlementKind ?? '',
              amount: String(Number(policy.amount)),
              unit: policy.unit,
              warnAt: policy.warnAt.map((share) => Math.round(Number(share) * 100)).join(', '),
              remindAfterDays: policy.remindAfterDays.join(', '),
            },
          }))}
          fields={fields}
          send={(values) =>
            send(SetDeadlinePolicyDocument, {
              clock: wordOf(words(clocks), values.clock) ?? 'acknowledge',
              severity: wordOf(words(severities), values.severity),
              settlementKind: wordOf(words(settlementKinds), values.settlementKind),
              amount: textOf(values, 'amount').replace(',', '.'),
              unit: wordOf(words(timeUnits), values.unit) ?? 'workingDays',
              warnAt: numbersOf(values.warnAt).map((percent) => (percent / 100).toFixed(2)),
              remindAfterDays: numbersOf(values.remindAfterDays),
            })
          }
          saved={again}
        >
          <p className="s m">{t('administration.policyRule')}</p>
        </SettingTable>
      )}
    </Loaded>
  )
}

function numbersOf(text = ''): number[] {
  return [...text.matchAll(/\d+/g)].map(([number]) => Number(number))
}
