// Kazakh labels of lists and exports.
import type { Labels, listLists } from './word-lists.ts'

export const listLabels: Labels<typeof listLists> = {
  listPage: {
    work: 'Менің жұмысым',
    claims: 'Рекламациялар',
    board: 'Бөлімше тақтасы',
    accounts: 'Тұтынушылар',
  },
  exportColumn: {
    kind: 'Түрі',
    number: 'Нөмірі',
    title: 'Мәні',
    account: 'Тұтынушы',
    accountNumber: 'Тұтынушы нөмірі',
    key: 'Негізгі тұтынушы',
    critical: 'Аса маңызды',
    state: 'Күйі',
    severity: 'Ауырлығы',
    clock: 'Мерзім',
    dueAt: 'Аяқталуы',
    askedBy: 'Сұраушы',
    amount: 'Ұсынылған сома',
    currency: 'Валюта',
    region: 'Өңір',
    consumer: 'Сегмент',
    country: 'Ел',
    manager: 'Менеджер',
    status: 'Мәртебесі',
    task: 'Тапсырма',
    yes: 'Иә',
    no: 'Жоқ',
  },
  exportFault: {
    tooManyRows: 'Көріністе 100 000 жолдан көп: тарылтып, қайта шығарыңыз',
    notAllowed: 'Бұл тізімді енді оқи алмайсыз',
    lost: 'Біздің жақта қате болды: қайта шығарыңыз',
  },
}
