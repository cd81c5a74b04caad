// What is claimed: each piece with its defect and the three masses, nested on one scale.
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { decimal } from '../words/dates.ts'
import type { ClaimView } from './case-view.ts'
import { kilograms, massSums } from './mass.ts'
import type { Options } from './step-options.ts'

interface ItemTableProps {
  claim: ClaimView
  options: Options
  /** What can be done about them, at the end of their heading. */
  tool?: ReactNode
}

export function ItemTable({ claim, options, tool }: ItemTableProps) {
  const { t } = useTranslation()
  const { items, remedySought } = claim
  const sums = massSums(items)
  const largest = Math.max(...items.map(({ claimedMass }) => kilograms(claimedMass)), 1)
  const defect = (code: string | null) => options.defect?.find(({ id }) => id === code)?.label ?? '–'
  const whole = items.find(({ piece }) => piece?.product)?.piece?.product
  return (
    <section>
      <div className="section-head">
        <h2>{t('case.items')}</h2>
        <span className="q s">
          {[
            whole && `${whole.name}${whole.grade ? `, ${whole.grade}` : ''}`,
            remedySought && t(`label.remedy.${remedySought}`),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <span className="space" />
        {tool}
      </div>
      {items.length === 0 ? (
        <p className="s q">{t('case.noItems')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keys
        <section className="scroll" tabIndex={0} aria-label={t('case.items')}>
          <table className="items">
            <thead>
              <tr>
                <th>{t('common.coil')}</th>
                <th>{t('case.defect')}</th>
                <th className="r">{t('case.claimedT')}</th>
                <th className="r">{t('case.inspectedT')}</th>
                <th className="r">{t('case.acceptedT')}</th>
                <th className="wide triple-head">{t('case.triple')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <tr key={item.id}>
                  <td>
                    <span className="md">
                      {item.piece?.number ?? item.heat?.number ?? item.unidentifiedReason ?? '–'}
                    </span>
                    {item.piece && (
                      <span className="q s heat"> {t('common.heat', { number: item.piece.heat.number })}</span>
                    )}
                  </td>
                  <td className="s item-defect">{defect(item.defect)}</td>
                  <td className="r" data-label={t('case.claimedT')}>
                    {item.claimedMass ? decimal(item.claimedMass, 3) : '–'}
                  </td>
                  <td className="r" data-label={t('case.inspectedT')}>
                    {item.inspectedMass ? decimal(item.inspectedMass, 3) : '–'}
                  </td>
                  <td className={item.acceptedMass ? 'r b' : 'r q'} data-label={t('case.acceptedT')}>
                    {item.acceptedMass ? decimal(item.acceptedMass, 3) : t('case.openMass')}
                  </td>
                  <td className="item-triple">
                    <MassTriple {...item} largest={largest} />
                  </td>
                </tr>
              ))}
            </tbody>
            {items.length > 1 && (
              <tfoot>
                <tr>
                  <td>{t('case.sum')}</td>
                  <td className="item-defect" />
                  <td className="r" data-label={t('case.claimedT')}>
                    {decimal(sums.claimed, 3)}
                  </td>
                  <td className="r" data-label={t('case.inspectedT')}>
                    {items.some(({ inspectedMass }) => inspectedMass) ? decimal(sums.inspected, 3) : '–'}
                  </td>
                  <td className="r" data-label={t('case.acceptedT')}>
                    {sums.open && kilograms(sums.accepted) === 0 ? t('case.openMass') : decimal(sums.accepted, 3)}
                  </td>
                  <td className="item-triple">
                    <MassTriple
                      claimedMass={sums.claimed}
                      inspectedMass={sums.inspected}
                      acceptedMass={sums.accepted}
                      largest={kilograms(sums.claimed)}
                    />
                  </td>
                </tr>
              </tfoot>
            )}
          </table>
        </section>
      )}
    </section>
  )
}

interface MassTripleProps {
  claimedMass: string | null
  inspectedMass: string | null
  acceptedMass: string | null
  /** Kilograms that fill the whole width. */
  largest: number
}

/** The frame is what is claimed, the grey fill what was inspected, the core what was accepted. */
function MassTriple({ claimedMass, inspectedMass, acceptedMass, largest }: MassTripleProps) {
  const frame = (mass: string | null) => (kilograms(mass) / largest) * 175
  const inside = (mass: string | null) => Math.max(frame(mass) - 3, 0)
  return (
    <svg className="triple" viewBox="0 0 176 16" preserveAspectRatio="xMinYMid meet" aria-hidden="true">
      <rect x="0.5" y="2.5" width={frame(claimedMass)} height="11" rx="2" fill="none" stroke="var(--control)" />
      <rect x="2" y="4" width={inside(inspectedMass)} height="8" rx="1" fill="var(--pass)" />
      <rect x="2" y="6" width={inside(acceptedMass)} height="4" rx="1" fill="var(--accent)" />
    </svg>
  )
}
