// Grants a role: roles of departments name one, others may be limited to a region or a customer.
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { roles, words } from '../../schema/vocabulary.ts'
import { GrantRoleDocument } from '../generated/people.ts'
import { AdministeredDepartmentsDocument, AdministeredRegionsDocument } from '../generated/settings.ts'
import { SettingForm } from './SettingForm.tsx'
import { optionOf, type SettingField, type Values, wordOf } from './setting-field.ts'
import { useSetting } from './use-setting.ts'

const grantable = words(roles).filter((role) => role !== 'customerContact')
const ofDepartment: readonly (string | undefined)[] = ['departmentResponder', 'departmentHead']

export function GrantForm({ personId, close }: { personId: string; close: () => void }) {
  const { t } = useTranslation()
  const send = useSetting()
  const [{ data }] = useQuery({ query: AdministeredDepartmentsDocument })
  const [{ data: areas }] = useQuery({ query: AdministeredRegionsDocument })
  const fields = ({ role }: Values): SettingField[] => {
    const first = {
      name: 'role',
      label: t('administration.role'),
      kind: 'choice' as const,
      choices: grantable.map((id) => ({ id, label: t(`label.role.${id}`) })),
    }
    if (ofDepartment.includes(role)) {
      const choices = (data?.departments ?? [])
        .filter(({ active }) => active)
        .map(({ id, name }) => ({ id, label: name }))
      return [first, { name: 'departmentId', label: t('administration.department'), kind: 'choice', choices }]
    }
    const choices = (areas?.regions ?? []).map(({ id, name }) => ({ id, label: name }))
    return [
      first,
      { name: 'regionId', label: t('administration.onlyRegion'), kind: 'choice', choices, optional: true },
      { name: 'accountId', label: t('administration.onlyAccount'), kind: 'account', optional: true },
    ]
  }
  return (
    <SettingForm
      label={t('administration.grant')}
      fields={fields}
      send={(values) => {
        const inDepartment = ofDepartment.includes(values.role)
        return send(GrantRoleDocument, {
          personId,
          role: wordOf(grantable, values.role) ?? 'csEngineer',
          departmentId: inDepartment ? optionOf(values, 'departmentId') : null,
          regionId: inDepartment ? null : optionOf(values, 'regionId'),
          accountId: inDepartment ? null : optionOf(values, 'accountId'),
        })
      }}
      done={close}
      cancel={close}
    />
  )
}
