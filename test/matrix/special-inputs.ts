// Inputs that a generated one cannot stand for: they name a row by another field, or must be wrong in a certain place.
import type { JsonObject } from '../../schema/json.ts'
import type { Engine } from '../../server/core/engine.ts'
import { globalId } from '../graph.ts'
import { leastInput } from './inputs.ts'
import type { MatrixViewer } from './viewers.ts'
import type { MatrixWorld, Rows } from './world.ts'

type Inputs = (world: MatrixWorld) => Record<string, JsonObject>

/** By customer: an account of nobody's else is wrong somewhere after its permission. */
const ofAccounts =
  (mutation: string, wrong: JsonObject): Inputs =>
  (world) =>
    byCustomer(world, (accountId) => ({ ...leastInput(mutation, world.named), ...wrong, accountId }))

/** Of every trial batch; a recommendation that is decided already is refused after the permission. */
function ofRecommendations(mutation: string): Inputs {
  return ({ rows, named }) => byRelation(rows.Recommendation, leastInput(mutation, named))
}

/** Of every follow-up and theme; read too long ago. */
const stale = { revision: 999 }
function ofFollowUps(mutation: string): Inputs {
  return ({ rows, named }) => byRelation(rows.FollowUp, { ...leastInput(mutation, named), ...stale })
}
function ofThemes(mutation: string): Inputs {
  return ({ rows, named }) => byRelation(rows.ImprovementTheme, { ...leastInput(mutation, named), ...stale })
}

export const special: Record<string, Inputs> = {
  registerClaim: ofAccounts('registerClaim', { receivedAt: '2029-01-01T00:00:00Z' }),
  requestTrial: ofAccounts('requestTrial', { reason: 'claim' }),
  acceptRecommendation: ofRecommendations('acceptRecommendation'),
  declineRecommendation: ofRecommendations('declineRecommendation'),
  recordRecommendationEffect: ofRecommendations('recordRecommendationEffect'),
  requestVisit: ofAccounts('requestVisit', { wishedFrom: '2026-11-09', wishedTo: '2026-11-08' }),
  planVisit: ofAccounts('planVisit', { wishedFrom: '2026-11-09', wishedTo: '2026-11-08' }),
  updateAccount: ofAccounts('updateAccount', { key: false, critical: true }),
  createContact: ofAccounts('createContact', {}),
  setAccountClass: ofAccounts('setAccountClass', { class: 'usefulMany', reason: 'Small' }),
  writeKeyPlan: ofAccounts('writeKeyPlan', {}),
  writeAccountProfile: ofAccounts('writeAccountProfile', {}),
  saveContactEntry: ofAccounts('saveContactEntry', {}),
  saveAccountPromise: ofAccounts('saveAccountPromise', {}),
  saveUniqueNeed: ofAccounts('saveUniqueNeed', {}),
  saveProductNeed: ofAccounts('saveProductNeed', {}),
  saveAccountOffer: ofAccounts('saveAccountOffer', {}),
  saveAccountPlan: ofAccounts('saveAccountPlan', {}),
  judgeObligation: ofAccounts('judgeObligation', {}),
  saveReferral: ofAccounts('saveReferral', {}),
  tellShortage: ({ rows }) => byRelation(rows.ShortageNotice, { read: false }),
  writeAccountTerms: ofAccounts('writeAccountTerms', { currency: 'USD' }),
  // A day of application without its due day is wrong after the permission.
  recordOrderApplication: ({ rows }) =>
    Object.fromEntries(
      Object.entries(rows.CustomerOrder ?? {}).map(([relation, orderId]) => [
        relation,
        { orderId: orderId ?? '', appliedOn: '2026-07-08' },
      ]),
    ),
  saveHiddenLoss: ofAccounts('saveHiddenLoss', { currency: 'USD' }),
  importCertificate: ofAccounts('importCertificate', { text: '{}' }),
  updateContact: (world) => byContact(world, {}),
  createAccount: (world) => {
    const least = { ...leastInput('createAccount', world.named), country: 'DE', critical: true }
    const far = world.rows.Region?.region ?? ''
    return { own: { ...least, regionId: world.named.regionId ?? '' }, region: { ...least, regionId: far } }
  },
  linkCustomer: (world) => {
    const contactId = globalId('Contact', world.customers.region.contactId)
    const stranger = globalId('Contact', world.customers.own.contactId)
    return Object.fromEntries(
      (['own', 'department', 'account', 'region'] as const).map((relation) => [
        relation,
        { id: globalId('Claim', world.claims[relation].id), contactId: relation === 'region' ? stranger : contactId },
      ]),
    )
  },
  revokeCustomerLinks: ({ rows }) => byRelation(rows.Claim, { linkIds: [] }),
  // A block that nobody wrote is taken back; a task without its department is wrong after the permission.
  writeVisitBlock: ({ rows }) => byRelation(rows.Visit, { block: 'promises' }),
  // A record without lines is wrong after the permission.
  recordVisitProcessing: ({ rows }) => byRelation(rows.Visit, { lines: [] }),
  turnVisitFinding: ({ rows }) => byRelation(rows.VisitFinding, { kind: 'task', note: 'Look at it' }),
  // What was done already is done again: it changes nothing, and says as well who may.
  removeAttachment: ({ takenOff }) => byRelation(takenOff, {}),
  restoreAttachment: ({ rows }) => byRelation(rows.Attachment, {}),
  showAttachment: ({ rows }) => byRelation(rows.Attachment, { shown: true }),
  enterResponse: (world) => byContact(world, { waveId: world.rows.SurveyWave?.any ?? '', language: 'en', answers: [] }),
  setSurveyOptOut: (world) => byContact(world, { optedOut: false }),
  // Was sent, so there is nothing to send again.
  resendMail: ({ rows }) => byRelation(rows.MailMessage, {}),
  recordFollowUpCall: ofFollowUps('recordFollowUpCall'),
  closeFollowUp: ofFollowUps('closeFollowUp'),
  assignFollowUp: ofFollowUps('assignFollowUp'),
  // Was called already.
  recordGratitudeCall: ({ rows }) => byRelation(rows.GratitudeCall, { result: 'noIssue' }),
  askSilentCustomer: ofAccounts('askSilentCustomer', {}),
  changeTheme: ofThemes('changeTheme'),
  moveTheme: ofThemes('moveTheme'),
  recordAbsence: () => ({ own: absence(OWN), other: absence(OTHER) }),
  removeAbsence: () => ({ own: { absenceId: OWN }, other: { absenceId: OTHER } }),
}

