// Words of printed papers, in the language of who reads them.
import type { LabelLanguage } from '../../../schema/vocabulary.ts'
import { fill, type TextParams } from './template.ts'

const en = {
  dossier: 'Dossier of a visit',
  dossierTitle: '{number} · {account}',
  when: 'When',
  where: 'Where',
  engineer: 'Engineer',
  team: 'Taking part',
  reason: 'Occasion',
  purpose: 'Purpose',
  notSet: 'not set',
  nothing: 'Nothing is kept of this',
  madeAt: 'As known on {at}. For our people only.',
}
export type PrintWord = keyof typeof en

const texts: Record<LabelLanguage, Record<PrintWord, string>> = {
  en,
  ru: {
    dossier: 'Досье визита',
    dossierTitle: '{number} · {account}',
    when: 'Когда',
    where: 'Где',
    engineer: 'Инженер',
    team: 'Участвуют',
    reason: 'Повод',
    purpose: 'Цель',
    notSet: 'не указано',
    nothing: 'Сведений нет',
    madeAt: 'По состоянию на {at}. Только для наших сотрудников.',
  },
  kk: {
    dossier: 'Сапар деректемесі',
    dossierTitle: '{number} · {account}',
    when: 'Қашан',
    where: 'Қайда',
    engineer: 'Инженер',
    team: 'Қатысады',
    reason: 'Себебі',
    purpose: 'Мақсаты',
    notSet: 'көрсетілмеген',
    nothing: 'Мәлімет жоқ',
    madeAt: '{at} жағдайы бойынша. Тек өз қызметкерлеріміз үшін.',
  },
}

export function printText(language: LabelLanguage, word: PrintWord, params: TextParams = {}): string {
  return fill(texts[language][word], params)
}
