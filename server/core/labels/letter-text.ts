// Words of letters to the customer, where their sender did not write his own: in English, Russian or Kazakh.
import type { LetterKind } from '../../../schema/claim-vocabulary.ts'
import type { LabelLanguage } from '../../../schema/vocabulary.ts'
import { isLabelLanguage } from '../label-language.ts'
import { fill } from './template.ts'

export interface LetterText {
  subject: string
  body: string
  /** Words of the link to the customer's page. */
  status: string
  /** Words on the way to answer. */
  answer: string
}

/** Subject and body of a letter; a language without words of its own gets English. `detail` fills the places. */
export function letterText(language: string, kind: string, detail: Readonly<Record<string, unknown>>): LetterText {
  const words = isLabelLanguage(language) ? letterTexts[language] : letterTexts.en
  const params = Object.fromEntries(Object.entries(detail).map(([name, value]) => [name, textOf(value)]))
  const body = words[kind as LetterKind] ?? words.interim
  return {
    subject: `${detail.number}: ${detail.title}`,
    status: words.status,
    body: `${fill(words.greeting, params)}\n\n${fill(body, params)}\n\n${words.closing}`,
    answer: words.answer,
  }
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map((entry) => `– ${String(entry)}`).join('\n')
  return value === null || value === undefined ? '' : String(value)
}

type Texts = Record<LetterKind | 'greeting' | 'closing' | 'status' | 'answer', string>

export const letterTexts: Record<LabelLanguage, Texts> = {
  en: {
    greeting: 'Dear {name},',
    closing: 'Your customer-service group',
    status: 'See how far it is, and answer',
    answer: 'Answer',
    acknowledgement:
      'we have your claim {number} and are looking into it. You will have our answer by {promisedAnswerAt}.',
    informationRequest: 'to go on with claim {number} we need to know from you:\n{questions}',
    sampleInquiry: 'the sample for claim {number} has not reached us yet. Please tell us where it is.',
    interim: 'we are still working on claim {number} and will come back to you.',
    offer: 'we have an offer for the settlement of claim {number}. Please tell us whether you accept it.',
    offerWithdrawn: 'we withdraw our offer for claim {number} and will come back to you with another one.',
    refusal: 'after thorough examination we cannot accept claim {number}.',
    lapsed:
      'we did not receive the information we asked for and close claim {number}. It can be taken up again whenever you wish.',
    reminder: 'we are still waiting for your answer on claim {number}.',
    trialDeclined: 'we have looked into the trial batch {number} and cannot make it.',
    visitProposal: 'we propose a date for our visit {number}: {when}, {place}. Please tell us whether it suits you.',
    visitPostponed: 'we have to take back the date of our visit {number} and will propose another one.',
    visitCalledOff: 'the visit {number} will not take place.',
    visitDeclined: 'we cannot make the visit {number}.',
  },
  ru: {
    greeting: 'Здравствуйте, {name}!',
    closing: 'Ваша группа обслуживания потребителей',
    status: 'Посмотреть состояние и ответить',
    answer: 'Ответить',
    acknowledgement: 'Мы получили рекламацию {number} и занимаемся ею. Ответ вы получите до {promisedAnswerAt}.',
    informationRequest: 'Чтобы продолжить работу по рекламации {number}, нам нужно узнать от вас:\n{questions}',
    sampleInquiry: 'Образец по рекламации {number} ещё не поступил. Сообщите, пожалуйста, где он.',
    interim: 'Мы продолжаем работу по рекламации {number} и вернёмся к вам с ответом.',
    offer: 'У нас есть предложение по урегулированию рекламации {number}. Сообщите, пожалуйста, принимаете ли вы его.',
    offerWithdrawn: 'Мы отзываем предложение по рекламации {number} и вернёмся с другим.',
    refusal: 'После тщательного рассмотрения мы не можем принять рекламацию {number}.',
    lapsed: 'Мы не получили запрошенных сведений и закрываем рекламацию {number}. Её можно возобновить в любое время.',
    reminder: 'Мы всё ещё ждём вашего ответа по рекламации {number}.',
    trialDeclined: 'Мы рассмотрели опытную партию {number} и не можем её изготовить.',
    visitProposal:
      'Предлагаем дату нашего выезда {number}: {when}, {place}. Сообщите, пожалуйста, подходит ли она вам.',
    visitPostponed: 'Дату нашего выезда {number} приходится перенести; мы предложим другую.',
    visitCalledOff: 'Выезд {number} не состоится.',
    visitDeclined: 'Мы не можем осуществить выезд {number}.',
  },
  kk: {
    greeting: 'Құрметті {name}!',
    closing: 'Сіздің тұтынушыларға қызмет көрсету тобыңыз',
    status: 'Барысын көру және жауап беру',
    answer: 'Жауап беру',
    acknowledgement: '{number} шағымыңызды алдық, қарап жатырмыз. Жауапты {promisedAnswerAt} дейін аласыз.',
    informationRequest: '{number} шағымы бойынша жұмысты жалғастыру үшін сізден білуіміз керек:\n{questions}',
    sampleInquiry: '{number} шағымының үлгісі бізге әлі жеткен жоқ. Оның қайда екенін хабарлауыңызды сұраймыз.',
    interim: '{number} шағымы бойынша жұмысты жалғастырып жатырмыз, сізге хабарласамыз.',
    offer: '{number} шағымын реттеу бойынша ұсынысымыз бар. Қабылдайтыныңызды хабарлауыңызды сұраймыз.',
    offerWithdrawn: '{number} шағымы бойынша ұсынысымызды қайтарып аламыз және басқасын ұсынамыз.',
    refusal: 'Мұқият қарағаннан кейін {number} шағымын қабылдай алмаймыз.',
    lapsed: 'Сұралған мәліметті алмадық, {number} шағымын жабамыз. Оны кез келген уақытта жаңарта аласыз.',
    reminder: '{number} шағымы бойынша жауабыңызды әлі күтіп отырмыз.',
    trialDeclined: '{number} тәжірибелік партиясын қарап шықтық, оны жасай алмаймыз.',
    visitProposal: '{number} сапарымыздың күнін ұсынамыз: {when}, {place}. Сізге қолайлы ма, хабарлауыңызды сұраймыз.',
    visitPostponed: '{number} сапарымыздың күнін ауыстыруға тура келді; басқасын ұсынамыз.',
    visitCalledOff: '{number} сапары болмайды.',
    visitDeclined: '{number} сапарын жасай алмаймыз.',
  },
}
