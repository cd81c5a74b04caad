// Tries every mutation as every viewer on every relation of its row, with an input that fails after the permission or does no harm.
import { getNamedType, isUnionType } from 'graphql'
import type { JsonObject } from '../../schema/json.ts'
import { schema } from '../../server/api.ts'
import type { Engine } from '../../server/core/engine.ts'
import { globalId } from '../graph.ts'
import { inputType, leastInput } from './inputs.ts'
import { type Asked, prepared } from './prepared.ts'
import type { Group } from './reading.ts'
import { ofPerson, ownComment, removableAbsence, special } from './special-inputs.ts'
import { type Column, columnNames, type MatrixViewer } from './viewers.ts'
import { type MatrixWorld, relationNames } from './world.ts'

export const mutationNames = Object.keys(schema.getMutationType()?.getFields() ?? {})

/** y may · n NotAllowed · . NotFound. One sign for each relation. */
export async function tryMutation(
  engine: Engine,
  world: MatrixWorld,
  mutation: string,
  who: readonly Column[] = columnNames,
): Promise<Group> {
  const inputs = inputsOf(world, mutation)
  const asked = documentOf(mutation)
  const cells: Partial<Record<Column, string>> = {}
  for (const column of who) {
    const viewer = world.viewers[column]
    const signs = Object.values(inputs).map(async (input) => {
      const given = await givenFor(engine, world, mutation, viewer, input)
      const { answer } = (await asked(engine, viewer, { input: given })) as { answer: Answer }
      return signOf(mutation, answer.rows ? (answer.rows[0]?.refusal ?? answer) : answer)
    })
    cells[column] = (await Promise.all(signs)).join('')
  }
  return {
    label: mutation,
    relations: Object.keys(inputs),
    lines: [{ name: mutation, cells: cells as Record<Column, string> }],
  }
}

function givenFor(
  engine: Engine,
  world: MatrixWorld,
  mutation: string,
  viewer: MatrixViewer,
  input: JsonObject,
): Promise<JsonObject> | JsonObject {
  if (mutation === 'removeAbsence') return removableAbsence(engine, world, viewer, input)
  return ofComment(mutation) ? ownComment(engine, viewer, input) : ofPerson(world, viewer, input)
}

const ofComment = (mutation: string) => ['editComment', 'deleteComment', 'restoreComment'].includes(mutation)

interface Answer {
  __typename: string
  rows?: { refusal: { __typename: string } | null }[]
}

const STALE = 999

function inputsOf(world: MatrixWorld, mutation: string): Record<string, JsonObject> {
  const own = special[mutation]
  if (own) return own(world)
  const least = leastInput(mutation, world.named)
  const subject = subjectOf(mutation)
  if (!subject) return { any: least }
  const revision: JsonObject = 'revision' in least ? { revision: STALE } : {}
  const on = (id = ''): JsonObject => {
    if ('ids' in least) return { ...least, ids: [id] }
    return 'rows' in least ? { ...least, rows: [{ id, revision: STALE }] } : { ...least, id, ...revision }
  }
  const rows: Record<string, JsonObject> = Object.fromEntries(
    relationNames.map((relation) => [relation, on(world.rows[subject]?.[relation])]),
  )
  if (subject === 'Task') rows.shared = on(world.rows['Task of another department']?.own)
  if (late.includes(mutation)) rows.late = on(globalId('Claim', world.claims.late.id))
  if (lateTrial.includes(mutation)) rows.late = on(world.rows['TrialBatch decided late']?.own)
  return rows
}

/** Events that the chart gives to others from the third time on, or when it is critical. */
const late = [
  'requestInformation',
  'requestInformationOnClaims',
  'reinvestigateClaim',
  'reviseOffer',
  'reopenClaim',
  'waiveImprovement',
]

/** Events of a trial batch that go to others once the cost is with the management, a group failed, or it was repeated. */
const lateTrial = ['declineTrial', 'stopTrial', 'repeatTrial']

/** The type of the row that `id` names. */
function subjectOf(mutation: string): string | null {
  const name = answerOf(mutation)
  if (mutation === 'keepPromise') return 'Promise'
  if (ofComment(mutation)) return 'Comment'
  if (name === 'TaskAnswer') return 'Task'
  if (name === 'VisitAnswer') return 'Visit'
  if (name === 'TrialAnswer' && mutation !== 'requestTrial') return 'TrialBatch'
  if (name.endsWith('RecommendationAnswer') || name === 'RecordRecommendationEffectAnswer') return 'Recommendation'
  return name === 'BulkAnswer' || name === 'ClaimAnswer' || name === 'CaseAnswer' || name === 'CustomerLinkAnswer'
    ? 'Claim'
    : null
}

function answerOf(mutation: string): string {
  const answer = schema.getMutationType()?.getFields()[mutation]?.type
  return answer ? getNamedType(answer).name : ''
}

function documentOf(mutation: string): Asked {
  const bulk = answerOf(mutation) === 'BulkAnswer'
  return prepared(
    `mutation($input: ${String(inputType(mutation))}) { answer: ${mutation}(input: $input) { __typename ... on Invalid { fields { field code } } ${bulk ? '... on BulkDone { rows { refusal { __typename ... on Invalid { fields { field code } } } } }' : ''} } }`,
  )
}

/** An input that the parser already refuses would say nothing of a row: only commands without one may answer so. */
function signOf(mutation: string, answer: { __typename: string }): string {
  switch (answer.__typename) {
    case 'NotAllowed':
      return 'n'
    case 'NotFound':
      return '.'
    case 'Stale':
      return 'y'
    case 'Invalid':
      if (!special[mutation] && subjectOf(mutation)) throw new Error(`${mutation}: ${JSON.stringify(answer)}`)
      return 'y'
    default:
      return succeeded(mutation, answer.__typename)
  }
}

function succeeded(mutation: string, typename: string): string {
  const answer = schema.getMutationType()?.getFields()[mutation]?.type
  const type = answer ? getNamedType(answer) : undefined
  const refusal = schema.getType('Refusal')
  const known = isUnionType(type) && type.getTypes().some(({ name }) => name === typename)
  if (!known || !refusal || typename === 'WrongState' || typename === 'KeyReused')
    throw new Error(`${mutation} answered ${typename}`)
  return 'y'
}
