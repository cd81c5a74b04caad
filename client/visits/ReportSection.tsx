// The report in ten blocks: read by everybody who may, written by who visits, on a tablet without a network too.
import { type FormEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from 'urql'
import { type VisitBlock, visitBlocks } from '../../schema/visit-vocabulary.ts'
import { words } from '../../schema/vocabulary.ts'
import type { VisitView } from '../case/case-view.ts'
import { DraftHint } from '../device/DraftHint.tsx'
import { useDevice } from '../device/device.ts'
import { useDraft } from '../device/use-draft.ts'
import { WriteVisitBlockDocument } from '../generated/visit.ts'
import { Icon } from '../shell/Icon.tsx'
import { useMe } from '../shell/me.ts'
import { BlockFields } from './BlockFields.tsx'
import { Completeness } from './Completeness.tsx'
import { ReportRead } from './ReportRead.tsx'
import { filledBlocks, type ReportDraft, reportInput, reportStart } from './report-draft.ts'

interface ReportSectionProps {
  visit: VisitView
  refresh: () => void
}

const written = ['underway', 'reporting']

export function ReportSection({ visit, refresh }: ReportSectionProps) {
  const { actions } = useMe()
  const writable = written.includes(visit.visitState) && visit.blocks !== null && actions.includes('visit.submitReport')
  if (writable) return <ReportForm visit={visit} refresh={refresh} />
  return visit.blocks && visit.blocks.length > 0 ? <ReportRead visit={visit} /> : null
}

function ReportForm({ visit, refresh }: ReportSectionProps) {
  const { t } = useTranslation()
  const graph = useClient()
  const { outbox } = useDevice()
  const draftKey = `visit-report:${visit.id}`
  const start = useMemo(() => reportStart(visit.blocks ?? []), [visit.blocks])
  const kept = useDraft<ReportDraft>(draftKey, start, visit.revision)
  const draft = kept.value
  const [told, setTold] = useState<{ text: string; empty: readonly VisitBlock[] } | null>(null)
  const [sending, setSending] = useState(false)
  const [waits, setWaits] = useState(() => outbox.list().some(({ draft: of }) => of?.key === draftKey))
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words are another report
  const key = useMemo(() => crypto.randomUUID(), [JSON.stringify(draft)])
  const filled = filledBlocks(draft)
  /** A block is kept with the visit when its writer leaves it; without a network the draft keeps it. */
  const keepBlock = (block: VisitBlock) => {
    const text = draft.blocks[block]?.trim() ?? ''
    if (text === (start.blocks[block] ?? '')) return
    const input = { id: visit.id, block, text: text === '' ? null : text }
    void graph.mutation(WriteVisitBlockDocument, { input, key: crypto.randomUUID() }).toPromise()
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (sending) return
    const empty = words(visitBlocks).filter((block) => !filled.includes(block))
    setTold(empty.length > 0 ? { text: t('visit.blocksEmpty', { count: empty.length }), empty } : null)
    if (empty[0]) return document.getElementById(`block-${empty[0]}`)?.focus()
    setSending(true)
    const input = {
      id: visit.id,
      revision: visit.revision,
      ...reportInput(draft),
      ...(visit.visitState === 'underway' && { finish: true }),
    }
    const outcome = await outbox.submit({
      key,
      kind: 'report',
      label: `${visit.number} ${visit.title}`,
      input,
      draft: { key: draftKey, body: draft },
      page: `/cases/${visit.number}`,
    })
    setSending(false)
    if (outcome.kind === 'refused') {
      const faults = outcome.faults.map(({ text }) => text)
      return setTold({ text: [outcome.text, ...faults].filter(Boolean).join(' '), empty: [] })
    }
    kept.clear()
    if (outcome.kind === 'done') refresh()
    else setWaits(true)
  }
  if (waits) {
    return (
      <section>
        <h2>{t('visit.report')}</h2>
        <p className="note" role="status">
          <Icon name="clock" />
          {t('visit.reportWaits')}
        </p>
      </section>
    )
  }
  return (
    <form className="report" onSubmit={submit} noValidate aria-labelledby="report-title">
      <div className="section-head">
        <h2 id="report-title">{t('visit.report')}</h2>
        <Completeness filled={filled.length} />
        <span className="space" />
        <DraftHint {...kept} />
      </div>
      <BlockFields draft={draft} change={kept.change} leave={keepBlock} empty={told?.empty ?? []} />
      {told && (
        <p className="fault" role="alert">
          <Icon name="warning" />
          {told.text}
        </p>
      )}
      <div className="row-flex step-send">
        <button type="submit" className="btn main" aria-disabled={sending || undefined}>
          {sending && <span className="spin" />}
          {sending
            ? t('common.sending')
            : t(visit.visitState === 'underway' ? 'visit.finishAndSubmit' : 'visit.submit')}
        </button>
      </div>
    </form>
  )
}
