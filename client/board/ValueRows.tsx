// Values measured or looked up: what, how much, in which unit.
import { useTranslation } from 'react-i18next'
import { Icon } from '../shell/Icon.tsx'

export interface MeasuredRow {
  name: string
  text: string
  unit: string
}

export function ValueRows({ rows, change }: { rows: readonly MeasuredRow[]; change: (rows: MeasuredRow[]) => void }) {
  const { t } = useTranslation()
  const set = (index: number, part: Partial<MeasuredRow>) =>
    change(rows.map((row, at) => (at === index ? { ...row, ...part } : row)))
  return (
    <fieldset>
      <legend>{t('board.values')}</legend>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a new row has nothing else to be known by
        <div className="value-row" key={index}>
          <input
            className="input"
            aria-label={t('board.valueName')}
            placeholder={t('board.valueName')}
            dir="auto"
            value={row.name}
            onChange={({ target }) => set(index, { name: target.value })}
          />
          <input
            className="input"
            aria-label={t('board.valueText')}
            placeholder={t('board.valueText')}
            inputMode="decimal"
            value={row.text}
            onChange={({ target }) => set(index, { text: target.value })}
          />
          <input
            className="input"
            aria-label={t('board.valueUnit')}
            placeholder={t('board.valueUnit')}
            value={row.unit}
            onChange={({ target }) => set(index, { unit: target.value })}
          />
          <button type="button" className="btn ghost" onClick={() => change(rows.toSpliced(index, 1))}>
            <Icon name="cross" title={t('form.remove')} />
          </button>
        </div>
      ))}
      <button type="button" className="btn" onClick={() => change([...rows, { name: '', text: '', unit: '' }])}>
        <Icon name="plus" />
        {t('board.addValue')}
      </button>
    </fieldset>
  )
}
