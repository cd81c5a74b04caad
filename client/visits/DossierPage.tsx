// What to know of a customer before a visit, topic by topic, as it was when the visit was prepared; on paper too.
import { Link, useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { VisitDossierDocument } from '../generated/visit.ts'
import { Bones, Failure, NotFound, Notice } from '../parts/Notices.tsx'
import { Papers } from '../parts/Papers.tsx'
import { dayAndTime, shortCivilDay } from '../words/dates.ts'
import { spanOf } from './visit-time.ts'
import '../case/case.css'
import './visits.css'

export function DossierPage() {
  const { t } = useTranslation()
  const { number } = useParams({ from: '/visits/$number/dossier' })
  const [{ data, error }, load] = useQuery({ query: VisitDossierDocument, variables: { number } })
  const visit = data?.visit
  useEffect(() => {
    document.title = `${t('visit.dossier')} · ${number}`
  }, [t, number])
  if (error && !data) return <Failure error={error} retry={() => load({ requestPolicy: 'network-only' })} />
  if (!data) return <Bones rows={10} />
  if (!visit) return <NotFound />
  const { dossier } = visit
  return (
    <article className="dossier">
      <header>
        <p className="s">
          <Link to="/cases/$number" params={{ number }} className="l">
            {number}
          </Link>{' '}
          <span className="q">{visit.purposeLabel}</span>
        </p>
        <h1>
          {t('visit.dossier')}: <bdi>{visit.account.name}</bdi>
        </h1>
        <p className="m s">
          {[visit.startsAt && spanOf(visit.startsAt, visit.endsAt), visit.place, visit.engineer?.name]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {dossier && <Papers path={`/visits/${number}/dossier`} name={number} toPrint={t('visit.toPrint')} />}
      </header>
      {!dossier && (
        <Notice title={t('visit.noDossierYet')}>
          <p className="m">{t('visit.noDossier')}</p>
        </Notice>
      )}
      {dossier?.sections.map(({ topic, topicLabel, kept, lines }) => (
        <section key={topic}>
          <h2>{topicLabel}</h2>
          {lines.length === 0 && <p className="q s">{t(kept ? 'visit.nothing' : 'visit.notKept')}</p>}
          <ul className="dossier-lines">
            {lines.map(({ text, number: of, at }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines have no ids and never move
              <li key={index}>
                <span dir="auto">{text}</span>
                {of ? (
                  <Link to="/cases/$number" params={{ number: of }} className="l s">
                    {of}
                  </Link>
                ) : (
                  <span />
                )}
                <span className="q s">{at?.length === 10 ? shortCivilDay(at) : at}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {dossier && <p className="q s">{t('visit.asKnown', { when: dayAndTime(dossier.madeAt) })}</p>}
    </article>
  )
}
