// What can be done with the chosen claims: counted first, then comment, give to somebody, or a step that all of them can take.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type OperationResult, useClient } from 'urql'
import type { claimsAsked } from '../../schema/list-asked.ts'
import { mostBulkRows } from '../../schema/list-views.ts'
import { type BulkClaim, type BulkClaimsData, BulkClaimsDocument, type BulkClaimsVariables } from '../generated/bulk.ts'
import { Icon } from '../shell/Icon.tsx'
import { useMe } from '../shell/me.ts'
import { BulkSheet } from './BulkSheet.tsx'
import { bulkSteps } from './bulk-steps.ts'
import { Menu } from './Menu.tsx'
import type { Selection } from './selection.ts'

interface BulkBarProps {
  selection: Selection
  asked: ReturnType<typeof claimsAsked>
  total: number | null
  /** Rows of the list that are loaded. */
  loaded: number
  done: () => void
}

export function BulkBar({ selection, asked, total, loaded, done }: BulkBarProps) {
  const { t } = useTranslation()
  const { actions } = useMe()
  const graph = useClient()
  const [rows, setRows] = useState<readonly BulkClaim[] | null>(null)
  const [counting, setCounting] = useState(false)
  const [event, setEvent] = useState<string | null>(null)
  const [lost, setLost] = useState(false)
  const count = selection.whole ? Math.min(total ?? loaded, mostBulkRows) : selection.ids.size
  if (count === 0 && !event) return null
  const begin = async (chosen: string) => {
    setCounting(true)
    setLost(false)
    const ids = [...selection.ids]
    const filters = selection.whole
      ? [asked.filter]
      : Array.from({ length: Math.ceil(ids.length / 50) }, (_, at) => ({ ids: ids.slice(at * 50, at * 50 + 50) }))
    const found: BulkClaim[] = []
    for (const filter of filters) {
      let after: string | null = null
      do {
        const variables: BulkClaimsVariables = { filter, order: asked.order, after }
        const answer: OperationResult<BulkClaimsData> = await graph
          .query(BulkClaimsDocument, variables, { requestPolicy: 'network-only' })
          .toPromise()
        const { data } = answer
        if (!data) {
          setCounting(false)
          return setLost(true)
        }
        found.push(...data.claims.nodes)
        after = data.claims.pageInfo.hasNextPage ? data.claims.pageInfo.endCursor : null
      } while (after !== null && found.length < mostBulkRows)
    }
    setRows(found.slice(0, mostBulkRows))
    setCounting(false)
    setEvent(chosen)
  }
  const able = bulkSteps.filter((step) => actions.includes(`claim.${step.event}`))
  return (
    <>
      <section className="bulk-bar" aria-label={t('bulk.title')}>
        <button type="button" className="btn ghost" onClick={selection.clear}>
          <Icon name="cross" title={t('bulk.clear')} />
        </button>
        <b className="md">{t('bulk.chosen', { count })}</b>
        {!selection.whole && total !== null && total > selection.ids.size && selection.ids.size >= loaded && (
          <button type="button" className="quiet-link" onClick={selection.chooseWhole}>
            {t('bulk.whole', { count: Math.min(total, mostBulkRows) })}
          </button>
        )}
        <span className="space" />
        {counting && <span className="spin" role="status" aria-label={t('bulk.counting')} />}
        {lost && (
          <span className="s danger" role="alert">
            {t('common.lost')}
          </span>
        )}
        {actions.includes('case.comment') && (
          <button type="button" className="btn" onClick={() => void begin('comment')}>
            {t('bulk.comment')}
          </button>
        )}
        {able.length > 0 && (
          <Menu up end label={t('bulk.more')}>
            {able.map((step) => (
              <button key={step.event} type="button" className="entry" onClick={() => void begin(step.event)}>
                {t(`label.claimEvent.${step.event}`)}
              </button>
            ))}
          </Menu>
        )}
      </section>
      {event && rows && (
        <BulkSheet
          event={event}
          rows={rows}
          close={(changed) => {
            setEvent(null)
            setRows(null)
            if (changed) {
              selection.clear()
              done()
            }
          }}
        />
      )}
    </>
  )
}
