// Administration, departments: who answers tasks.
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { offices, words } from '../../schema/vocabulary.ts'
import { AdministeredDepartmentsDocument, SetDepartmentDocument } from '../generated/settings.ts'
import { Loaded } from './Loaded.tsx'
import { nameFields, nameInput, nameValues } from './name-fields.ts'
import { SettingTable } from './SettingTable.tsx'
import { isTicked, textOf, wordOf } from './setting-field.ts'
import { useSetting } from './use-setting.ts'

export function DepartmentsPart() {
  const { t } = useTranslation()
  const send = useSetting()
  const [{ data, error }, load] = useQuery({ query: AdministeredDepartmentsDocument })
  const again = () => load({ requestPolicy: 'network-only' })
  const choices = words(offices).map((id) => ({ id, label: t(`label.office.${id}`) }))
  return (
    <Loaded data={data} error={error} again={again}>
      {({ departments }) => (
        <SettingTable
          title={t('administration.departments')}
          add={t('administration.addDepartment')}
          heads={[
            t('administration.label'),
            t('administration.code'),
            t('administration.office'),
            t('administration.active'),
          ]}
          rows={departments.map(({ id, code, name, names, office, active }) => ({
            id,
            cells: [name, code, t(`label.office.${office}`), t(active ? 'form.yes' : 'form.no')],
            values: { code, office, active: String(active), ...nameValues(names) },
          }))}
          blank={{ active: 'true' }}
          fields={[
            { name: 'code', label: t('administration.code'), kind: 'line', fixed: true, hint: 'a–z, A–Z' },
            ...nameFields(t),
            { name: 'office', label: t('administration.office'), kind: 'choice', choices },
            { name: 'active', label: t('administration.takesTasks'), kind: 'tick' },
          ]}
          send={(values) =>
            send(SetDepartmentDocument, {
              code: textOf(values, 'code'),
              name: nameInput(values),
              office: wordOf(words(offices), values.office) ?? 'production',
              active: isTicked(values, 'active'),
            })
          }
          saved={again}
        />
      )}
    </Loaded>
  )
}
