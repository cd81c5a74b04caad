// Administration, regions of customers.
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { AdministeredRegionsDocument, SetRegionDocument } from '../generated/settings.ts'
import { Loaded } from './Loaded.tsx'
import { nameFields, nameInput, nameValues } from './name-fields.ts'
import { SettingTable } from './SettingTable.tsx'
import { textOf } from './setting-field.ts'
import { useSetting } from './use-setting.ts'

export function RegionsPart() {
  const { t } = useTranslation()
  const send = useSetting()
  const [{ data, error }, load] = useQuery({ query: AdministeredRegionsDocument })
  const again = () => load({ requestPolicy: 'network-only' })
  return (
    <Loaded data={data} error={error} again={again}>
      {({ regions }) => (
        <SettingTable
          title={t('administration.regions')}
          add={t('administration.addRegion')}
          heads={[t('administration.label'), t('administration.code')]}
          rows={regions.map(({ id, code, name, names }) => ({
            id,
            cells: [name, code],
            values: { code, ...nameValues(names) },
          }))}
          fields={[
            { name: 'code', label: t('administration.code'), kind: 'line', fixed: true, hint: 'a–z, A–Z' },
            ...nameFields(t),
          ]}
          send={(values) => send(SetRegionDocument, { code: textOf(values, 'code'), name: nameInput(values) })}
          saved={again}
        />
      )}
    </Loaded>
  )
}
