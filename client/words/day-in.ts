// A day in the words of a language, Gregorian; browsers that know no Kazakh months are told them.
const kazakhMonths = 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(' ')

/** 18 December 2026 */
export function dayIn(language: string, iso: string | Date): string {
  const day = new Date(iso)
  if (language === 'kk') return `${day.getFullYear()} ж. ${day.getDate()} ${kazakhMonths[day.getMonth()]}`
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'long',
    calendar: 'gregory',
  }).format(day)
}

/** 18 December 2026, 16:20, on the clocks of the device. */
export function momentIn(language: string, iso: string): string {
  const hour = new Intl.DateTimeFormat(language === 'kk' ? 'ru' : language, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return `${dayIn(language, iso)}${language === 'fa' ? '، ' : ', '}${hour.format(new Date(iso))}`
}
