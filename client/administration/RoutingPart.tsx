// Administration, routing table: which department is proposed for a subject at a stage.
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { stages, words } from '../../schema/vocabulary.ts'
import { RoutingDocument, SetRoutingRuleDocument } from '../generated/settings.ts'
import { Loaded } from './Loaded.tsx'
import { SettingTable } from './SettingTable.tsx'
import { textOf, wordOf } from './setting-field.ts'
import { useSetting } from './use-setting.ts'

export function RoutingPart() {
  const { t } = useTranslation()
  const send = useSetting()
  const [{ data, error }, load] = useQuery({ query: RoutingDocument })
  const again = () => load({ requestPolicy: 'network-only' })
  return (
    <Loaded data={data} error={error} again={again}>
      {({ routingRules, departments, catalogue }) => (
        <SettingTable
          title={t('administration.routing')}
          add={t('administration.addRule')}
          heads={[
            t('administration.subject'),
            t('administration.stage'),
            t('administration.department'),
            t('administration.dueDays'),
          ]}
          rows={routingRules.map(({ id, subject, stage, department, dueWorkingDays }) => ({
            id,
            cells: [
              catalogue.find(({ code }) => code === subject)?.name ?? subject,
              t(`label.stage.${stage}`),
              department.name,
              dueWorkingDays,
            ],
            values: { subject, stage, departmentId: department.id, dueWorkingDays: String(dueWorkingDays) },
          }))}
          blank={{ dueWorkingDays: '3' }}
          fields={[
            {
              name: 'subject',
              label: t('administration.subject'),
              kind: 'choice',
              choices: catalogue.map(({ code, name }) => ({ id: code, label: name })),
              fixed: true,
            },
            {
              name: 'stage',
              label: t('administration.stage'),
              kind: 'choice',
              choices: words(stages).map((id) => ({ id, label: t(`label.stage.${id}`) })),
              fixed: true,
            },
            {
              name: 'departmentId',
              label: t('administration.department'),
              kind: 'choice',
              choices: departments.map(({ id, name }) => ({ id, label: name })),
            },
            { name: 'dueWorkingDays', label: t('administration.dueDays'), kind: 'number' },
          ]}
          send={(values) =>
            send(SetRoutingRuleDocument, {
              subject: textOf(values, 'subject'),
              stage: wordOf(words(stages), values.stage) ?? 'production',
              departmentId: textOf(values, 'departmentId'),
              dueWorkingDays: Math.trunc(Number(textOf(values, 'dueWorkingDays'))) || 0,
            })
          }
          saved={again}
        />
      )}
    </Loaded>
  )
}
