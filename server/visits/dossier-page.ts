// The dossier of a visit as a page for paper.
import type { DossierLine } from '../../schema/visit-vocabulary.ts'
import type { LabelLanguage } from '../../schema/vocabulary.ts'
import { label } from '../core/labels/label.ts'
import { printText } from '../core/labels/print-text.ts'
import { printedPage } from '../core/print-page.ts'
import type { ReadDossier } from './dossier-queries.ts'
import { dossierText } from './dossier-text.ts'

/** HTML in the language of the reader, times in his zone. */
export function dossierPage(dossier: ReadDossier, language: LabelLanguage, timeZone: string): string {
  const { number, account, occasion, purpose, place, engineer, team, content, madeAt } = dossier
  const notSet = printText(language, 'notSet')
  const moment = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone })
  return printedPage({
    language,
    kind: printText(language, 'dossier'),
    title: printText(language, 'dossierTitle', { number, account }),
    facts: [
      [printText(language, 'reason'), occasion],
      [printText(language, 'purpose'), purpose ? label(language, 'visitPurpose', purpose) : notSet],
      [printText(language, 'when'), whenOf(dossier, moment) ?? notSet],
      [printText(language, 'where'), place ?? notSet],
      [printText(language, 'engineer'), engineer ?? notSet],
      [printText(language, 'team'), team.join(', ') || notSet],
    ],
    sections: content.sections.map(({ topic, lines }) => ({
      title: label(language, 'dossierTopic', topic),
      lines: (lines ?? []).map((line) => cellsOf(line, language)),
      empty: printText(language, 'nothing'),
    })),
    foot: printText(language, 'madeAt', { at: moment.format(madeAt) }),
  })
}

function whenOf({ startsAt, endsAt }: ReadDossier, moment: Intl.DateTimeFormat): string | null {
  if (!startsAt) return null
  return endsAt ? moment.formatRange(startsAt, endsAt) : moment.format(startsAt)
}

function cellsOf(line: DossierLine, language: LabelLanguage): string[] {
  return [dossierText(line, language), line.number ?? '', line.at?.slice(0, 10) ?? '']
}
