// Visits as an iCalendar file (RFC 5545): whole feeds, and one visit as invitation or as its withdrawal (RFC 5546).
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { VisitState } from '../../schema/visit-vocabulary.ts'

export interface CalendarVisit {
  id: string
  number: string
  title: string
  account: string
  state: VisitState
  startsAt: Date
  endsAt: Date
  place: string | null
  room: string | null
  /** How often its time was set or taken away; calendars keep the highest. */
  moves: number
  changedAt: Date
}

/** Who invites and who is invited; both are needed for a calendar program to take the file as an invitation. */
export interface Invitation {
  method: 'REQUEST' | 'CANCEL'
  organizer: { name: string; email: string }
  attendee: { name: string; email: string }
}

/** All visits, for programs that read the address again and again. */
export function calendarFeed(name: string, visits: readonly CalendarVisit[], at: Date): string {
  const calendar = ical({ name: clean(name), prodId, ttl: hourInSeconds })
  for (const visit of visits) calendar.createEvent(eventOf(visit, at))
  return calendar.toString()
}

/** One visit as a file to keep, or as an invitation to answer. */
export function calendarEntry(visit: CalendarVisit, at: Date, invitation: Invitation | null = null): string {
  const calendar = ical({ prodId, method: invitation && ICalCalendarMethod[invitation.method] })
  const event = calendar.createEvent(eventOf(visit, at))
  if (!invitation) return calendar.toString()
  if (invitation.method === 'CANCEL') event.status(ICalEventStatus.CANCELLED)
  event.organizer(personOf(invitation.organizer))
  event.createAttendee({ ...personOf(invitation.attendee), rsvp: invitation.method === 'REQUEST' })
  return calendar.toString()
}

const prodId = { company: 'customer-service-group', product: 'visits', language: 'EN' }
const hourInSeconds = 3_600

function eventOf(visit: CalendarVisit, at: Date) {
  return {
    id: `visit-${visit.id}@csg`,
    start: visit.startsAt,
    end: visit.endsAt,
    stamp: at,
    lastModified: visit.changedAt,
    sequence: visit.moves,
    status: statusOf(visit.state),
    summary: clean(`${visit.account} · ${visit.number}`),
    description: clean(visit.title),
    location: clean([visit.place, visit.room].filter(Boolean).join(', ')) || null,
  }
}

function statusOf(state: VisitState): ICalEventStatus {
  if (state === 'cancelled' || state === 'declined') return ICalEventStatus.CANCELLED
  return state === 'proposed' ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED
}

function personOf({ name, email }: { name: string; email: string }) {
  return { name: clean(name).replaceAll('"', "'"), email: email.replace(/[^\x21-\x7e]|[;,"<>]/g, '') }
}

/** What people wrote stays text: line ends and control characters would begin lines of their own. */
function clean(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
  return text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim()
}
