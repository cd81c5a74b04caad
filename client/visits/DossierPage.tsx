// What to know of a customer before a visit, topic by topic, as it was when the visit was prepared; on paper too.
import { Link, useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { VisitDossierDocument } from '../generated/visit.ts'
import { Bones, Failure, NotFound, Notice } from '../parts/Notices.tsx'
import { Icon } from '../shell/Icon.tsx'
import { dayAndTime, shortDay } from '../words/dates.ts'
import { chosenLanguage } from '../words/language.ts'
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
        {dossier && <Papers number={number} />}
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
                <span className="q s">{at && shortDay(at)}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {dossier && <p className="q s">{t('visit.asKnown', { when: dayAndTime(dossier.madeAt) })}</p>}
    </article>
  )
}

/** The PDF that the server prints; where it cannot, it says why, and the reader's own browser prints the page. */
function Papers({ number }: { number: string }) {
  const { t } = useTranslation()
  const [state, setState] = useState<'making' | { refused: string } | null>(null)
  const make = async () => {
    setState('making')
    const headers = { 'Accept-Language': chosenLanguage() }
    const response = await fetch(`/visits/${number}/dossier.pdf`, { headers }).catch(() => null)
    if (!response?.ok) {
      const said = await response?.json().catch(() => null)
      return setState({ refused: said?.message ?? t('common.lost') })
    }
    const address = URL.createObjectURL(await response.blob())
    Object.assign(document.createElement('a'), { href: address, download: `${number}.pdf` }).click()
    setTimeout(() => URL.revokeObjectURL(address), 60_000)
    setState(null)
  }
  return (
    <div className="row-flex papers">
      <button
        type="button"
        className="btn"
        aria-disabled={state === 'making' || undefined}
        onClick={() => void (state !== 'making' && make())}
      >
        {state === 'making' ? <span className="spin" /> : <Icon name="file" />}
        {t('visit.pdf')}
      </button>
      <a className="l s" href={`/visits/${number}/dossier.html`} target="_blank" rel="noreferrer">
        {t('visit.toPrint')}
      </a>
      {state !== null && state !== 'making' && (
        <p className="fault" role="alert">
          <Icon name="warning" />
          {state.refused}
        </p>
      )}
    </div>
  )
}
