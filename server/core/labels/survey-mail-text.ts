// Words of invitations to answer a questionnaire and of reminders, in the languages that people are asked in.
import { fill } from './template.ts'

const texts = {
  en: {
    subject: 'Your opinion about our work',
    caseSubject: 'How did we do? {number}',
    again: 'A reminder: {subject}',
    greeting: 'Dear {name},',
    general:
      'we would like to know how content you are with our steel and our service. It takes about five minutes; what you have answered is kept, and you can go on later.',
    case: 'your matter {number} is closed. Please tell us in three questions how we handled it.',
    talk: 'we spoke about technical questions lately. Please tell us in three questions whether we could help.',
    talkSubject: 'How did technical support do?',
    until: 'You can answer until {until}.',
    button: 'Answer now',
    closing: 'Your customer-service group',
    stop: 'Do not ask me any more',
  },
  ru: {
    subject: 'Ваше мнение о нашей работе',
    caseSubject: 'Как мы справились? {number}',
    again: 'Напоминание: {subject}',
    greeting: 'Здравствуйте, {name}!',
    general:
      'Нам важно знать, довольны ли вы нашей продукцией и обслуживанием. Опрос займёт около пяти минут; ответы сохраняются, и продолжить можно позже.',
    case: 'Ваше обращение {number} закрыто. Ответьте, пожалуйста, на три вопроса о том, как мы с ним справились.',
    talk: 'Недавно вы обращались в нашу техническую поддержку. Ответьте, пожалуйста, на три вопроса о том, смогли ли мы помочь.',
    talkSubject: 'Помогла ли вам техническая поддержка?',
    until: 'Ответить можно до {until}.',
    button: 'Ответить',
    closing: 'Ваша группа обслуживания потребителей',
    stop: 'Больше не присылать опросы',
  },
  kk: {
    subject: 'Жұмысымыз туралы пікіріңіз',
    caseSubject: 'Біз қалай жұмыс істедік? {number}',
    again: 'Еске салу: {subject}',
    greeting: 'Құрметті {name}!',
    general:
      'Өніміміз бен қызметімізге қаншалықты көңіліңіз толатынын білгіміз келеді. Бұл бес минуттай уақыт алады; жауаптар сақталады, кейін жалғастыруға болады.',
    case: '{number} өтінішіңіз жабылды. Оны қалай шешкеніміз туралы үш сұраққа жауап беруіңізді сұраймыз.',
    talk: 'Жақында сіз біздің техникалық қолдауға жүгіндіңіз. Көмектесе алдық па — үш сұраққа жауап беруіңізді сұраймыз.',
    talkSubject: 'Техникалық қолдау көмектесті ме?',
    until: '{until} дейін жауап беруге болады.',
    button: 'Жауап беру',
    closing: 'Сіздің тұтынушыларға қызмет көрсету тобыңыз',
    stop: 'Маған сауалнама жібермеңіз',
  },
  fa: {
    subject: 'نظر شما دربارهٔ کار ما',
    caseSubject: 'عملکرد ما چگونه بود؟ {number}',
    again: 'یادآوری: {subject}',
    greeting: '{name} گرامی،',
    general:
      'می‌خواهیم بدانیم از فولاد و خدمات ما چقدر راضی هستید. پاسخ‌دادن حدود پنج دقیقه طول می‌کشد؛ پاسخ‌ها ذخیره می‌شود و می‌توانید بعداً ادامه دهید.',
    case: 'موضوع {number} شما بسته شد. لطفاً با پاسخ به سه پرسش بگویید چگونه به آن رسیدگی کردیم.',
    talk: 'به‌تازگی با پشتیبانی فنی ما گفت‌وگو کردید. لطفاً با پاسخ به سه پرسش بگویید آیا توانستیم کمک کنیم.',
    talkSubject: 'پشتیبانی فنی چگونه بود؟',
    until: 'تا {until} می‌توانید پاسخ دهید.',
    button: 'پاسخ می‌دهم',
    closing: 'گروه خدمات مشتریان شما',
    stop: 'دیگر برایم نظرسنجی نفرستید',
  },
  zh: {
    subject: '您对我们工作的意见',
    caseSubject: '我们做得怎么样？{number}',
    again: '提醒：{subject}',
    greeting: '尊敬的{name}：',
    general: '我们想了解您对我们的钢材和服务是否满意。大约需要五分钟；您的回答会被保存，可以稍后继续。',
    case: '您的事项 {number} 已结束。请用三个问题告诉我们处理得如何。',
    talk: '您最近联系过我们的技术支持。请用三个问题告诉我们是否帮到了您。',
    talkSubject: '技术支持做得怎么样？',
    until: '您可以在 {until} 之前回答。',
    button: '现在回答',
    closing: '您的客户服务组',
    stop: '请不要再向我发送调查',
  },
} as const

export interface SurveyMailParams {
  name: string
  number: string
  /** Until when answers are taken, told on the clocks of the customer. */
  until: Date
  timeZone: string
  about: 'general' | 'case' | 'talk'
  again: boolean
}

export interface SurveyMailText {
  /** In which the words are; English where there are none of the language asked for. */
  language: string
  subject: string
  body: string
  button: string
  closing: string
  stop: string
}

const subjects = { general: 'subject', case: 'caseSubject', talk: 'talkSubject' } as const

export function surveyMailText(
  language: string,
  { about, again, until, timeZone, ...given }: SurveyMailParams,
): SurveyMailText {
  const known = language in texts ? (language as keyof typeof texts) : 'en'
  const words = texts[known]
  const params = { ...given, until: momentIn(known, until, timeZone) }
  const subject = fill(words[subjects[about]], params)
  const { button, closing, stop } = words
  return {
    language: known,
    subject: again ? fill(words.again, { subject }) : subject,
    body: [fill(words.greeting, params), fill(words[about], params), fill(words.until, params)].join('\n\n'),
    button,
    closing,
    stop,
  }
}

/** 1 December 2026 at 18:00, GMT+1 */
function momentIn(language: keyof typeof texts, at: Date, timeZone: string): string {
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    calendar: 'gregory',
    timeZone,
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  })
  return format.format(at)
}
