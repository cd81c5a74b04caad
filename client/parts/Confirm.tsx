// A button that asks once more before it does what takes something away.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

interface ConfirmProps {
  label: string
  /** Names what it is about, for who does not see the row. */
  of: string
  sure: string
  act: () => Promise<void>
}

export function Confirm({ label, of, sure, act }: ConfirmProps) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  if (!asking) {
    return (
      <button type="button" className="quiet-link" aria-label={`${label}: ${of}`} onClick={() => setAsking(true)}>
        {label}
      </button>
    )
  }
  return (
    <span className="row-flex" role="alert">
      <span className="s">{sure}</span>
      <button type="button" className="btn main" onClick={() => void act().then(() => setAsking(false))}>
        {label}
      </button>
      <button type="button" className="btn" onClick={() => setAsking(false)}>
        {t('common.cancel')}
      </button>
    </span>
  )
}
