// One step on the claim as a person takes it: look at it, see the step offered, take it with the revision that was seen.
import type { Session } from './session.ts'

export interface ClaimState {
  number: string
  state: string
  waiting: string
  improvementState: string | null
  revision: number
}

interface OfferedAction {
  event: string
  ready: boolean
  requires: { text: string; hint: boolean; fromInput: boolean }[]
}

const stateFields = 'number state waiting improvementState revision'

/** @throws when the step is not offered to this person, or is blocked by something that the sender cannot fill in. */
export async function takeStep(
  session: Session,
  claimId: string,
  event: string,
  mutation: string,
  input: Record<string, unknown> = {},
): Promise<ClaimState> {
  const revision = await offeredRevision(session, 'claim', claimId, event)
  const moved = await session.send<{ claim: ClaimState }>(
    mutation,
    { id: claimId, revision, ...input },
    `... on ClaimMoved { claim { ${stateFields} } }`,
  )
  return moved.claim
}

/** The revision at which the step is offered to this person. @throws when it is not, or is blocked. */
export async function offeredRevision(
  session: Session,
  kind: 'claim' | 'trialBatch' | 'visit',
  id: string,
  event: string,
): Promise<number> {
  const { found } = await session.ask<{ found: { revision: number; actions: OfferedAction[] } | null }>(
    `query($id: ID!) { found: ${kind}(id: $id) { revision actions { event ready requires { text hint fromInput } } } }`,
    { id },
  )
  if (!found) throw new Error(`${session.who} does not see the ${kind}`)
  const action = found.actions.find((offered) => offered.event === event)
  if (!action)
    throw new Error(`${event} is not offered to ${session.who}, only ${found.actions.map(nameOf).join(', ')}`)
  if (!action.ready) throw new Error(`${event} still lacks: ${action.requires.filter(blocks).map(textOf).join('; ')}`)
  return found.revision
}

/** Whether the API offers the step to this person now. */
export async function offers(session: Session, claimId: string, event: string): Promise<boolean> {
  const { claim } = await session.ask<{ claim: { actions: OfferedAction[] } | null }>(
    'query($id: ID!) { claim(id: $id) { actions { event ready } } }',
    { id: claimId },
  )
  return claim?.actions.some((action) => action.event === event && action.ready) === true
}

function nameOf({ event }: OfferedAction): string {
  return event
}

function blocks({ hint, fromInput }: OfferedAction['requires'][number]): boolean {
  return !hint && !fromInput
}

function textOf({ text }: { text: string }): string {
  return text
}
