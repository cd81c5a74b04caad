// The report as it was written, block by block.
import { useTranslation } from 'react-i18next'
import { visitBlocks } from '../../schema/visit-vocabulary.ts'
import { words } from '../../schema/vocabulary.ts'
import type { VisitView } from '../case/case-view.ts'
import { dayAndTime } from '../words/dates.ts'
import { Completeness } from './Completeness.tsx'

export function ReportRead({ visit }: { visit: VisitView }) {
  const { t } = useTranslation()
  const blocks = visit.blocks ?? []
  const filled = blocks.filter(({ text }) => text.trim() !== '')
  return (
    <section>
      <div className="section-head">
        <h2>{t('visit.report')}</h2>
        <Completeness filled={filled.length} />
        {visit.reportedAt && <span className="q s">{dayAndTime(visit.reportedAt)}</span>}
      </div>
      <dl className="report-read">
        {words(visitBlocks).map((word) => {
          const written = filled.find(({ block }) => block === word)
          return (
            <div key={word}>
              <dt>{t(`label.visitBlock.${word}`)}</dt>
              <dd dir="auto" className={written ? undefined : 'q'}>
                {written?.text ?? '–'}
              </dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}
