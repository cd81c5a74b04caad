// Russian labels of lists and exports.
import type { Labels, listLists } from './word-lists.ts'

export const listLabels: Labels<typeof listLists> = {
  listPage: {
    work: 'Моя работа',
    claims: 'Рекламации',
    board: 'Доска подразделения',
    accounts: 'Потребители',
  },
  exportColumn: {
    kind: 'Вид',
    number: 'Номер',
    title: 'Предмет',
    account: 'Потребитель',
    accountNumber: 'Номер потребителя',
    key: 'Ключевой потребитель',
    critical: 'Критичный',
    state: 'Состояние',
    severity: 'Тяжесть',
    clock: 'Срок',
    dueAt: 'Истекает',
    askedBy: 'Кто спрашивает',
    amount: 'Предложенная сумма',
    currency: 'Валюта',
    region: 'Регион',
    consumer: 'Сегмент',
    country: 'Страна',
    manager: 'Менеджер',
    status: 'Статус',
    task: 'Задание',
    yes: 'Да',
    no: 'Нет',
  },
  exportFault: {
    tooManyRows: 'В представлении больше 100 000 строк: сузьте его и выгрузите снова',
    notAllowed: 'Вам больше нельзя читать этот список',
    lost: 'Ошибка на нашей стороне: выгрузите ещё раз',
  },
}
