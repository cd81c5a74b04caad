// Administration, approval matrix: up to which amount a settlement takes which route; saved as a whole, as a new version.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { AdministeredBandsDocument, SetApprovalBandsDocument } from '../generated/settings.ts'
import { approverKey, type Band, matrixInput, withBand } from './approval-matrix.ts'
import { BandEditor } from './BandEditor.tsx'
import { CostLimit } from './CostLimit.tsx'
import { Loaded } from './Loaded.tsx'
import { type FieldFault, useSetting } from './use-setting.ts'

export function ApprovalsPart() {
  const { t } = useTranslation()
  const send = useSetting()
  const [{ data, error }, load] = useQuery({ query: AdministeredBandsDocument })
  const [draft, setDraft] = useState<readonly Band[] | null>(null)
  const [faults, setFaults] = useState<readonly FieldFault[]>([])
  const [told, setTold] = useState('')
  const again = () => load({ requestPolicy: 'network-only' })
  const save = async (bands: readonly Band[]) => {
    const outcome = await send(SetApprovalBandsDocument, matrixInput(bands))
    setFaults(outcome.kind === 'refused' ? outcome.faults : [])
    setTold(outcome.kind === 'refused' ? outcome.text : t('administration.saved'))
    if (outcome.kind === 'refused') return
    setDraft(null)
    again()
  }
  return (
    <>
      <Loaded data={data} error={error} again={again}>
        {({ approvalBands }) => (
          <section className="setting">
            <header className="section-head">
              <h2>{t('administration.approvals')}</h2>
              <span className="q s">{t('administration.inForce', { version: approvalBands[0]?.version ?? 0 })}</span>
              <span className="space" />
              {!draft && (
                <button
                  type="button"
                  className="btn"
                  onClick={() =>
                    setDraft(approvalBands.map(({ id, upTo, steps }) => ({ key: id, upTo: upTo ?? '', steps })))
                  }
                >
                  {t('administration.change')}
                </button>
              )}
            </header>
            <p className="s m">{t('administration.approvalRule')}</p>
            <p role="status">{told}</p>
            {!draft && (
              <ol className="bands">
                {approvalBands.map(({ id, upTo, steps }) => (
                  <li key={id}>
                    <b className="md nw">
                      {upTo === null
                        ? t('administration.above')
                        : t('administration.upToUsd', { amount: Number(upTo).toLocaleString() })}
                    </b>
                    <span>
                      {steps
                        .map(({ needed, of }) => `${needed} × ${of.map((one) => t(approverKey(one))).join(' / ')}`)
                        .join(' → ') || t('administration.noApproval')}
                    </span>
                  </li>
                ))}
              </ol>
            )}
            {draft && (
              <form
                aria-label={t('administration.approvals')}
                noValidate
                onSubmit={(event) => {
                  event.preventDefault()
                  void save(draft)
                }}
              >
                {draft.map((band, index) => (
                  <BandEditor
                    key={band.key}
                    band={band}
                    last={index === draft.length - 1}
                    faults={faults.filter(({ field }) => field?.startsWith(`bands.${index}.`))}
                    change={(next) => setDraft(draft.flatMap((one) => (one.key === band.key ? (next ?? []) : one)))}
                  />
                ))}
                <div className="row-flex">
                  <button type="button" className="btn" onClick={() => setDraft(withBand(draft))}>
                    {t('administration.addBand')}
                  </button>
                  <span className="space" />
                  <button type="button" className="btn" onClick={() => setDraft(null)}>
                    {t('common.cancel')}
                  </button>
                  <button type="submit" className="btn main">
                    {t('administration.save')}
                  </button>
                </div>
              </form>
            )}
          </section>
        )}
      </Loaded>
      <CostLimit />
    </>
  )
}
