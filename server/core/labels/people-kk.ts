// Kazakh labels of people, offices and accounts.
import type { Labels, peopleLists } from './word-lists.ts'

export const peopleLabels: Labels<typeof peopleLists> = {
  role: {
    csEngineer: 'Тұтынушылармен жұмыс инженері',
    csLead: 'Тұтынушылармен жұмыс тобының жетекшісі',
    analyst: 'Талдаушы',
    departmentResponder: 'Бөлімше орындаушысы',
    departmentHead: 'Бөлімше бастығы',
    keyCustomerManager: 'Негізгі тұтынушылар менеджері',
    management: 'Басшылық',
    administrator: 'Әкімші',
    customerContact: 'Тұтынушы өкілі',
    system: 'Жүйе',
  },
  position: {
    headOfQuality: 'Сапа басқармасының бастығы',
    commercialDirector: 'Коммерциялық директор',
    finance: 'Қаржы қызметінен келісуші',
  },
  signInChange: {
    passwordGiven: 'Құпиясөзді әкімшілік берді',
    passwordChosen: 'Өз құпиясөзі таңдалды',
    secondFactorOn: 'Екінші фактор қосылды',
    secondFactorOff: 'Екінші фактор өшірілді',
    secondFactorReset: 'Екінші фактор қалпына келтірілді',
    backupCodesMade: 'Жаңа қосалқы кодтар жасалды',
    backupCodeUsed: 'Қосалқы кодпен кірді',
  },
  office: {
    frontOffice: 'Фронт-офис',
    backOffice: 'Бэк-офис',
    production: 'Өндіріс',
    laboratory: 'Зертхана',
    logistics: 'Логистика',
    orderManagement: 'Тапсырыстарды басқару',
    finance: 'Қаржы',
  },
  consumerType: {
    endUser: 'Түпкі тұтынушы',
    wholesaler: 'Көтерме сатып алушы',
  },
  accountStatus: {
    potential: 'Әлеуетті',
    active: 'Белсенді',
    dormant: 'Белсенді емес',
    lost: 'Жоғалған',
  },
  language: {
    en: 'Ағылшын тілі',
    ru: 'Орыс тілі',
    kk: 'Қазақ тілі',
    fa: 'Парсы тілі',
    zh: 'Қытай тілі',
    de: 'Неміс тілі',
    ko: 'Корей тілі',
    ar: 'Араб тілі',
  },
}
