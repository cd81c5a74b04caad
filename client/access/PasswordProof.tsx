// The password once more, before the second factor is changed.
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../shell/Icon.tsx'

interface PasswordProofProps {
  label: string
  /** The name of what was wrong, or null. */
  send: (password: string) => Promise<string | null>
  cancel?: (() => void) | undefined
}

export function PasswordProof({ label, send, cancel }: PasswordProofProps) {
  const { t } = useTranslation()
  const id = useId()
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setBusy(true)
    setFault(await send(String(new FormData(event.currentTarget).get('present'))))
    setBusy(false)
  }
  return (
    <form className="access-form" onSubmit={submit} aria-label={label}>
      <div className="field">
        <label htmlFor={id}>{t('access.present')}</label>
        <input
          className="input"
          id={id}
          name="present"
          type="password"
          autoComplete="current-password"
          aria-invalid={fault !== null || undefined}
          required
          dir="ltr"
        />
      </div>
      {fault && (
        <p className="fault" role="alert">
          <Icon name="warning" />
          {t(`access.fault.${fault}`)}
        </p>
      )}
      <div className="row-flex">
        <button type="submit" className="btn main" disabled={busy}>
          {busy && <span className="spin" />}
          {label}
        </button>
        {cancel && (
          <button type="button" className="btn" onClick={cancel}>
            {t('common.cancel')}
          </button>
        )}
      </div>
    </form>
  )
}
