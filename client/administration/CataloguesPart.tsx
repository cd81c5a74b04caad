// Administration, catalogues: codes in order with their names, and which translations are missing.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { type Catalogue, catalogues, words } from '../../schema/vocabulary.ts'
import { AdministeredCatalogueDocument, SetCatalogueEntryDocument } from '../generated/settings.ts'
import { languages } from '../words/language.ts'
import { Loaded } from './Loaded.tsx'
import { nameFields, nameInput, nameValues } from './name-fields.ts'
import { SettingTable } from './SettingTable.tsx'
import { isTicked, textOf, wordOf } from './setting-field.ts'
import { useSetting } from './use-setting.ts'

export function CataloguesPart() {
  const { t } = useTranslation()
  const send = useSetting()
  const [catalogue, setCatalogue] = useState<Catalogue>('defect')
  const [onlyMissing, setOnlyMissing] = useState(false)
  const [{ data, error }, load] = useQuery({ query: AdministeredCatalogueDocument, variables: { catalogue } })
  const again = () => load({ requestPolicy: 'network-only' })
  return (
    <Loaded data={data} error={error} again={again}>
      {({ catalogue: entries }) => {
        const lacking = entries.filter(({ names }) => missingIn(names).length > 0)
        const shown = onlyMissing ? lacking : entries
        const last = Math.max(0, ...entries.map(({ position }) => position))
        return (
          <SettingTable
            key={catalogue}
            title={t('administration.catalogues')}
            add={t('administration.addEntry')}
            heads={[
              t('administration.label'),
              t('administration.code'),
              t('administration.missing'),
              t('administration.active'),
            ]}
            rows={shown.map(({ id, code, name, names, position, active }) => ({
              id,
              cells: [
                name,
                code,
                missingIn(names)
                  .map((language) => languages[language])
                  .join(', '),
                t(active ? 'form.yes' : 'form.no'),
              ],
              values: { code, position: String(position), active: String(active), ...nameValues(names) },
            }))}
            blank={{ active: 'true', position: String(last + 1) }}
            fields={[
              { name: 'code', label: t('administration.code'), kind: 'line', fixed: true },
              ...nameFields(t),
              { name: 'position', label: t('administration.position'), kind: 'number' },
              { name: 'active', label: t('administration.canBeChosen'), kind: 'tick' },
            ]}
            send={(values) =>
              send(SetCatalogueEntryDocument, {
                catalogue,
                code: textOf(values, 'code'),
                name: nameInput(values),
                position: Math.trunc(Number(textOf(values, 'position'))) || 0,
                active: isTicked(values, 'active'),
              })
            }
            saved={again}
          >
            <div className="row-flex setting-filters">
              <label className="pick">
                <span className="unseen">{t('administration.catalogues')}</span>
                <select
                  value={catalogue}
                  onChange={({ target }) => setCatalogue(wordOf(words(catalogues), target.value) ?? 'defect')}
                >
                  {words(catalogues).map((one) => (
                    <option key={one} value={one}>
                      {t(`label.catalogue.${one}`)}
                    </option>
                  ))}
                </select>
              </label>
              <label className="tick">
                <input type="checkbox" checked={onlyMissing} onChange={() => setOnlyMissing(!onlyMissing)} />
                {t('administration.onlyMissing', { count: lacking.length })}
              </label>
            </div>
          </SettingTable>
        )
      }}
    </Loaded>
  )
}

function missingIn(names: { ru: string | null; kk: string | null }): ('ru' | 'kk')[] {
  return (['ru', 'kk'] as const).filter((language) => !names[language])
}
