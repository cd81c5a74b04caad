// Sign-in: as a page of its own, or over the page whose session has ended, so that nothing on it is lost.
import { type FormEvent, lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDevice } from '../device/device.ts'
import { type SignInFault, signIn, useSession } from '../graph/session.ts'
import { Avatar } from '../parts/Avatar.tsx'
import { chooseLanguage, chosenLanguage, type Language, languages } from '../words/language.ts'
import { withWords } from '../words/with-words.ts'
import { Icon } from './Icon.tsx'
import { Mark } from './SideBar.tsx'

const Duty = lazy(
  withWords(['access'], () => import('../access/Duty.tsx').then(({ Duty: default_ }) => ({ default: default_ }))),
)
const CodeForm = lazy(
  withWords(['access'], () =>
    import('../access/CodeForm.tsx').then(({ CodeForm: default_ }) => ({ default: default_ })),
  ),
)

interface DemoPerson {
  name: string
  email: string
  roles: string[]
  password: string
}

interface SignInProps {
  done: () => void
  hint?: string
}

export function SignInPage({ done, hint }: SignInProps) {
  const { t } = useTranslation()
  const [fault, setFault] = useState<SignInFault | null>(null)
  const [typed, setTyped] = useState<string>()
  const [asksCode, setAsksCode] = useState(false)
  const session = useSession()
  const duty = session === 'password' || session === 'secondFactor' ? session : null
  const [busy, setBusy] = useState(false)
  const people = useDemoPeople()
  const waits = useDevice().outbox.list().length > 0
  const enter = async (email: string, password: string) => {
    setBusy(true)
    const result = await signIn(email, password)
    setBusy(false)
    setTyped(result ? undefined : password)
    setAsksCode(result === 'code')
    setFault(result === 'code' ? null : result)
    if (!result) done()
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    void enter(String(form.get('email')), String(form.get('password')))
  }
  return (
    <main className="sign-in">
      <section>
        <div className="brand" style={{ paddingInline: 0 }}>
          <Mark />
          <span>{t('brand')}</span>
        </div>
        <Suspense>
          {duty && <Duty duty={duty} present={typed} done={done} />}
          {!duty && asksCode && <CodeForm done={done} back={() => setAsksCode(false)} />}
        </Suspense>
        {!duty && !asksCode && (
          <form onSubmit={submit}>
            <div>
              <h1>{t('signIn.title')}</h1>
              <p className="m s">{hint ?? t('product')}</p>
            </div>
            <div className="field">
              <label htmlFor="email">{t('signIn.email')}</label>
              <input
                className="input"
                id="email"
                name="email"
                type="email"
                autoComplete="username"
                required
                dir="ltr"
              />
            </div>
            <div className="field">
              <label htmlFor="password">{t('signIn.password')}</label>
              <input
                className="input"
                id="password"
                name="password"
                type="password"
                autoComplete="current-password"
                required
                dir="ltr"
              />
            </div>
            {fault && (
              <p className="fault" role="alert">
                <Icon name="warning" />
                {t(`signIn.${fault}`)}
              </p>
            )}
            <button type="submit" className="btn main" disabled={busy}>
              {busy && <span className="spin" />}
              {t('signIn.go')}
            </button>
            {waits && <p className="s q">{t('signIn.other')}</p>}
          </form>
        )}
        {hint === undefined && (
          <fieldset className="segments sign-in-languages" aria-label={t('nav.language')}>
            {Object.entries(languages).map(([word, name]) => (
              <button
                key={word}
                type="button"
                lang={word}
                aria-pressed={chosenLanguage() === word}
                onClick={() => chooseLanguage(word as Language)}
              >
                {name}
              </button>
            ))}
          </fieldset>
        )}
      </section>
      {people.length > 0 && !duty && !asksCode && (
        <section className="demo-people" aria-labelledby="demo-people">
          <h2 id="demo-people">{t('signIn.demo')}</h2>
          <p className="s q">{t('signIn.demoHint')}</p>
          <ul>
            {people.map(({ name, email, roles, password }) => (
              <li key={email}>
                <button type="button" disabled={busy} onClick={() => void enter(email, password)}>
                  <Avatar name={name} />
                  <span>
                    {name}
                    <br />
                    <span className="xs q">{roles.map((role) => t(`label.role.${role}`)).join(', ')}</span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </main>
  )
}

export function SignInAgain({ done }: SignInProps) {
  const { t } = useTranslation()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog className="sheet" ref={dialog} aria-label={t('signIn.title')} onCancel={(event) => event.preventDefault()}>
      <SignInPage done={done} hint={t('signIn.again')} />
    </dialog>
  )
}

function useDemoPeople(): DemoPerson[] {
  const [people, setPeople] = useState<DemoPerson[]>([])
  useEffect(() => {
    fetch('/demo-sign-ins')
      .then((response) => (response.ok ? response.json() : []))
      .then(setPeople, () => undefined)
  }, [])
  return people
}
