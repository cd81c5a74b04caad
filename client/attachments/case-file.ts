// A file as the page of its case shows it.
import type { CaseView } from '../case/case-view.ts'

export type CaseFile = CaseView['attachments']['nodes'][number]
