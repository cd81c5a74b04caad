// Classes of customers beside the target segments: who brings most, and who of them is no target.
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { SegmentsData } from '../generated/segments.ts'

type Pareto = NonNullable<SegmentsData['accountPareto']>

export function ParetoGroups({ pareto }: { pareto: Pareto }) {
  const { t } = useTranslation()
  const { groups, share, confirmed, vitalFew, accounts } = pareto
  const classes = [...new Set(groups.map((one) => one.class))]
  const cell = (name: string, target: boolean) => groups.find((one) => one.class === name && one.target === target)
  const outside = cell('vitalFew', false)?.accounts ?? 0
  return (
    <section className="entries">
      <h2>{t(confirmed ? 'segments.paretoHolds' : 'segments.paretoNot', { share: share ?? 0 })}</h2>
      <p className="s m">{t('segments.paretoSum', { few: vitalFew, all: accounts })}</p>
      <table>
        <thead>
          <tr>
            <th>{t('segments.class')}</th>
            <th className="r">{t('segments.inTarget')}</th>
            <th className="r">{t('segments.outside')}</th>
          </tr>
        </thead>
        <tbody>
          {classes.map((name) => (
            <tr key={name}>
              <td>
                <Link to="/accounts" search={{ class: name }} className="l">
                  {groups.find((one) => one.class === name)?.classLabel}
                </Link>
              </td>
              {[true, false].map((target) => (
                <td key={String(target)} className="r">
                  {cell(name, target)?.accounts ?? 0} <span className="q s">· {cell(name, target)?.share ?? 0} %</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {outside > 0 && <p className="s warn">{t('segments.fewOutside', { count: outside })}</p>}
    </section>
  )
}
