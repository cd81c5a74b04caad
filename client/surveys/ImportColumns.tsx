// Each column of the file with what it means, its first values beside it, and what holds for all rows.
import { useTranslation } from 'react-i18next'
import type { AskedItem, AskedWaveData } from '../generated/answers.ts'
import type { CsvFile } from './csv-file.ts'
import { besides, type Mapping, valuesOf } from './import-mapping.ts'

interface ImportColumnsProps {
  file: CsvFile
  mapping: Mapping
  change: (mapping: Mapping) => void
  items: readonly AskedItem[]
  regions: AskedWaveData['regions']
}

const types = ['endUser', 'wholesaler'] as const

export function ImportColumns({ file, mapping, change, items, regions }: ImportColumnsProps) {
  const { t } = useTranslation()
  const { meanings, regionValues, typeValues } = mapping
  const mean = (at: number, meaning: string) =>
    change({
      ...mapping,
      meanings: meanings.map((one, index) => (index === at ? meaning : one === meaning ? '' : one)),
    })
  const unmapped = items.filter(({ code, obligatory }) => obligatory && !meanings.includes(`item:${code}`))
  const known = new Set(regions.map(({ code }) => code))
  const strangeRegions = valuesOf(file, mapping, 'region').filter((value) => !known.has(value))
  const strangeTypes = valuesOf(file, mapping, 'type').filter((value) => !types.some((one) => one === value))
  const byAccount = meanings.includes('account')
  return (
    <section className="import-part" aria-label={t('answers.columns')}>
      <h2>{t('answers.columns')}</h2>
      {/* biome-ignore lint/a11y: a table that scrolls sideways must be reached by keys */}
      <div className="figures-frame" role="group" aria-label={t('answers.columns')} tabIndex={0}>
        <table className="import-columns">
          <thead>
            <tr>
              <th scope="col">{t('answers.column')}</th>
              <th scope="col">{t('answers.meaning')}</th>
              <th scope="col">{t('answers.firstValues')}</th>
            </tr>
          </thead>
          <tbody>
            {file.headings.map((heading, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have the same heading
              <tr key={`${heading} ${at}`}>
                <th scope="row" dir="auto">
                  {heading || '–'}
                </th>
                <td>
                  <select
                    className="input"
                    aria-label={`${t('answers.meaning')}: ${heading}`}
                    value={meanings[at] ?? ''}
                    onChange={({ target }) => mean(at, target.value)}
                  >
                    <option value="">{t('answers.ignored')}</option>
                    <optgroup label={t('answers.items')}>
                      {items.map(({ code, wording }) => (
                        <option key={code} value={`item:${code}`}>
                          {wording}
                        </option>
                      ))}
                    </optgroup>
                    <optgroup label={t('answers.importances')}>
                      {items
                        .filter(({ asksImportance }) => asksImportance)
                        .map(({ code, wording }) => (
                          <option key={code} value={`importance:${code}`}>
                            {t('answers.importanceOf', { item: wording })}
                          </option>
                        ))}
                    </optgroup>
                    <optgroup label={t('answers.besides')}>
                      {besides.map((name) => (
                        <option key={name} value={name}>
                          {t(`answers.beside.${name}`)}
                        </option>
                      ))}
                    </optgroup>
                  </select>
                </td>
                <td className="s q" dir="auto">
                  {file.rows
                    .slice(0, 3)
                    .map(({ cells }) => cells[at])
                    .filter(Boolean)
                    .join(' · ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {unmapped.length > 0 && (
        <p className="s warn">{t('answers.unmapped', { items: unmapped.map(({ wording }) => wording).join(', ') })}</p>
      )}
      <div className="plan-grid">
        {!meanings.includes('region') && !byAccount && (
          <Whole
            id="all-region"
            label={t('answers.allRegion')}
            value={mapping.regionId}
            offers={regions.map(({ id, name }) => ({ id, label: name }))}
            choose={(regionId) => change({ ...mapping, regionId })}
          />
        )}
        {!meanings.includes('type') && !byAccount && (
          <Whole
            id="all-type"
            label={t('answers.allType')}
            value={mapping.consumerType}
            offers={types.map((id) => ({ id, label: t(`label.consumerType.${id}`) }))}
            choose={(consumerType) => change({ ...mapping, consumerType })}
          />
        )}
        {strangeRegions.map((value) => (
          <Whole
            key={value}
            id={`region-${value}`}
            label={t('answers.means', { value, what: t('surveys.region') })}
            value={regionValues[value] ?? ''}
            offers={regions.map(({ id, name }) => ({ id, label: name }))}
            choose={(id) => change({ ...mapping, regionValues: { ...regionValues, [value]: id } })}
          />
        ))}
        {strangeTypes.map((value) => (
          <Whole
            key={value}
            id={`type-${value}`}
            label={t('answers.means', { value, what: t('surveys.consumers') })}
            value={typeValues[value] ?? ''}
            offers={types.map((id) => ({ id, label: t(`label.consumerType.${id}`) }))}
            choose={(id) => change({ ...mapping, typeValues: { ...typeValues, [value]: id } })}
          />
        ))}
      </div>
      <label className="plan-tick">
        <input
          type="checkbox"
          checked={mapping.decimalComma}
          onChange={({ target }) => change({ ...mapping, decimalComma: target.checked })}
        />
        {t('answers.decimalComma')}
      </label>
    </section>
  )
}

interface WholeProps {
  id: string
  label: string
  value: string
  offers: readonly { id: string; label: string }[]
  choose: (id: string) => void
}

function Whole({ id, label, value, offers, choose }: WholeProps) {
  const { t } = useTranslation()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select className="input" id={id} value={value} onChange={({ target }) => choose(target.value)}>
        <option value="">{t('form.choose')}</option>
        {offers.map((offer) => (
          <option key={offer.id} value={offer.id}>
            {offer.label}
          </option>
        ))}
      </select>
    </div>
  )
}
