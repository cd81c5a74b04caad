// What was offered to the customer, line by line; amounts are shown as they are kept, never through a float.
import { el } from '../survey/elements.ts'
import { kindIn, type Say } from './claim-words.ts'
import type { LinkedClaim } from './link-api.ts'

export function offerView({ offer }: LinkedClaim, language: string, say: Say): HTMLElement {
  return el(
    'section',
    { class: 'offer' },
    el('h2', {}, say('offer')),
    el(
      'ul',
      {},
      ...offer.map(({ kind, label, mass, amount, currency }) =>
        el(
          'li',
          {},
          el('span', {}, kindIn(language, kind) ?? label, mass ? ` · ${figures(mass, language, 3)} t` : ''),
          Number(amount) > 0 && el('b', { dir: 'ltr' }, `${figures(amount, language, 2)} ${currency}`),
        ),
      ),
    ),
  )
}

function figures(decimal: string, language: string, digits: number): string {
  return new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
    decimal as Intl.StringNumericLiteral,
  )
}
