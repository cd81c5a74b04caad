// Sets up an authenticator: the password, the picture to take, its first code, then the backup codes.
import { type FormEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { renderSVG } from 'uqr'
import { authRequest } from '../graph/auth-request.ts'
import { Icon } from '../shell/Icon.tsx'
import { accessFault } from './access-fault.ts'
import { BackupCodes } from './BackupCodes.tsx'
import { CodeInput } from './CodeInput.tsx'
import { PasswordProof } from './PasswordProof.tsx'

interface Begun {
  totpURI: string
  backupCodes: string[]
}

interface FactorSetupProps {
  done: () => unknown
  cancel?: () => void
}

export function FactorSetup({ done, cancel }: FactorSetupProps) {
  const { t } = useTranslation()
  const [begun, setBegun] = useState<Begun | null>(null)
  const [proved, setProved] = useState(false)
  if (begun && proved) return <BackupCodes codes={begun.backupCodes} done={done} />
  if (begun) return <FirstCode uri={begun.totpURI} done={() => setProved(true)} cancel={cancel} />
  const send = async (password: string) => {
    const answer = await authRequest<Begun>('two-factor/enable', { password })
    if (answer.ok) setBegun(answer.data)
    return answer.ok ? null : accessFault(answer)
  }
  return <PasswordProof label={t('access.setUp')} send={send} cancel={cancel} />
}

function FirstCode({ uri, done, cancel }: { uri: string; done: () => void; cancel: (() => void) | undefined }) {
  const { t } = useTranslation()
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const picture = useMemo(() => `data:image/svg+xml,${encodeURIComponent(renderSVG(uri, { border: 2 }))}`, [uri])
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    setBusy(true)
    const answer = await authRequest('two-factor/verify-totp', { code: String(new FormData(form).get('code')) })
    setBusy(false)
    if (answer.ok) return done()
    setFault(accessFault(answer))
    form.reset()
  }
  return (
    <form className="access-form" onSubmit={submit} aria-label={t('access.setUp')}>
      <p className="m s">{t('access.scan')}</p>
      <img className="access-picture" src={picture} alt={t('access.picture')} width={200} height={200} />
      <p className="s">
        {t('access.typeInstead')} <code dir="ltr">{secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
      <CodeInput faulty={fault !== null} />
      {fault && (
        <p className="fault" role="alert">
          <Icon name="warning" />
          {t(`access.fault.${fault}`)}
        </p>
      )}
      <div className="row-flex">
        <button type="submit" className="btn main" disabled={busy}>
          {busy && <span className="spin" />}
          {t('access.turnOn')}
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
