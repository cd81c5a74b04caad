// What a refused command tells the person, in one sentence.
import type { LabelLanguage } from '../../../schema/vocabulary.ts'
import type { Refusal } from '../refusal.ts'
import { fill, type TextParams } from './template.ts'

/** `params` for `stale`: `revision` that the sender saw and the `current` one. What lacks behind `invalid` are texts of `missingText`. */
export function refusalText(language: LabelLanguage, kind: Refusal['kind'], params: TextParams = {}): string {
  return fill(refusalTexts[language][kind], params)
}

export const refusalTexts: Record<LabelLanguage, Record<Refusal['kind'], string>> = {
  en: {
    wrongState: 'This is not possible in the present state.',
    stale: 'Somebody changed this meanwhile: you saw revision {revision}, the current one is {current}.',
    invalid: 'Something is missing or not right; see the fields.',
    notAllowed: 'You may not do this.',
    notFound: 'There is no such thing, or it is not visible to you.',
    keyReused: 'This key was already used for another request.',
  },
  ru: {
    wrongState: 'В текущем состоянии это невозможно.',
    stale: 'Запись тем временем изменили: вы видели редакцию {revision}, текущая — {current}.',
    invalid: 'Чего-то не хватает или указано неверно: смотрите поля.',
    notAllowed: 'У вас нет права на это действие.',
    notFound: 'Такой записи нет или она вам не видна.',
    keyReused: 'Этот ключ уже использован для другого запроса.',
  },
  kk: {
    wrongState: 'Қазіргі күйде бұл мүмкін емес.',
    stale: 'Жазба осы арада өзгертілді: сіз {revision} редакцияны көрдіңіз, қазіргісі — {current}.',
    invalid: 'Бірдеңе жетіспейді немесе дұрыс емес: өрістерді қараңыз.',
    notAllowed: 'Бұл әрекетке құқығыңыз жоқ.',
    notFound: 'Мұндай жазба жоқ немесе ол сізге көрінбейді.',
    keyReused: 'Бұл кілт басқа сұрау үшін қолданылып қойған.',
  },
}
