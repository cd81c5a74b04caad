// What a step's form begins with: what the visit already says, so that nobody types it again.
import type { VisitView } from '../case/case-view.ts'
import type { FieldValues } from '../case/step-input.ts'
import { localMoment } from '../words/local-moment.ts'

export function visitStart(event: string, visit: VisitView): FieldValues {
  switch (event) {
    case 'triage':
      return { purpose: visit.purpose ?? '', engineerId: visit.engineer?.id ?? '' }
    case 'propose':
      return {
        startsAt: visit.startsAt ? localMoment(visit.startsAt) : visit.wishedFrom ? `${visit.wishedFrom}T10:00` : '',
        endsAt: visit.endsAt ? localMoment(visit.endsAt) : visit.wishedFrom ? `${visit.wishedFrom}T12:00` : '',
        place: visit.place ?? '',
        teamIds: (visit.team ?? []).map(({ id }) => id).join('\n'),
        hostId: visit.host?.id ?? '',
        room: visit.room ?? '',
      }
    case 'confirm':
      return { hostId: visit.host?.id ?? '', room: visit.room ?? '' }
    default:
      return {}
  }
}
