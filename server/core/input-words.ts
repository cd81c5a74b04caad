// Pieces of input that name something outside the product: addresses, countries, languages, time zones, times of day.
import { z } from 'zod'
import { languages, words } from '../../schema/vocabulary.ts'
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from './credentials.ts'
import { isGuessable } from './guessable.ts'
import { line } from './input.ts'
import { isCountry } from './public-holidays.ts'
import { isTimeZone } from './time-zone.ts'

const EMAIL = /^[^\s@"<>(),;:\\[\]]{1,64}@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/i
const TIME = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/

/** An e-mail address, carried in lower case. */
export const email = () =>
  checked((value, fault) => {
    if (value.length > 254 || !EMAIL.test(value)) fault('badEmail')
  })
    .transform((value) => value.toLowerCase())
    .meta({ scalar: 'String' })

/** Country as in ISO 3166: two capitals. */
export const country = () =>
  checked((value, fault) => {
    if (!/^[A-Z]{2}$/.test(value) || !isCountry(value)) fault('badCountry')
  })

export const timeZone = () =>
  checked((value, fault) => {
    if (value.length > 64 || !isTimeZone(value)) fault('badTimeZone')
  })

/** A language that people write to us in. */
export const language = () =>
  checked((value, fault) => {
    if (!words(languages).some((word) => word === value)) fault('badLanguage')
  })

/** A time of day, HH:MM; 24:00 is the end of the day. */
export const clockTime = () =>
  checked((value, fault) => {
    if (!TIME.test(value)) fault('badTime')
  })

/** A short stable name that code and people refer to. */
export const codeName = () =>
  checked((value, fault) => {
    if (!/^[a-z][A-Za-z]{0,39}$/.test(value)) fault('badCode', { allowed: 'a–z, A–Z' })
  })

/** A name in English and, where there are, the other languages. */
export const translations = z.object({
  en: line(200).describe('English.'),
  ru: line(200).nullish().describe('Russian.'),
  kk: line(200).nullish().describe('Kazakh.'),
})

/** The English name with those given in other languages, as it is stored. */
export function stored({ en, ru, kk }: z.output<typeof translations>): string {
  return JSON.stringify({ en, ...(ru && { ru }), ...(kk && { kk }) })
}

/** A password to be set; kept as a hash alone. */
export const password = () =>
  checked((value, fault) => {
    if (value.length < MIN_PASSWORD_LENGTH) fault('tooShort', { min: MIN_PASSWORD_LENGTH })
    else if (value.length > MAX_PASSWORD_LENGTH) fault('tooLong', { max: MAX_PASSWORD_LENGTH })
    else if (isGuessable(value)) fault('guessable')
  })

type Fault = (code: string, params?: Record<string, string | number>) => void

function checked(check: (value: string, fault: Fault) => void) {
  return z.string().superRefine((value, context) =>
    check(value, (code, params = {}) => {
      context.addIssue({ code: 'custom', params: { code, ...params }, message: code })
    }),
  )
}
