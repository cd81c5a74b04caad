// What a session owes before it opens anything: said with its reason, and done at once.
import { useTranslation } from 'react-i18next'
import { enter, signOut } from '../graph/session.ts'
import { PasswordForm } from './PasswordForm.tsx'
import './access.css'

interface DutyProps {
  /** The password that was typed just before. */
  present?: string | undefined
  done: () => void
}

export function Duty({ present, done }: DutyProps) {
  const { t } = useTranslation()
  const goOn = async () => {
    await enter()
    done()
  }
  return (
    <div className="duty">
      <h1>{t('access.passwordDuty')}</h1>
      <p className="m s">{t('access.passwordDutyWhy')}</p>
      <PasswordForm present={present} done={goOn} />
      <button type="button" className="quiet-link" onClick={() => void signOut()}>
        {t('nav.signOut')}
      </button>
    </div>
  )
}
