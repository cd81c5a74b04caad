// Russian labels of people, offices and accounts.
import type { Labels, peopleLists } from './word-lists.ts'

export const peopleLabels: Labels<typeof peopleLists> = {
  role: {
    csEngineer: 'Инженер по работе с потребителями',
    csLead: 'Руководитель группы по работе с потребителями',
    analyst: 'Аналитик',
    departmentResponder: 'Исполнитель подразделения',
    departmentHead: 'Начальник подразделения',
    keyCustomerManager: 'Менеджер ключевых потребителей',
    management: 'Руководство',
    administrator: 'Администратор',
    customerContact: 'Представитель потребителя',
    system: 'Система',
  },
  position: {
    headOfQuality: 'Начальник управления качества',
    commercialDirector: 'Коммерческий директор',
    finance: 'Согласующий от финансовой службы',
  },
  signInChange: {
    passwordGiven: 'Пароль задан администрацией',
    passwordChosen: 'Задан собственный пароль',
    secondFactorOn: 'Подключён второй фактор',
    secondFactorOff: 'Второй фактор отключён',
    secondFactorReset: 'Второй фактор сброшен',
    backupCodesMade: 'Созданы новые резервные коды',
    backupCodeUsed: 'Вход по резервному коду',
  },
  office: {
    frontOffice: 'Фронт-офис',
    backOffice: 'Бэк-офис',
    production: 'Производство',
    laboratory: 'Лаборатория',
    logistics: 'Логистика',
    orderManagement: 'Управление заказами',
    finance: 'Финансы',
  },
  consumerType: {
    endUser: 'Конечный потребитель',
    wholesaler: 'Оптовый покупатель',
  },
  accountStatus: {
    potential: 'Потенциальный',
    active: 'Действующий',
    dormant: 'Не активен',
    lost: 'Потерян',
  },
  language: {
    en: 'Английский',
    ru: 'Русский',
    kk: 'Казахский',
    fa: 'Персидский',
    zh: 'Китайский',
    de: 'Немецкий',
    ko: 'Корейский',
    ar: 'Арабский',
  },
}
