// What a key-customer manager has to see to, over all his accounts, by day.
import type { MyAccount } from '../generated/my-accounts.ts'

export type AgendaKind = 'promise' | 'review' | 'visit' | 'clock' | 'shortage' | 'duty' | 'silent'

export interface AgendaItem {
  id: string
  kind: AgendaKind
  /** Civil day, or null where it has none: it stands first. */
  day: string | null
  late: boolean
  account: { id: string; name: string }
  what: string
}

const DAY = 86_400_000
/** Nothing was said for so many days: default of the product, as the list of silent customers has it. */
const silentDays = 30

/** Late things first, then by day; what lies more than `days` ahead is left out. */
export function agendaOf(accounts: readonly MyAccount[], now: Date, days = 30): AgendaItem[] {
  const today = now.toISOString().slice(0, 10)
  const last = new Date(now.getTime() + days * DAY).toISOString().slice(0, 10)
  return accounts
    .flatMap((account) => itemsOf(account, today))
    .filter(({ day }) => day === null || day <= last)
    .toSorted((a, b) => Number(b.late) - Number(a.late) || (a.day ?? '').localeCompare(b.day ?? ''))
}

function itemsOf({ id, name, figures, promises, keyPlan, shortages, obligations }: MyAccount, today: string) {
  const account = { id, name }
  const item = (kind: AgendaKind, key: string, day: string | null, late: boolean, what: string): AgendaItem => ({
    id: `${kind} ${key}`,
    kind,
    day,
    late,
    account,
    what,
  })
  const civil = (at: string) => at.slice(0, 10)
  const silent =
    figures &&
    (!figures.lastContactAt || Date.parse(today) - Date.parse(civil(figures.lastContactAt)) > silentDays * DAY)
  return [
    ...promises.filter(({ keptOn }) => !keptOn).map((one) => item('promise', one.id, one.dueOn, one.overdue, one.text)),
    ...(keyPlan?.reviewOn ? [item('review', id, keyPlan.reviewOn, keyPlan.reviewOverdue, `${keyPlan.percent} %`)] : []),
    ...(figures && figures.lateCases > 0 ? [item('clock', id, null, true, String(figures.lateCases))] : []),
    ...(figures?.nextVisitAt ? [item('visit', id, civil(figures.nextVisitAt), false, '')] : []),
    ...shortages
      .filter(({ toldAt }) => !toldAt)
      .map((one) => item('shortage', one.id, null, true, one.warning?.product.name ?? '')),
    ...obligations
      .filter(({ state }) => state !== 'met')
      .map((one) => item('duty', one.id, null, one.state === 'breached', `${one.kindLabel}: ${one.stateLabel}`)),
    ...(silent ? [item('silent', id, null, false, figures.lastContactAt ? civil(figures.lastContactAt) : '')] : []),
  ]
}
