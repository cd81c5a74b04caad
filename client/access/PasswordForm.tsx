// Asks for a new password, says the rules before and what was wrong after.
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { authRequest } from '../graph/auth-request.ts'
import { Icon } from '../shell/Icon.tsx'
import { accessFault } from './access-fault.ts'

interface PasswordFormProps {
  /** The present password where it was typed just before; otherwise it is asked for. */
  present?: string | undefined
  done: () => unknown
}

export function PasswordForm({ present, done }: PasswordFormProps) {
  const { t } = useTranslation()
  const id = useId()
  const [shown, show] = useState(false)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const type = shown ? 'text' : 'password'
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const currentPassword = present ?? String(form.get('present'))
    setBusy(true)
    const answer = await authRequest('change-password', { currentPassword, newPassword: String(form.get('next')) })
    if (answer.ok) await done()
    setFault(answer.ok ? null : accessFault(answer))
    setBusy(false)
  }
  return (
    <form className="access-form" onSubmit={submit} aria-label={t('access.choose')}>
      {present === undefined && (
        <div className="field">
          <label htmlFor={`${id}-present`}>{t('access.present')}</label>
          <input
            className="input"
            id={`${id}-present`}
            name="present"
            type={type}
            autoComplete="current-password"
            required
            dir="ltr"
          />
        </div>
      )}
      <div className="field">
        <label htmlFor={`${id}-next`}>{t('access.next')}</label>
        <input
          className="input"
          id={`${id}-next`}
          name="next"
          type={type}
          autoComplete="new-password"
          minLength={12}
          maxLength={128}
          aria-describedby={`${id}-rules`}
          aria-invalid={fault !== null || undefined}
          required
          dir="ltr"
        />
        <p className="s q" id={`${id}-rules`}>
          {t('access.rules')}
        </p>
      </div>
      <label className="tick">
        <input type="checkbox" checked={shown} onChange={() => show(!shown)} />
        {t('access.show')}
      </label>
      {fault && (
        <p className="fault" role="alert">
          <Icon name="warning" />
          {t(`access.fault.${fault}`)}
        </p>
      )}
      <button type="submit" className="btn main" disabled={busy}>
        {busy && <span className="spin" />}
        {t('access.choose')}
      </button>
    </form>
  )
}
