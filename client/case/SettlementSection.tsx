// The cause as concluded, the proposal with its approvals, and the lines of the settlement.
import { useTranslation } from 'react-i18next'
import { decimal, shortDay } from '../words/dates.ts'
import type { ClaimView } from './case-view.ts'
import type { Options } from './step-options.ts'

export function SettlementSection({ claim, options }: { claim: ClaimView; options: Options }) {
  const { t } = useTranslation()
  const name = (field: string, code: string | null) => options[field]?.find(({ id }) => id === code)?.label ?? code
  const facts = [
    [t('field.occurrenceCause'), name('occurrenceCause', claim.occurrenceCause)],
    [t('field.escapeCause'), name('escapeCause', claim.escapeCause)],
    [t('field.systemCause'), name('systemCause', claim.systemCause)],
    [t('field.chainStage'), claim.chainStage && t(`label.chainStage.${claim.chainStage}`)],
    [t('field.qualityLayer'), claim.qualityLayer && t(`label.qualityLayer.${claim.qualityLayer}`)],
  ].filter(([, value]) => value)
  const proposal = claim.proposals[0]
  return (
    <>
      {facts.length > 0 && (
        <section>
          <div className="section-head">
            <h2>{t('case.conclusion')}</h2>
          </div>
          <dl className="facts">
            {facts.map(([label, value]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          {claim.shares.length > 0 && <Shares shares={claim.shares} />}
        </section>
      )}
      {proposal && (
        <section>
          <div className="section-head">
            <h2>{t('case.proposal')}</h2>
            <span className="q s">
              {t(`label.proposalState.${proposal.state}`)} · {proposal.proposedBy.name}, {shortDay(proposal.proposedAt)}
            </span>
            <span className="space" />
            {!proposal.refusal && <b className="b">{t('case.total', { amount: decimal(proposal.amountUsd, 2) })}</b>}
          </div>
          <ul className="lines">
            {claim.settlementLines.map((line) => (
              <li key={line.id}>
                <span className="q">{line.position}</span>
                <span>{t(`label.settlementKind.${line.kind}`)}</span>
                <span className="r">{line.mass && `${decimal(line.mass, 3)} t`}</span>
                <span className="r md">
                  {decimal(line.amount, 2)} {line.currency}
                </span>
                <span className="s q">
                  {line.documentNumber && t('case.executed', { number: line.documentNumber })}
                </span>
              </li>
            ))}
          </ul>
          <ul className="approvals s m">
            {proposal.approvals.map(({ id, person, at }) => (
              <li key={id}>{t('case.approvedBy', { who: person.name, when: shortDay(at) })}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** Departments as parts of one bar; each part says its name and percent. */
function Shares({ shares }: { shares: ClaimView['shares'] }) {
  const { t } = useTranslation()
  return (
    <figure className="shares">
      <figcaption className="xs q">{t('case.responsible')}</figcaption>
      <div>
        {shares.map(({ department, percent }) => (
          <span key={department.id} style={{ flex: Number(percent) }}>
            {department.name} {Number(percent)} %
          </span>
        ))}
      </div>
    </figure>
  )
}
