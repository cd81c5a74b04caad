// The rows of the permission matrix: four claims that differ from the viewer's own in one thing each, with everything around them.
import type { Kysely } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { Engine } from '../../server/core/engine.ts'
import { givenReference } from '../given.ts'
import { globalId } from '../graph.ts'
import { givenAnswers } from './answers.ts'
import { attachment } from './attachments.ts'
import { type Customer, givenCustomer } from './customers.ts'
import { type DrivenClaim, drivenClaim } from './driven-claim.ts'
import { fillCase, fillClaim, fillVisit, tellEverybody } from './fillings.ts'
import { givenFollowed } from './followed.ts'
import { givenSurveys } from './surveys.ts'
import { fillTrial, finishTrial } from './trial.ts'
import { givenStaff, placed, type Viewers } from './viewers.ts'
import { added, givenWorks } from './works.ts'

export const relations = {
  own: 'own account Own in Europe, with a task and a line of the rolling mill, opened by the link of the contact',
  department:
    'the same account, but tasks and lines of logistics alone, and no link; of accounts and material: the account Quiet in Europe, without a claim',
  account: 'as own, but of the account Other in Europe',
  region: 'as own, but of the account Far in East Asia',
} as const
export type Relation = keyof typeof relations
export const relationNames = Object.keys(relations) as Relation[]

/** Ids of the graph by type and relation; `Person` and other types of the works have one or two rows. */
export type Rows = Record<string, Partial<Record<string, string>>>

export interface MatrixWorld {
  viewers: Viewers
  rows: Rows
  customers: Record<Relation, Customer>
  claims: Record<Relation | 'late', DrivenClaim>
  /** Files that were taken off. */
  takenOff: Record<string, string>
  /** What an input may name by its field. */
  named: Record<string, string>
}

