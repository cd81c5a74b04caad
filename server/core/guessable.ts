/** Whether a password is long and still easily guessed: repetition, rows of keys, or words that everybody tries first. */

/** Words of the product and of every list of common passwords; what is left without them must still be something. */
const COMMON = [
  ...['password', 'passwort', 'passw0rd', 'welcome', 'letmein', 'administrator', 'admin', 'login', 'secret', 'master'],
  ...['customer', 'service', 'group', 'claims', 'steel', 'works', 'mill', 'company', 'changeme', 'default', 'demo'],
  ...[
    'iloveyou',
    'football',
    'baseball',
    'princess',
    'sunshine',
    'monkey',
    'dragon',
    'superman',
    'trustno',
    'user',
    'test',
  ],
]
const ROWS = [
  'qwertyuiop',
  'qwertzuiop',
  'asdfghjkl',
  'zxcvbnm',
  'йцукенгшщзхъ',
  'фывапролджэ',
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
]
const LEET: Record<string, string> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's' }

/** Distinct characters, and characters that must be left when rows of keys, years and common words are taken out. */
const DISTINCT = 6
const LEFT = 6

export function isGuessable(password: string): boolean {
  const text = password.toLowerCase()
  if (new Set(text).size < DISTINCT) return true
  const letters = text.replace(/./gu, (sign) => LEET[sign] ?? sign)
  return Math.min(leftOf(text), leftOf(letters)) < LEFT
}

function leftOf(text: string): number {
  const words = COMMON.reduce((rest, word) => rest.replaceAll(word, ' '), text)
  const rows = [...ROWS, ...ROWS.map(reversed)].reduce(withoutRow, words)
  return [...rows.replace(/(19|20)\d\d|[^\p{L}\p{N}]/gu, '')].length
}

/** Takes out every stretch of the row that is four keys long or longer. */
function withoutRow(text: string, row: string): string {
  let rest = text
  for (let length = row.length; length >= 4; length--) {
    for (let start = 0; start + length <= row.length; start++)
      rest = rest.replaceAll(row.slice(start, start + length), ' ')
  }
  return rest
}

function reversed(text: string): string {
  return [...text].reverse().join('')
}
