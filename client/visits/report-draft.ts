// The report as it is written: a text for each of the ten blocks, and findings, each one sentence of a block.
import { type VisitBlock, visitBlocks } from '../../schema/visit-vocabulary.ts'
import { words } from '../../schema/vocabulary.ts'

export interface ReportDraft {
  blocks: Partial<Record<VisitBlock, string>>
  findings: { block: VisitBlock; text: string }[]
}

/** What the server has of the report; findings that were submitted stand on their own. */
export function reportStart(blocks: readonly { block: VisitBlock; text: string }[]): ReportDraft {
  return { blocks: Object.fromEntries(blocks.map(({ block, text }) => [block, text])), findings: [] }
}

export function filledBlocks({ blocks }: ReportDraft): VisitBlock[] {
  return words(visitBlocks).filter((block) => (blocks[block] ?? '').trim() !== '')
}

/** Input of the submission; empty findings are left out. */
export function reportInput(draft: ReportDraft) {
  return {
    blocks: filledBlocks(draft).map((block) => ({ block, text: draft.blocks[block] ?? '' })),
    findings: draft.findings.filter(({ text }) => text.trim() !== ''),
  }
}
