// Follow-ups: how many were called in time, and each with what can be done about it now.
import { Link, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { type FollowUpsData, FollowUpsDocument, OneFollowUpDocument } from '../generated/acting.ts'
import { percent } from '../management/figures-text.ts'
import { Bones, Failure, NotFound } from '../parts/Notices.tsx'
import { FollowUpCard } from './FollowUpCard.tsx'

const shown = ['open', 'all'] as const

export function FollowUpPart() {
  const { t } = useTranslation()
  const { followUp, wave, region } = useSearch({ from: '/satisfaction/acting' })
  const [states, setStates] = useState<(typeof shown)[number]>('open')
  const [after, setAfter] = useState<string | null>(null)
  const filter = useMemo(() => ({ waveIds: wave ? [wave] : null, regionIds: region ? [region] : null }), [wave, region])
  const variables = { filter, states: states === 'open' ? (['open', 'called'] as const) : null, after }
  const [{ data, error }, load] = useQuery({ query: FollowUpsDocument, variables })
  const [{ data: one }] = useQuery({ query: OneFollowUpDocument, variables: { id: followUp ?? '' }, pause: !followUp })
  const again = () => load({ requestPolicy: 'network-only' })
  if (error && !data) return <Failure error={error} retry={again} />
  if (!data) return <Bones rows={8} />
  if (!data.followUps) return <NotFound />
  const named = one?.node?.__typename === 'FollowUp' ? one.node : null
  const rows = [...(named ? [named] : []), ...data.followUps.nodes.filter(({ id }) => id !== named?.id)]
  return (
    <>
      <Loop loop={data.loopClosing} />
      <div className="row-flex acting-tools">
        <fieldset className="segments" aria-label={t('acting.shown')}>
          {shown.map((word) => (
            <button
              key={word}
              type="button"
              aria-pressed={states === word}
              onClick={() => {
                setStates(word)
                setAfter(null)
              }}
            >
              {t(`acting.show.${word}`)}
            </button>
          ))}
        </fieldset>
        {(wave || region) && (
          <Link to="/satisfaction/acting" search={{ part: 'followUps' }} className="l s">
            {t('acting.everything')}
          </Link>
        )}
      </div>
      {rows.length === 0 && <p className="m none">{t('acting.noFollowUps')}</p>}
      <ul className="acting-list">
        {rows.map((row) => (
          <li key={row.id}>
            <FollowUpCard row={row} opened={row.id === followUp} changed={again} />
          </li>
        ))}
      </ul>
      {data.followUps.pageInfo.hasNextPage && (
        <button type="button" className="l" onClick={() => setAfter(data.followUps?.pageInfo.endCursor ?? null)}>
          {t('acting.more')}
        </button>
      )}
    </>
  )
}

function Loop({ loop }: { loop: FollowUpsData['loopClosing'] }) {
  const { t } = useTranslation()
  if (!loop) return null
  return (
    <dl className="loop">
      {(['detractors', 'all'] as const).map((of) => {
        const figures = loop[of]
        if (!figures) return null
        return (
          <div key={of}>
            <dt className="s m">{t(`acting.loop.${of}`)}</dt>
            <dd className="loop-share">{figures.share === null ? '–' : percent(figures.share)}</dd>
            <dd className="s q">{t('acting.loop.of', figures)}</dd>
          </div>
        )
      })}
    </dl>
  )
}