const OWN = 'own'
const OTHER = 'other'
const absence = (personId: string): JsonObject => ({
  personId,
  from: '2027-02-02T00:00:00Z',
  to: '2027-02-01T00:00:00Z',
})

/** The same with the viewer's own person, or another, in place. */
export function ofPerson(world: MatrixWorld, viewer: MatrixViewer, input: JsonObject): JsonObject {
  if (input.personId !== OWN && input.personId !== OTHER) return input
  return { ...input, personId: personOf(world, viewer, input.personId) }
}

/** An absence to be removed, entered for this one try. */
export async function removableAbsence(
  { db }: Engine,
  world: MatrixWorld,
  viewer: MatrixViewer,
  { absenceId }: JsonObject,
): Promise<JsonObject> {
  const [, personId = ''] = Buffer.from(personOf(world, viewer, absenceId), 'base64url')
    .toString()
    .split(':')
  const { id } = await db
    .insertInto('absence')
    .values({ person_id: personId, from_at: new Date('2027-03-01'), to_at: new Date('2027-03-02') })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { absenceId: globalId('Absence', id) }
}

/** A fresh comment of the viewer's own in place of the one that the input names, on the same case. */
export async function ownComment({ db, now }: Engine, viewer: MatrixViewer, input: JsonObject): Promise<JsonObject> {
  if (viewer.kind !== 'person') return input
  const [, key = ''] = Buffer.from(String(input.id), 'base64url').toString().split(':')
  const { id } = await db
    .insertInto('comment')
    .columns(['case_id', 'author_id', 'body', 'at'])
    .expression((eb) =>
      eb
        .selectFrom('comment')
        .where('id', '=', key)
        .select(['case_id', eb.val(viewer.id).as('author_id'), eb.val('Own').as('body'), now().as('at')]),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return { ...input, id: globalId('Comment', id) }
}

/** A contact of a customer is no person of the works: for him both are another. */
function personOf({ rows }: MatrixWorld, viewer: MatrixViewer, which: unknown): string {
  return which === OWN && viewer.kind === 'person' ? globalId('Person', viewer.id) : (rows.Person?.other ?? '')
}

function byContact({ customers }: MatrixWorld, more: JsonObject): Record<string, JsonObject> {
  return Object.fromEntries(
    Object.entries(customers).map(([relation, { contactId }]) => [
      relation,
      { ...more, contactId: globalId('Contact', contactId) },
    ]),
  )
}

function byRelation(ids: Rows[string] | undefined, more: JsonObject): Record<string, JsonObject> {
  return Object.fromEntries(Object.entries(ids ?? {}).map(([relation, id]) => [relation, { ...more, id: id ?? '' }]))
}

function byCustomer({ customers }: MatrixWorld, input: (accountId: string) => JsonObject): Record<string, JsonObject> {
  return Object.fromEntries(
    Object.entries(customers).map(([relation, { id }]) => [relation, input(globalId('Account', id))]),
  )
}
