// How dates are written in a language: by the browser, or by ourselves where it knows no Kazakh, as Chromium does not.
interface Written {
  format(date: Date): string
  formatRange(from: Date, until: Date): string
}

export const kazakhMonths = 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(
  ' ',
)
const weekdays = {
  long: ['жексенбі', 'дүйсенбі', 'сейсенбі', 'сәрсенбі', 'бейсенбі', 'жұма', 'сенбі'],
  short: ['жс', 'дс', 'сс', 'ср', 'бс', 'жм', 'сб'],
  narrow: ['Ж', 'Д', 'С', 'С', 'Б', 'Ж', 'С'],
}

export function dateFormat(language: string, options: Intl.DateTimeFormatOptions): Written {
  if (language === 'kk' && !knowsKazakh()) return kazakhFormat(options)
  return new Intl.DateTimeFormat(figureLocale(language), { calendar: 'gregory', ...options })
}

/** Whose figures and names of places and languages are written: where Kazakh is not known, the nearest. */
export function figureLocale(language: string): string {
  if (language === 'kk' && !knowsKazakh()) return 'ru'
  return language === 'en' ? 'en-GB' : language
}

/** As CLDR orders it: 2026 ж. 18 желтоқсан, жұма, 16:20. Styles are not known, only single parts. */
export function kazakhFormat(options: Intl.DateTimeFormatOptions): Written {
  const { timeZone, weekday, month, year, day } = options
  const figures = new Intl.DateTimeFormat('ru', {
    calendar: 'gregory',
    ...options,
    weekday: undefined,
    month: undefined,
  })
  const places = new Intl.DateTimeFormat('en-US', { timeZone, month: 'numeric', weekday: 'short' })
  const partsOf = (date: Date) => {
    const given = Object.fromEntries(figures.formatToParts(date).map(({ type, value }) => [type, value]))
    const placed = Object.fromEntries(places.formatToParts(date).map(({ type, value }) => [type, value]))
    return {
      year: year && `${given.year} ж.`,
      day: day && given.day,
      month: month && monthName(Number(placed.month) - 1, month),
      weekday: weekday && weekdays[weekday][englishDays.indexOf(placed.weekday ?? '')],
      time: given.hour && `${given.hour}:${given.minute}`,
    }
  }
  const joined = (separator: string, ...parts: (string | undefined)[]) => parts.filter(Boolean).join(separator)
  const written = ({ year: y, day: d, month: m, weekday: w, time }: ReturnType<typeof partsOf>) =>
    joined(', ', joined(' ', y, d, m), w, time)
  return {
    format: (date) => written(partsOf(date)),
    formatRange: (from, until) => {
      const [first, last] = [partsOf(from), partsOf(until)]
      const sameMonth = first.year === last.year && first.month === last.month
      if (sameMonth && first.day === last.day) return last.time ? `${written(first)}–${last.time}` : written(first)
      if (sameMonth && !first.time) return written({ ...first, day: `${first.day}–${last.day}` })
      return `${written(first)} – ${written(last)}`
    },
  }
}

const englishDays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

function monthName(place: number, how: NonNullable<Intl.DateTimeFormatOptions['month']>): string {
  const name = kazakhMonths[place] ?? ''
  if (how === 'long') return name
  return how === 'short' ? `${name.slice(0, 3)}.` : String(place + 1)
}

/** Chromium says that it knows Kazakh and writes M11. */
function knowsKazakh(): boolean {
  known ??= new Intl.DateTimeFormat('kk', { month: 'long' }).format(0) !== 'M01'
  return known
}

let known: boolean | undefined
