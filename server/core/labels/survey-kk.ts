// Kazakh labels of questionnaires, waves, invitations and answers.
import type { surveyLists } from './survey-lists.ts'
import type { Labels } from './word-lists.ts'

export const surveyLabels: Labels<typeof surveyLists> = {
  questionnaireState: {
    draft: 'Жоба',
    published: 'Жарияланды',
    retired: 'Қолданыстан шығарылды',
  },
  itemKind: {
    rating: 'Шкала бойынша баға',
    recommendation: 'Ұсынуға дайындық',
    agreement: 'Иә, ішінара, жоқ',
    choice: 'Бір нұсқаны таңдау',
    choices: 'Бірнеше нұсқаны таңдау',
    ranking: 'Рет бойынша орналастыру',
    text: 'Өз сөзімен',
  },
  agreement: {
    yes: 'Иә',
    partly: 'Ішінара',
    no: 'Жоқ',
  },
  instrument: {
    steelWorks: 'Зауыт сауалнамасы',
    questionnaire: 'Алты сұрақ және ашық сұрақтар',
    threeQuestions: 'Хабарласудан кейінгі үш сұрақ',
    promoters: 'Тұтынушылардың адалдық индексі',
    sevenPillars: 'Жеті тірек',
    own: 'Жеке сауалнама',
  },
  waveKind: {
    planned: 'Жоспарлы толқын',
    afterContact: 'Хабарласудан кейін',
  },
  waveState: {
    planned: 'Жоспарланған',
    open: 'Жүріп жатыр',
    closed: 'Жабық',
    cancelled: 'Тоқтатылды',
  },
  respondentGroup: {
    customers: 'Тұтынушылар',
    staff: 'Өз қызметкерлері',
  },
  contactType: {
    technicalSupport: 'Техникалық қолдау',
    claims: 'Шағымдармен жұмыс',
    service: 'Қызмет көрсету',
  },
  invitationState: {
    queued: 'Жіберуді күтуде',
    sent: 'Жіберілді',
    opened: 'Ашылды',
    answered: 'Жауап алынды',
    declined: 'Сауалнамадан бас тартты',
    expired: 'Мерзімі өтті',
    undeliverable: 'Жеткізілмеді',
  },
  invitationChannel: {
    email: 'Электрондық пошта',
    sms: 'СМС',
    message: 'Мессенджер',
    phone: 'Телефон',
  },
  responseSource: {
    link: 'Респонденттің өзі',
    telephone: 'Телефон арқылы',
    imported: 'Файлдан',
  },
  leftOutReason: {
    inactive: 'Енді жұмыс істемейді',
    optedOut: 'Сауалнамаға қатысқысы келмейді',
    quietPeriod: 'Жақында сұралған',
    noAddress: 'Мекенжайы жоқ',
  },
  answerGrouping: {
    all: 'Барлық жауап',
    region: 'Аймақ бойынша',
    consumerType: 'Тұтынушы түрі бойынша',
    both: 'Аймақ пен түр бойынша',
  },
  findingKind: {
    generalLevel: 'Жалпы деңгей',
    belowThreshold: 'Шектен төмен',
    content: 'Риза',
    endUsersLower: 'Соңғы тұтынушыларда төмен',
    wholesalersLower: 'Көтерме саудагерлерде төмен',
    consistent: 'Бірдей бағалайды',
    inconsistent: 'Әртүрлі бағалайды',
    constantPriority: 'Тұрақты басымдық',
  },
  qualityTopic: {
    shipments: 'Жөнелту, тонна',
    claims: 'Ақаулар бойынша талаптар',
    comments: 'Ескертулер мен тілектер',
    survey: 'Сауалнама, көрсеткіштер бойынша жауаптар',
  },
  quadrant: {
    improveFirst: 'Алдымен жақсарту',
    keepUp: 'Сақтау',
    watch: 'Бақылау',
    enough: 'Жеткілікті',
  },
}
