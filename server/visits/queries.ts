// How visits with their report, findings and outcomes lie in the database.
import { type Expression, type SqlBool, sql } from 'kysely'
import { accountOfferShape, accountPlanShape, productNeedShape } from '../accounts/key-account-queries.ts'
import { accountShape, contactScope, contactShape } from '../accounts/queries.ts'
import { byOpened, caseAlways, caseFields, caseShape, casesSeen, taskShape } from '../cases/queries.ts'
import { ofCase } from '../cases/record-shapes.ts'
import { policyScope } from '../core/permissions.ts'
import {
  addVariant,
  computed,
  connection,
  hang,
  list,
  one,
  type Scope,
  type Shape,
  shape,
} from '../core/selection-shape.ts'
import type { Viewer } from '../core/viewer.ts'
import { personShape } from '../organization/queries.ts'
import { recommendationShape, recommendationsSeen } from '../trial-batches/queries.ts'

const placed = [ofCase('account_id'), ofCase('region_id')]

export const visitBlockShape = shape('VisitBlockText', 'visit_block', {
  always: placed,
  fields: {
    block: 'block',
    blockLabel: 'block',
    text: 'body',
    writtenBy: one(() => personShape, 'written_by'),
    writtenAt: 'written_at',
  },
})

export const visitOutcomeShape = shape('VisitOutcome', 'visit_outcome', {
  always: placed,
  fields: {
    kind: 'kind',
    kindLabel: 'kind',
    note: 'note',
    task: one(() => taskShape, 'task_id'),
    claim: one(() => caseShape, 'claim_id', casesSeen),
    need: one(() => productNeedShape, 'need_id'),
    offer: one(() => accountOfferShape, 'offer_id'),
    plan: one(() => accountPlanShape, 'plan_id'),
    recommendation: one(() => recommendationShape, 'recommendation_id', recommendationsSeen),
    madeBy: one(() => personShape, 'made_by'),
    madeAt: 'made_at',
  },
})

export const visitFindingShape = shape('VisitFinding', 'visit_finding', {
  always: placed,
  fields: {
    number: 'number',
    block: 'block',
    blockLabel: 'block',
    text: 'body',
    confirmedOn: 'confirmed_on',
    closedReason: 'closed_reason',
    closedBy: one(() => personShape, 'closed_by'),
    closedAt: 'closed_at',
    outcomes: list(() => visitOutcomeShape, 'finding_id', {
      order: { columns: ['made_at', 'id'], direction: 'asc' },
      limit: 50,
    }),
  },
})

export const visitCheckShape = shape('VisitCheck', 'visit_check', {
  always: [...placed, 'person_id'],
  fields: {
    person: one(() => personShape, 'person_id'),
    kept: 'kept',
    percent: 'kept',
    checkedAt: 'checked_at',
  },
})

export const visitDossierShape = shape('VisitDossier', 'visit_dossier', {
  key: 'case_id',
  always: placed,
  fields: { sections: 'content', madeAt: 'dossier_at' },
})

/** Blocks of the report with text, in percent of the ten. */
const completeness = computed(
  'completeness',
  'plain',
  (alias) => sql`(select count(*)::int * 10 from visit_block
    where visit_block.case_id = ${sql.ref(`${alias}.id`)} and btrim(visit_block.body) <> '')`,
)

export const visitShape: Shape<'service_case'> = shape('Visit', 'service_case', {
  always: caseAlways,
  beside: { visit: 'case_id' },
  fields: {
    ...caseFields,
    origin: 'visit.origin',
    originLabel: 'visit.origin',
    reason: 'visit.occasion',
    purpose: 'visit.purpose',
    purposeLabel: 'visit.purpose',
    about: one(() => caseShape, 'visit.about_id', casesSeen),
    orderNumber: 'visit.order_number',
    incoming: 'visit.incoming',
    askedBy: one(() => contactShape, 'visit.asked_by_id', contactScope),
    wishedFrom: 'visit.wished_from',
    wishedTo: 'visit.wished_to',
    requestedAt: 'visit.requested_at',
    aheadReason: 'visit.ahead_reason',
    engineer: one(() => personShape, 'visit.engineer_id'),
    team: list(
      () => personShape,
      (person, self) => sql`${sql.ref(`${person}.id`)} in (select visit_attendance.person_id from visit_attendance
        where visit_attendance.case_id = ${sql.ref(`${self}.id`)})`,
      { order: { columns: ['name', 'id'], direction: 'asc' }, limit: 20 },
    ),
    startsAt: 'visit.starts_at',
    endsAt: 'visit.ends_at',
    place: 'visit.place',
    host: one(() => personShape, 'visit.host_id'),
    room: 'visit.room',
    confirmedAt: 'visit.confirmed_at',
    begunAt: 'visit.begun_at',
    finishedAt: 'visit.finished_at',
    reportedAt: 'visit.reported_at',
    completeness,
    blocks: list(() => visitBlockShape, 'case_id', { order: { columns: ['block', 'id'], direction: 'asc' } }),
    findings: list(() => visitFindingShape, 'case_id', { order: { columns: ['number', 'id'], direction: 'asc' } }),
    recommendations: list(() => recommendationShape, 'case_id', { order: { columns: ['id'], direction: 'asc' } }),
    checks: list(() => visitCheckShape, 'case_id', { order: { columns: ['checked_at', 'id'], direction: 'asc' } }),
    dossier: one(() => visitDossierShape, 'id'),
  },
})
addVariant(caseShape, visitShape)

hang(
  accountShape,
  'visits',
  connection(() => visitShape, 'account_id', {
    order: byOpened,
    where: (visit) => sql`${sql.ref(`${visit}.kind`)} = 'visit'`,
    scope: casesSeen,
  }),
)

/** The visits that the viewer may see. */
export function visitsSeen(viewer: Viewer): Expression<SqlBool> {
  return sql<SqlBool>`service_case.kind = 'visit' and ${casesSeen(viewer)}`
}

/** Rows of the visits of whose customers the viewer reads what was learnt; the column holds the id of the case. */
export function knownParts(caseIdColumn: string): Scope {
  return (viewer) =>
    sql<SqlBool>`${sql.ref(caseIdColumn)} in (select service_case.id from service_case
      where ${policyScope(viewer, 'knowledge')} and ${casesSeen(viewer)})`
}
