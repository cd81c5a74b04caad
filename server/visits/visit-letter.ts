// What letters about the date of a visit bring beside their words: the link to answer by, and the invitation for the customer's calendar.
import { sql } from 'kysely'
import type { LetterParts } from '../cases/letter-mail.ts'
import type { EffectScope, Engine } from '../core/engine.ts'
import { isLabelLanguage } from '../core/label-language.ts'
import { calendarEntry, type Invitation } from './calendar-file.ts'

/** The appointment as a letter told of it. */
interface Appointment {
  startsAt: string
  endsAt: string
  place: string | null
  room: string | null
  moves: number
}

const dated = ['visitProposal', 'visitPostponed', 'visitCalledOff', 'visitDeclined']

/** What the letter must remember, since it leaves later: the date proposed, or for a withdrawal the one proposed last; {} without one. */
export async function appointmentOf({ trx, subject }: EffectScope, kind: string): Promise<Appointment | object> {
  if (!dated.includes(kind)) return {}
  const { rows } = await sql<Appointment & { startsAt: string | null }>`
    select ${isoText('starts_at')} as "startsAt", ${isoText('ends_at')} as "endsAt", place, room, moves
    from visit where case_id = ${subject.caseId}`.execute(trx)
  const [now] = rows
  if (now?.startsAt) return now
  const last = await trx
    .selectFrom('letter')
    .where('case_id', '=', subject.caseId)
    .where('kind', '=', 'visitProposal')
    .orderBy('queued_at', 'desc')
    .orderBy('id', 'desc')
    .select('detail')
    .executeTakeFirst()
  return last && now ? { ...last.detail, moves: now.moves } : {}
}

/** Link and invitation of a letter about a date, from the sender `Service <service@works.example>`; the date is told in the customer's zone. */
export function visitLetterParts(from: string): LetterParts {
  return async (engine, letter) => {
    const appointment = letter.detail as Partial<Appointment>
    const { startsAt, endsAt } = appointment
    if (!dated.includes(letter.kind) || !startsAt || !endsAt) return {}
    const visit = await visitOf(engine, letter.caseId)
    if (!visit) return {}
    const proposed = letter.kind === 'visitProposal'
    const language = isLabelLanguage(letter.language) ? letter.language : 'en'
    const format = { dateStyle: 'full', timeStyle: 'short', timeZone: visit.timeZone } as const
    const when = new Intl.DateTimeFormat(language, format).formatRange(new Date(startsAt), new Date(endsAt))
    const invitation: Invitation = {
      method: proposed ? 'REQUEST' : 'CANCEL',
      organizer: senderOf(from),
      attendee: { name: letter.name, email: letter.email },
    }
    const content = calendarEntry(
      {
        ...visit,
        startsAt: new Date(startsAt),
        endsAt: new Date(endsAt),
        place: appointment.place ?? null,
        room: appointment.room ?? null,
        moves: appointment.moves ?? 0,
      },
      visit.now,
      letter.email === '' ? null : invitation,
    )
    return {
      detail: { when, place: [appointment.place, appointment.room].filter(Boolean).join(', ') },
      answerable: proposed,
      calendar: { method: invitation.method, content },
    }
  }
}

async function visitOf({ db, now }: Engine, caseId: string) {
  return db
    .selectFrom('service_case')
    .innerJoin('visit', 'visit.case_id', 'service_case.id')
    .innerJoin('account', 'account.id', 'service_case.account_id')
    .where('service_case.id', '=', caseId)
    .select([
      'service_case.id',
      'service_case.number',
      'service_case.title',
      'service_case.changed_at as changedAt',
      'account.name as account',
      'account.time_zone as timeZone',
      sql<'proposed'>`'proposed'`.as('state'),
      now().as('now'),
    ])
    .executeTakeFirst()
}

/** `Service <service@works.example>` as name and address. */
function senderOf(from: string): { name: string; email: string } {
  const [, name = '', email = from] = /^\s*(.*?)\s*<([^>]+)>\s*$/.exec(from) ?? []
  return { name: name.replaceAll('"', ''), email }
}

function isoText(column: string) {
  return sql<string>`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
}
