// What a session owes before it opens anything: said with its reason, and done at once.
import { useTranslation } from 'react-i18next'
import type { SignInDuty } from '../../schema/sign-in-vocabulary.ts'
import { enter, signOut } from '../graph/session.ts'
import { FactorSetup } from './FactorSetup.tsx'
import { PasswordForm } from './PasswordForm.tsx'
import './access.css'

interface DutyProps {
  duty: SignInDuty
  /** The password that was typed just before. */
  present?: string | undefined
  done: () => void
}

export function Duty({ duty, present, done }: DutyProps) {
  const { t } = useTranslation()
  const goOn = async () => {
    await enter()
    done()
  }
  return (
    <div className="duty">
      <h1>{t(`access.${duty}Duty`)}</h1>
      <p className="m s">{t(`access.${duty}DutyWhy`)}</p>
      {duty === 'password' ? <PasswordForm present={present} done={goOn} /> : <FactorSetup done={goOn} />}
      <button type="button" className="quiet-link" onClick={() => void signOut()}>
        {t('nav.signOut')}
      </button>
    </div>
  )
}
