// Who may send which event of a visit.
import type { VisitEvent } from '../../schema/visit-vocabulary.ts'
import { analyst, customer, front, lead, type Row, system } from './permission-reach.ts'

export const visitEvents = {
  request: { ...front, ...analyst, ...customer },
  plan: { ...front, ...system },
  triage: { ...lead, keyCustomerManager: 'managed' },
  propose: front,
  confirm: { ...front, ...customer },
  counterPropose: { ...front, ...customer },
  prepare: front,
  begin: front,
  finish: front,
  submitReport: front,
  returnReport: { keyCustomerManager: 'managed' },
  confirmFinding: front,
  close: front,
  reopen: lead,
  postpone: front,
  recordNoShow: front,
  cancel: front,
  decline: lead,
  reassign: lead,
  deadlinePassed: system,
} as const satisfies Record<VisitEvent, Row>