export async function givenMatrix(engine: Engine, db: Kysely<Database>): Promise<MatrixWorld> {
  const { departments, regions } = await givenReference(db)
  const mill = departments.rollingMill ?? ''
  const laboratory = departments.laboratory ?? ''
  const logistics = departments.logistics ?? ''
  const europe = regions.europe ?? ''
  const staff = await givenStaff(db, { mill, laboratory }, europe)
  const other = staff.M.id
  const customers = {
    own: await givenCustomer(db, { name: 'Own', regionId: europe, managerId: staff.K.id, importedBy: other }),
    department: await givenCustomer(db, { name: 'Quiet', regionId: europe, managerId: other, importedBy: other }),
    account: await givenCustomer(db, { name: 'Other', regionId: europe, managerId: other, importedBy: other }),
    region: await givenCustomer(db, {
      name: 'Far',
      regionId: regions.eastAsia ?? '',
      managerId: other,
      importedBy: other,
    }),
  }
  const drive = (customer: Customer, name: string, departmentIds: string[]) =>
    drivenClaim(engine, staff, customer, name, departmentIds)
  const claims = {
    own: await drive(customers.own, 'own', [mill, laboratory, logistics]),
    department: await drive(customers.own, 'department', [logistics]),
    account: await drive(customers.account, 'account', [mill, laboratory, logistics]),
    region: await drive(customers.region, 'region', [mill, laboratory, logistics]),
    late: await drive(customers.own, 'late', [mill, laboratory, logistics]),
  }
  await makeLate(db, claims.late.id)
  await db
    .insertInto('case_link')
    .values({ from_case_id: claims.own.id, to_case_id: claims.department.id, kind: 'duplicate', at: new Date() })
    .execute()
  await givenSister(db, customers.own, customers.region, claims.own.id)
  const rows: Rows = {}
  const works = await givenWorks(db, {
    departmentId: mill,
    personId: other,
    deputyId: staff.L.id,
    accounts: [customers.own.id, customers.region.id],
  })
  for (const [type, relation, key] of [...works, ...(await givenSurveys(db, other, customers))])
    place(rows, type, relation, key)
  const nearby = { regionId: europe }
  const responses = await givenAnswers(db, {
    own: { id: customers.own.id, ...nearby },
    department: { id: customers.department.id, ...nearby },
    account: { id: customers.account.id, ...nearby },
    region: { id: customers.region.id, regionId: regions.eastAsia ?? '' },
  })
  for (const [relation, key] of Object.entries(responses)) place(rows, 'SurveyResponse', relation, key)
  const followed = await givenFollowed(db, other, responses, regions.eastAsia ?? '')
  for (const [type, relation, key] of followed) place(rows, type, relation, key)
  const takenOff: Record<string, string> = {}
  for (const relation of relationNames) {
    const claim = claims[relation]
    await tellEverybody(db, claim.id)
    const lineOf = relation === 'department' ? logistics : mill
    const filled = {
      ...(await fillCase(db, claim.id, { author: staff.A.id, linkedTo: claims.late.id })),
      ...(await fillClaim(db, claim, { lineOf, author: staff.L.id, contactId: claim.customer.callerId })),
      ...(await fillVisit(db, claim.id, {
        author: staff.A.id,
        departmentId: claim.departmentIds[0] ?? '',
        linkedTo: claims.late.id,
      })),
      ...(await fillTrial(db, {
        customer: claim.customer,
        departmentIds: claim.departmentIds,
        author: staff.A.id,
        linkedTo: claims.late.id,
      })),
      Claim: claim.id,
      Task: claim.taskIds[0] ?? '',
      ...customers[relation].rows,
    }
    for (const [type, key] of Object.entries(filled)) place(rows, type, relation, key)
    const removed = await attachment(db, claim.id, { author: staff.A.id, removedAt: new Date('2026-11-02T07:00:00Z') })
    takenOff[relation] = globalId('Attachment', removed)
  }
  const lateTrial = await fillTrial(db, {
    customer: customers.own,
    departmentIds: claims.own.departmentIds,
    author: staff.A.id,
    linkedTo: claims.late.id,
    context: { awaitingApproval: true, failedGroups: ['flatness'], iteration: 3 },
  })
  place(rows, 'TrialBatch decided late', 'own', lateTrial.TrialBatch ?? '')
  await finishTrial(db, claims.own.customer, staff.A.id, claims.late.id)
  place(rows, 'Task of another department', 'own', claims.own.taskIds[2] ?? '')
  const viewers = placed(staff, {
    accountId: customers.own.id,
    contactId: customers.own.contactId,
    caseId: claims.own.id,
  })
  const named = {
    analystId: globalId('Person', staff.A.id),
    ownerId: globalId('Person', staff.A.id),
    personId: globalId('Person', staff.A.id),
    engineerId: globalId('Person', staff.A.id),
    teamIds: globalId('Person', staff.A.id),
    deputyId: globalId('Person', staff.E.id),
    departmentId: globalId('Department', logistics),
    targetId: globalId('Claim', claims.late.id),
    regionId: globalId('Region', europe),
    managerId: globalId('Person', staff.K.id),
    taskId: rows.Task?.own ?? '',
    findingId: rows.VisitFinding?.own ?? '',
    itemId: rows.ClaimItem?.own ?? '',
    lineId: rows.SettlementLine?.own ?? '',
    pieceId: rows.Piece?.own ?? '',
    pieceIds: rows.Piece?.own ?? '',
    heatId: globalId('Heat', customers.own.heatId),
    certificateId: rows.Certificate?.own ?? '',
    requirementId: rows.TrialRequirement?.own ?? '',
    productId: rows.Product?.any ?? '',
  }
  return { viewers, rows, customers, claims, takenOff, named }
}

/** A label begins with the type: "Task of another department". */
function place(rows: Rows, label: string, relation: string, key: string): void {
  const ofType = rows[label] ?? {}
  ofType[relation] = globalId(label.split(' ')[0] ?? label, key)
  rows[label] = ofType
}

/** A coil of the same heat went to a customer far away, and is held with the claimed one. */
async function givenSister(db: Kysely<Database>, own: Customer, far: Customer, caseId: string): Promise<void> {
  const pieceId = await added(db, 'piece', {
    number: 'Sister-1',
    kind: 'coil',
    heat_id: own.heatId,
    account_id: far.id,
    mass: '10.000',
  })
  const at = new Date('2026-11-02T09:00:00Z')
  await db.insertInto('containment').values({ case_id: caseId, piece_id: pieceId, outcome: 'held', at }).execute()
}

/** The third round of everything: what then only the lead or management may do. */
async function makeLate(db: Kysely<Database>, caseId: string): Promise<void> {
  const { snapshot } = await db
    .selectFrom('service_case')
    .where('id', '=', caseId)
    .select('snapshot')
    .executeTakeFirstOrThrow()
  const context = {
    ...(snapshot.context as object),
    informationRequests: 2,
    round: 3,
    reopenings: 2,
    severity: 'critical',
  }
  await db
    .updateTable('service_case')
    .set({ snapshot: JSON.stringify({ ...snapshot, context }) })
    .where('id', '=', caseId)
    .execute()
}
