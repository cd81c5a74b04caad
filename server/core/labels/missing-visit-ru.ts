// Russian texts of what an event of a visit can lack.
import type { visitMissingTexts as en } from '../../workflows/missing-texts-visit.ts'

export const visitMissingTexts: Record<keyof typeof en, string> = {
  visitReason: 'Для чего нужен выезд',
  wishedBackwards: 'Желаемые дни кончаются раньше, чем начинаются',
  engineer: 'Инженер',
  keyVisitsWait: 'Ждут выезды к ключевым потребителям: {visits}. Причина, почему они отложены',
  visitStart: 'Когда начинается выезд',
  visitStartPassed: 'Предложенное время уже прошло',
  visitEnd: 'Когда кончается выезд',
  visitEndsBefore: 'Выезд кончается раньше, чем начинается',
  visitPlace: 'Где проходит выезд',
  personBusy: '{person}: в это время в выезде {visit}',
  host: 'Принимающий',
  room: 'Помещение',
  blockEmpty: 'Раздел {number} пуст: {visitBlock}',
  findingText: 'Текст вывода {number}',
  finding: 'Какой вывод',
  findingUnknown: 'В выезде нет такого вывода',
  findingConfirmation: 'Дата подтверждения потребителя или причина руководителя, почему его нет',
  confirmedInFuture: 'Дата подтверждения лежит в будущем',
  findingOpen: 'Вывод {number}: подтверждение или причина',
  whose: 'Чья это причина',
}
