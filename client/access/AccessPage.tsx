// What a person signs in with, where he is signed in, and what happened to it.
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ChangeTrail } from './ChangeTrail.tsx'
import { FactorSection } from './FactorSection.tsx'
import { PasswordForm } from './PasswordForm.tsx'
import { SessionList } from './SessionList.tsx'
import './access.css'

export function AccessPage() {
  const { t } = useTranslation()
  const [changed, setChanged] = useState(0)
  const [told, setTold] = useState(false)
  useEffect(() => {
    document.title = t('access.title')
  }, [t])
  return (
    <div className="access">
      <header>
        <h1>{t('access.title')}</h1>
      </header>
      <section aria-labelledby="access-password">
        <h2 id="access-password">{t('access.password')}</h2>
        <p role="status" className="s m">
          {told && t('access.passwordChanged')}
        </p>
        <PasswordForm
          key={changed}
          done={() => {
            setTold(true)
            setChanged(changed + 1)
          }}
        />
      </section>
      <FactorSection key={`factor-${changed}`} changed={() => setChanged(changed + 1)} />
      <SessionList key={`sessions-${changed}`} />
      <ChangeTrail key={`trail-${changed}`} />
    </div>
  )
}
