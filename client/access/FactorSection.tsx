// The second factor of the own sign-in: whether there is one, and what can be done with it.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { MyAccessDocument } from '../generated/access.ts'
import { authRequest } from '../graph/auth-request.ts'
import { accessFault } from './access-fault.ts'
import { BackupCodes } from './BackupCodes.tsx'
import { FactorSetup } from './FactorSetup.tsx'
import { PasswordProof } from './PasswordProof.tsx'

type Doing = 'setUp' | 'takeAway' | 'newCodes' | null

export function FactorSection({ changed }: { changed: () => void }) {
  const { t } = useTranslation()
  const [{ data }] = useQuery({ query: MyAccessDocument, requestPolicy: 'cache-and-network' })
  const [doing, setDoing] = useState<Doing>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const on = data?.me.person?.hasSecondFactor === true
  const stop = () => setDoing(null)
  const takeAway = async (password: string) => {
    const answer = await authRequest('two-factor/disable', { password })
    if (answer.ok) changed()
    return answer.ok ? null : accessFault(answer)
  }
  const renew = async (password: string) => {
    const answer = await authRequest<{ backupCodes: string[] }>('two-factor/generate-backup-codes', { password })
    if (answer.ok) setCodes(answer.data.backupCodes)
    return answer.ok ? null : accessFault(answer)
  }
  return (
    <section aria-labelledby="access-factor">
      <h2 id="access-factor">
        {t('access.factor')} <span className="tag">{t(on ? 'access.isOn' : 'access.isOff')}</span>
      </h2>
      <p className="s q">{t('access.factorHint')}</p>
      {doing === null && (
        <div className="row-flex">
          {on ? (
            <>
              <button type="button" className="btn" onClick={() => setDoing('newCodes')}>
                {t('access.newCodes')}
              </button>
              <button type="button" className="btn" onClick={() => setDoing('takeAway')}>
                {t('access.takeAway')}
              </button>
            </>
          ) : (
            <button type="button" className="btn" onClick={() => setDoing('setUp')}>
              {t('access.setUp')}
            </button>
          )}
        </div>
      )}
      {doing === 'setUp' && <FactorSetup done={changed} cancel={stop} />}
      {doing === 'takeAway' && <PasswordProof label={t('access.takeAway')} send={takeAway} cancel={stop} />}
      {doing === 'newCodes' && !codes && <PasswordProof label={t('access.newCodes')} send={renew} cancel={stop} />}
      {doing === 'newCodes' && codes && <BackupCodes codes={codes} done={changed} />}
    </section>
  )
}
