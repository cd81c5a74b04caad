// Six digits of an authenticator, as telephones offer to fill them in.
import { useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'

export function CodeInput({ faulty }: { faulty: boolean }) {
  const { t } = useTranslation()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  return (
    <div className="field">
      <label htmlFor={id}>{t('access.code')}</label>
      <input
        className="input access-code"
        ref={input}
        id={id}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        pattern="[0-9]{6}"
        maxLength={6}
        title={t('access.sixDigits')}
        aria-invalid={faulty || undefined}
        required
        dir="ltr"
      />
    </div>
  )
}
