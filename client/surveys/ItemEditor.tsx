// One item: its question, how it is answered, its scale or its answers, and whether it must be answered.
import { useTranslation } from 'react-i18next'
import { Icon } from '../shell/Icon.tsx'
import { type Item, type ItemKind, newOption, ofKind } from './contents.ts'
import { PlanField } from './PlanField.tsx'
import { TextField } from './TextField.tsx'

interface ItemEditorProps {
  item: Item
  language: string
  languages: readonly string[]
  change: ((item: Item) => void) | null
  faultOf: (field: string) => string | undefined
}

const kinds: readonly ItemKind[] = ['rating', 'recommendation', 'agreement', 'choice', 'choices', 'ranking', 'text']

export function ItemEditor({ item, language, change, faultOf }: ItemEditorProps) {
  const { t } = useTranslation()
  const { kind, options } = item
  const put = (part: Partial<Item>) => change?.({ ...item, ...part })
  const offers = kind === 'choice' || kind === 'choices' || kind === 'ranking'
  const tick = (name: 'obligatory' | 'asksImportance' | 'decimals' | 'tiesAllowed') => (
    <label className="plan-tick">
      <input
        type="checkbox"
        checked={item[name]}
        disabled={change === null}
        onChange={({ target }) => put({ [name]: target.checked } satisfies Partial<Item>)}
      />
      {t(`questionnaires.${name}`)}
    </label>
  )
  return (
    <>
      <TextField
        label={t('questionnaires.question')}
        text={item.wording}
        language={language}
        change={change && ((wording) => put({ wording }))}
        fault={faultOf('wording')}
        max={1_000}
      />
      <div className="plan-grid">
        <PlanField label={t('questionnaires.kind')} fault={faultOf('kind')}>
          {(control) => (
            <select
              {...control}
              className="input"
              value={kind}
              disabled={change === null}
              onChange={({ target }) => {
                const chosen = kinds.find((one) => one === target.value)
                if (chosen) change?.(ofKind(item, chosen))
              }}
            >
              {kinds.map((one) => (
                <option key={one} value={one}>
                  {t(`label.itemKind.${one}`)}
                </option>
              ))}
            </select>
          )}
        </PlanField>
        <PlanField label={t('questionnaires.itemCode')} hint={t('questionnaires.itemCodeHint')} fault={faultOf('code')}>
          {(control) => (
            <input
              {...control}
              className="input"
              maxLength={60}
              readOnly={change === null}
              value={item.code}
              onChange={({ target }) => put({ code: target.value })}
            />
          )}
        </PlanField>
        {kind === 'rating' && (
          <>
            <Scale
              label={t('questionnaires.scaleMin')}
              value={item.scaleMin}
              put={change && ((scaleMin) => put({ scaleMin }))}
              fault={faultOf('scaleMin')}
            />
            <Scale
              label={t('questionnaires.scaleMax')}
              value={item.scaleMax}
              put={change && ((scaleMax) => put({ scaleMax }))}
              fault={faultOf('scaleMax')}
            />
          </>
        )}
      </div>
      <div className="item-ticks">
        {tick('obligatory')}
        {(kind === 'rating' || kind === 'recommendation') && tick('asksImportance')}
        {kind === 'rating' && tick('decimals')}
        {kind === 'ranking' && tick('tiesAllowed')}
      </div>
      {offers && (
        <fieldset className="item-options">
          <legend className="b s">{t('questionnaires.options')}</legend>
          {faultOf('options') && (
            <p className="fault" role="alert">
              <Icon name="warning" />
              {faultOf('options')}
            </p>
          )}
          {options.map((option, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: codes are written here, too
            <div key={at} className="item-option">
              <TextField
                label={t('questionnaires.option', { number: at + 1 })}
                text={option.wording}
                language={language}
                change={change && ((wording) => put({ options: options.with(at, { ...option, wording }) }))}
                fault={faultOf(`options.${at}.wording`)}
                max={300}
              />
              <PlanField label={t('questionnaires.itemCode')} fault={faultOf(`options.${at}.code`)}>
                {(control) => (
                  <input
                    {...control}
                    className="input"
                    maxLength={60}
                    readOnly={change === null}
                    value={option.code}
                    onChange={({ target }) => put({ options: options.with(at, { ...option, code: target.value }) })}
                  />
                )}
              </PlanField>
              {change && (
                <span className="option-steps">
                  <button
                    type="button"
                    className="btn ghost"
                    aria-label={`${t('questionnaires.up')}: ${option.code}`}
                    disabled={at === 0}
                    onClick={() => put({ options: options.toSpliced(at, 1).toSpliced(at - 1, 0, option) })}
                  >
                    ↑
                  </button>
                  <button
                    type="button"
                    className="btn ghost"
                    aria-label={`${t('form.remove')}: ${option.code}`}
                    onClick={() => put({ options: options.toSpliced(at, 1) })}
                  >
                    <Icon name="cross" />
                  </button>
                </span>
              )}
            </div>
          ))}
          {change && (
            <button
              type="button"
              className="btn"
              onClick={() => put({ options: [...options, newOption(options.map(({ code }) => code))] })}
            >
              <Icon name="plus" />
              {t('questionnaires.addOption')}
            </button>
          )}
        </fieldset>
      )}
    </>
  )
}

interface ScaleProps {
  label: string
  value: number | null
  put: ((value: number) => void) | null
  fault: string | undefined
}

function Scale({ label, value, put, fault }: ScaleProps) {
  return (
    <PlanField label={label} fault={fault}>
      {(control) => (
        <select
          {...control}
          className="input"
          value={value ?? ''}
          disabled={put === null}
          onChange={({ target }) => put?.(Number(target.value))}
        >
          {Array.from({ length: 11 }, (_, point) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: points are their own names
            <option key={point} value={point}>
              {point}
            </option>
          ))}
        </select>
      )}
    </PlanField>
  )
}
