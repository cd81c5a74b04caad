// The second step of signing in: the code of the authenticator, or one of the backup codes.
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { authRequest } from '../graph/auth-request.ts'
import { enter } from '../graph/session.ts'
import { Icon } from '../shell/Icon.tsx'
import { accessFault } from './access-fault.ts'
import { CodeInput } from './CodeInput.tsx'
import './access.css'

interface CodeFormProps {
  done: () => void
  /** Back to the password: what was begun has ended, or somebody else signs in. */
  back: () => void
}

export function CodeForm({ done, back }: CodeFormProps) {
  const { t } = useTranslation()
  const id = useId()
  const [backup, setBackup] = useState(false)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const code = String(new FormData(form).get('code'))
    setBusy(true)
    const answer = await authRequest(`two-factor/${backup ? 'verify-backup-code' : 'verify-totp'}`, { code })
    const lost = answer.ok ? await enter() : null
    setBusy(false)
    if (answer.ok && !lost) return done()
    setFault(answer.ok ? 'lost' : accessFault(answer))
    form.reset()
    form.querySelector('input')?.focus()
  }
  const turn = () => {
    setBackup(!backup)
    setFault(null)
  }
  return (
    <div className="duty">
      <h1>{t('access.second')}</h1>
      <p className="m s">{t(backup ? 'access.backupHint' : 'access.codeHint')}</p>
      <form className="access-form" onSubmit={submit}>
        {backup ? (
          <div className="field">
            <label htmlFor={id}>{t('access.backupCode')}</label>
            <input
              className="input"
              key="backup"
              id={id}
              name="code"
              autoComplete="off"
              maxLength={20}
              required
              dir="ltr"
            />
          </div>
        ) : (
          <CodeInput faulty={fault !== null} />
        )}
        {fault && (
          <p className="fault" role="alert">
            <Icon name="warning" />
            {t(`access.fault.${fault}`)}
          </p>
        )}
        <button type="submit" className="btn main" disabled={busy}>
          {busy && <span className="spin" />}
          {t('signIn.go')}
        </button>
      </form>
      <button type="button" className="quiet-link" onClick={turn}>
        {t(backup ? 'access.useDevice' : 'access.useBackup')}
      </button>
      <button type="button" className="quiet-link" onClick={back}>
        {t('access.startAgain')}
      </button>
    </div>
  )
}
