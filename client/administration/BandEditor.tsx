// One band of the approval matrix: its limit and the steps of its route.
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { approverKey, approvers, type Band, toggled, withStep } from './approval-matrix.ts'
import type { FieldFault } from './use-setting.ts'

interface BandEditorProps {
  band: Band
  /** The last one has no limit and stays. */
  last: boolean
  faults: readonly FieldFault[]
  /** Null takes the band away. */
  change: (band: Band | null) => void
}

export function BandEditor({ band, last, faults, change }: BandEditorProps) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <fieldset className="band">
      <legend>{last ? t('administration.above') : t('administration.upTo')}</legend>
      {!last && (
        <div className="row-flex">
          <input
            className="input"
            id={id}
            aria-label={t('administration.upTo')}
            inputMode="decimal"
            value={band.upTo}
            onChange={({ target }) => change({ ...band, upTo: target.value })}
          />
          <button type="button" className="quiet-link" onClick={() => change(null)}>
            {t('administration.removeBand')}
          </button>
        </div>
      )}
      {faults.map(({ field, text }) => (
        <p key={field} className="fault" role="alert">
          {text}
        </p>
      ))}
      {band.steps.length === 0 && <p className="s m">{t('administration.noApproval')}</p>}
      {band.steps.map((step, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps have no identity but their place
        <div key={at} className="row-flex band-step">
          <select
            className="input"
            aria-label={t('administration.needed')}
            value={step.needed}
            onChange={({ target }) => change(withStep(band, at, { ...step, needed: Number(target.value) }))}
          >
            {[1, 2, 3, 4, 5].map((one) => (
              <option key={one} value={one}>
                {one} ×
              </option>
            ))}
          </select>
          {approvers.map((approver) => (
            <label key={approver} className="tick">
              <input
                type="checkbox"
                checked={step.of.includes(approver)}
                onChange={() => change(withStep(band, at, toggled(step, approver)))}
              />
              {t(approverKey(approver))}
            </label>
          ))}
          <button type="button" className="quiet-link" onClick={() => change(withStep(band, at, null))}>
            {t('administration.remove')}
          </button>
        </div>
      ))}
      <button
        type="button"
        className="quiet-link"
        onClick={() => change(withStep(band, band.steps.length, { needed: 1, of: [] }))}
      >
        {t('administration.addStep')}
      </button>
    </fieldset>
  )
}
