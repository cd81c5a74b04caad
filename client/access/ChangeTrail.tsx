// What happened to the own password and second factor, so that a stranger's hand is seen.
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { MyAccessDocument } from '../generated/access.ts'
import { useMe } from '../shell/me.ts'
import { dayAndTime } from '../words/dates.ts'

export function ChangeTrail() {
  const { t } = useTranslation()
  const { personId } = useMe()
  const [{ data }] = useQuery({ query: MyAccessDocument, requestPolicy: 'network-only' })
  const changes = data?.me.person?.signInChanges ?? []
  if (changes.length === 0) return null
  return (
    <section aria-labelledby="access-trail">
      <h2 id="access-trail">{t('access.trail')}</h2>
      <ul className="access-list">
        {changes.map(({ label, at, by }) => (
          <li key={`${at} ${label}`}>
            <span>{label}</span>
            <span className="s q">
              {by && by.id !== personId && <bdi>{by.name} · </bdi>}
              <time dateTime={at}>{dayAndTime(at)}</time>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
