// The own visits in one's own calendar: a secret address, shown once, made anew or ended.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient, useQuery } from 'urql'
import { CalendarFeedDocument, CreateCalendarFeedDocument, EndCalendarFeedDocument } from '../generated/feed.ts'
import { SecretAddress } from '../parts/SecretAddress.tsx'
import { Icon } from '../shell/Icon.tsx'
import { useMe } from '../shell/me.ts'
import { dayAndTime } from '../words/dates.ts'

export function FeedSettings() {
  const { t } = useTranslation()
  const graph = useClient()
  const { actions } = useMe()
  const [{ data }, load] = useQuery({ query: CalendarFeedDocument })
  const [address, setAddress] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  if (!actions.includes('calendar.feed')) return null
  const since = data?.calendarFeedSince
  const make = async () => {
    const { data: made } = await graph.mutation(CreateCalendarFeedDocument, { replace: since != null }).toPromise()
    const answer = made?.answer
    if (answer?.__typename === 'CalendarFeedMade') setAddress(`${location.origin}${answer.path}`)
    setRefusal(answer?.__typename === 'CalendarFeedMade' ? null : (answer?.text ?? t('common.lost')))
    load({ requestPolicy: 'network-only' })
  }
  const end = async () => {
    if (!since) return
    const variables = { since, key: crypto.randomUUID() }
    const { data: ended } = await graph.mutation(EndCalendarFeedDocument, variables).toPromise()
    const answer = ended?.answer
    if (answer?.__typename === 'CalendarFeedEnded') setAddress(null)
    setRefusal(answer?.__typename === 'CalendarFeedEnded' ? null : (answer?.text ?? t('common.lost')))
    load({ requestPolicy: 'network-only' })
  }
  return (
    <section className="feed">
      <h2>{t('visits.feed')}</h2>
      <p className="m s">{t('visits.feedHint')}</p>
      {since && <p className="s">{t('visits.feedSince', { when: dayAndTime(since) })}</p>}
      {address && (
        <SecretAddress
          address={address}
          words={{
            once: t('visits.feedOnce'),
            address: t('visits.feedAddress'),
            copy: t('visits.feedCopy'),
            copied: t('visits.feedCopied'),
          }}
        />
      )}
      {refusal && (
        <p className="fault" role="alert">
          <Icon name="warning" />
          {refusal}
        </p>
      )}
      <div className="row-flex">
        <button type="button" className="btn" onClick={() => void make()}>
          {t(since ? 'visits.feedAnew' : 'visits.feedMake')}
        </button>
        {since && (
          <button type="button" className="btn ghost" onClick={() => void end()}>
            {t('visits.feedEnd')}
          </button>
        )}
      </div>
    </section>
  )
}
