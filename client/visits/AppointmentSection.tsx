// When, where and with whom; whether the customer agreed; what to know before and to take along.
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { VisitView } from '../case/case-view.ts'
import { Icon } from '../shell/Icon.tsx'
import { civilDay, dayAndTime, languageName } from '../words/dates.ts'
import { AgreedState } from './AgreedState.tsx'
import { spanOf } from './visit-time.ts'

export function AppointmentSection({ visit }: { visit: VisitView }) {
  const { t } = useTranslation()
  const { about, askedBy, engineer, host, team, wishedFrom, wishedTo } = visit
  const wished = [wishedFrom, wishedTo].flatMap((day) => (day ? civilDay(day) : []))
  const facts = [
    [t('visit.when'), visit.startsAt && spanOf(visit.startsAt, visit.endsAt)],
    [t('visit.wished'), !visit.startsAt && wished.length > 0 && wished.join(' – ')],
    [t('visit.where'), [visit.place, visit.room].filter(Boolean).join(', ')],
    [t('visit.engineer'), engineer?.name],
    [t('visit.team'), team?.map(({ name }) => name).join(', ')],
    [t('visit.host'), host?.name],
    [t('visit.purpose'), visit.purposeLabel],
    [t('visit.order'), visit.orderNumber],
    [t('visit.origin'), `${visit.originLabel}, ${dayAndTime(visit.requestedAt)}`],
    [
      t('visit.askedBy'),
      askedBy && [askedBy.name, askedBy.jobTitle, languageName(askedBy.language)].filter(Boolean).join(', '),
    ],
    [t('visit.ahead'), visit.aheadReason],
  ].flatMap(([label, value]) => (label && value ? [{ label, value }] : []))
  return (
    <section>
      <div className="section-head">
        <h2>{t('visit.appointment')}</h2>
        <AgreedState visit={visit} />
      </div>
      {visit.occasion && visit.occasion !== visit.title && (
        <p className="told" dir="auto">
          {visit.occasion}
        </p>
      )}
      <dl className="facts">
        {facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
        {about && (
          <div>
            <dt>{t('visit.about')}</dt>
            <dd>
              <Link to="/cases/$number" params={{ number: about.number }} className="l">
                {about.number}
              </Link>{' '}
              <bdi>{about.title}</bdi>
            </dd>
          </div>
        )}
      </dl>
      <p className="row-flex visit-papers">
        {visit.startsAt && (
          <a className="btn" href={`/visits/${visit.number}/visit.ics`} download>
            <Icon name="clock" />
            {t('visit.toCalendar')}
          </a>
        )}
        {visit.dossier ? (
          <Link to="/visits/$number/dossier" params={{ number: visit.number }} className="btn">
            <Icon name="file" />
            {t('visit.dossierOf', { when: dayAndTime(visit.dossier.madeAt) })}
          </Link>
        ) : (
          <span className="q s">{t('visit.noDossier')}</span>
        )}
      </p>
    </section>
  )
}
