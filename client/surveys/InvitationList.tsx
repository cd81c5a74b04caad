// The invitations of a wave: filtered by state and region, chosen to be reminded, which can be taken back for a moment.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from 'urql'
import {
  type InvitationRow,
  type InvitationsData,
  InvitationsDocument,
  RemindInvitationsDocument,
  WithdrawRemindersDocument,
} from '../generated/surveys.ts'
import { useSelection } from '../lists/selection.ts'
import { usePages } from '../lists/use-pages.ts'
import { VirtualTable } from '../lists/VirtualTable.tsx'
import { saveCsv } from '../management/csv.ts'
import { Pick } from '../management/Pick.tsx'
import { Bones, Failure } from '../parts/Notices.tsx'
import { Undo } from '../parts/Undo.tsx'
import { Icon } from '../shell/Icon.tsx'
import { useMe } from '../shell/me.ts'
import { InvitationDetails } from './InvitationDetails.tsx'
import { InvitationLine } from './InvitationLine.tsx'
import type { ShownWave } from './shown-wave.ts'
import { useSurveyCommand } from './use-survey-command.ts'
import { countOf } from './wave-figures.ts'

const mostAtOnce = 100
const states = ['queued', 'sent', 'opened', 'answered', 'declined', 'expired', 'undeliverable'] as const
const pageOf = ({ node }: InvitationsData) => (node && 'invitations' in node ? node.invitations : null)

export function InvitationList({ wave, again }: { wave: ShownWave; again: () => void }) {
  const { t } = useTranslation()
  const graph = useClient()
  const send = useSurveyCommand()
  const runs = useMe().actions.includes('survey.run')
  const selection = useSelection()
  const [state, setState] = useState<InvitationRow['state'] | undefined>()
  const [region, setRegion] = useState<string | undefined>()
  const [open, setOpen] = useState<InvitationRow | null>(null)
  const [told, setTold] = useState<{ text: string; messageIds: readonly string[] } | null>(null)
  const [refusal, setRefusal] = useState('')
  const list = usePages(InvitationsDocument, { id: wave.id, state: state ?? null, region: region ?? null }, pageOf)
  const counts = region
    ? (wave.invitationsByRegion.find((one) => one.region?.id === region)?.counts ?? [])
    : wave.invitationCounts
  const total = countOf(counts, ...(state ? [state] : states))
  const chosen = (selection.whole ? list.rows : list.rows.filter(({ id }) => selection.ids.has(id))).slice(
    0,
    mostAtOnce,
  )
  const remind = async () => {
    const outcome = await send(RemindInvitationsDocument, {
      waveId: wave.id,
      invitationIds: chosen.map(({ id }) => id),
    })
    setRefusal(outcome.kind === 'refused' ? [outcome.text, ...outcome.faults.map(({ text }) => text)].join(' ') : '')
    if (outcome.kind !== 'done') return
    const { messageIds, leftOut } = outcome.answer
    const words = [t('surveys.reminded', { count: messageIds.length })]
    if (leftOut > 0) words.push(t('surveys.remindLeftOut', { count: leftOut }))
    setTold({ text: words.join(' '), messageIds })
    selection.clear()
    list.again()
  }
  const takeBack = async (messageIds: readonly string[]) => {
    await send(WithdrawRemindersDocument, { waveId: wave.id, messageIds })
    list.again()
  }
  /** Everything of the view, as it is filtered. */
  const save = async () => {
    const rows: InvitationRow[] = []
    let after: string | null = null
    do {
      const variables = { id: wave.id, state: state ?? null, region: region ?? null, after }
      const answer: { data?: InvitationsData | undefined } = await graph
        .query(InvitationsDocument, variables, { requestPolicy: 'network-only' })
        .toPromise()
      const page = answer.data ? pageOf(answer.data) : null
      rows.push(...(page?.nodes ?? []))
      after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
    } while (after)
    const heads = ['customer', 'contact', 'channel', 'state', 'sent', 'openedAt', 'answeredAt', 'reminders'].map(
      (head) => t(`surveys.column.${head}`),
    )
    saveCsv(wave.name, [
      heads,
      ...rows.map((row) => [
        ...[row.account.name, row.contact.name, row.channelLabel, row.stateLabel],
        ...[row.sentAt, row.openedAt, row.answeredAt, row.reminders],
      ]),
    ])
  }
  return (
    <section className="wave-part" aria-label={t('surveys.invitations')}>
      <div className="card-head">
        <h2>{t('surveys.invitations')}</h2>
        <Pick
          label={t('surveys.state')}
          value={state}
          choices={states.map((one) => [one, t(`label.invitationState.${one}`)])}
          choose={(value) => setState(states.find((one) => one === value))}
        />
        {wave.invitationsByRegion.length > 1 && (
          <Pick
            label={t('surveys.region')}
            value={region}
            choices={wave.invitationsByRegion.flatMap((one) => (one.region ? [[one.region.id, one.region.name]] : []))}
            choose={setRegion}
          />
        )}
        <span className="space" />
        {wave.state === 'open' && runs && (
          <button
            type="button"
            className="btn"
            aria-disabled={chosen.length === 0 || undefined}
            onClick={() => chosen.length > 0 && void remind()}
          >
            <Icon name="speech" />
            {chosen.length > 0 ? t('surveys.remind', { count: chosen.length }) : t('surveys.remindNone')}
          </button>
        )}
        <button type="button" className="l s" onClick={() => void save()}>
          CSV
        </button>
      </div>
      {refusal && (
        <p className="fault" role="alert">
          {refusal}
        </p>
      )}
      {list.error && !list.loaded && <Failure error={list.error} retry={list.again} />}
      {!list.error && !list.loaded && <Bones rows={6} />}
      {list.loaded && list.rows.length === 0 && <p className="m wave-none">{t('surveys.noneHere')}</p>}
      {list.rows.length > 0 && (
        <VirtualTable
          name={`invitations ${wave.id} ${state} ${region}`}
          label={t('surveys.invitations')}
          items={list.rows.map((row) => ({ row: { ...row, name: row.contact.name } }))}
          total={total}
          more={list.more}
          next={list.next}
          draw={(row) => <InvitationLine row={row} open={() => setOpen(row)} />}
          open={setOpen}
          selection={wave.state === 'open' && runs ? selection : null}
        />
      )}
      {open && (
        <InvitationDetails
          row={list.rows.find(({ id }) => id === open.id) ?? open}
          wave={wave}
          changed={() => {
            list.again()
            again()
          }}
          close={() => setOpen(null)}
        />
      )}
      {told && <Undo text={told.text} undo={() => takeBack(told.messageIds)} done={() => setTold(null)} />}
    </section>
  )
}
