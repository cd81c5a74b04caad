// The ten blocks, each with its words and the findings that belong to it.
import { useTranslation } from 'react-i18next'
import { type VisitBlock, visitBlocks } from '../../schema/visit-vocabulary.ts'
import { words } from '../../schema/vocabulary.ts'
import { Icon } from '../shell/Icon.tsx'
import type { ReportDraft } from './report-draft.ts'

interface BlockFieldsProps {
  draft: ReportDraft
  change: (draft: ReportDraft) => void
  leave: (block: VisitBlock) => void
  empty: readonly VisitBlock[]
}

export function BlockFields({ draft, change, leave, empty }: BlockFieldsProps) {
  const { t } = useTranslation()
  const { blocks, findings } = draft
  return (
    <ol className="report-blocks">
      {words(visitBlocks).map((block, place) => (
        <li key={block}>
          <div className="field">
            <label htmlFor={`block-${block}`}>
              <span className="q">{place + 1}</span> {t(`label.visitBlock.${block}`)}
              {(blocks[block] ?? '').trim() !== '' && <Icon name="check" title={t('visit.filled')} />}
            </label>
            <textarea
              id={`block-${block}`}
              className="input large"
              rows={2}
              dir="auto"
              value={blocks[block] ?? ''}
              aria-invalid={empty.includes(block) || undefined}
              onChange={({ target }) => change({ ...draft, blocks: { ...blocks, [block]: target.value } })}
              onBlur={() => leave(block)}
            />
          </div>
          {findings.map((finding, index) =>
            finding.block === block ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: a new line has nothing else to be known by
              <div className="finding-line" key={index}>
                <input
                  className="input"
                  dir="auto"
                  aria-label={t('visit.findingIn', { block: t(`label.visitBlock.${block}`) })}
                  placeholder={t('visit.findingHint')}
                  value={finding.text}
                  onChange={({ target }) =>
                    change({ ...draft, findings: findings.with(index, { block, text: target.value }) })
                  }
                />
                <button
                  type="button"
                  className="btn ghost"
                  onClick={() => change({ ...draft, findings: findings.toSpliced(index, 1) })}
                >
                  <Icon name="cross" title={t('form.remove')} />
                </button>
              </div>
            ) : null,
          )}
          <button
            type="button"
            className="quiet-link"
            onClick={() => change({ ...draft, findings: [...findings, { block, text: '' }] })}
          >
            {t('visit.addFinding')}
          </button>
        </li>
      ))}
    </ol>
  )
}
