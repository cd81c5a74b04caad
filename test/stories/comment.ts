// Comments on a case, written through the graph.
import { ask } from '../graph.ts'
import type { DrivenClaim } from './driven-claim.ts'
import { encoded } from './global-ids.ts'
import type { Who } from './world.ts'

export interface CommentAnswer {
  __typename: string
  fields?: { field: string | null; code: string; text: string }[]
}

export async function comment(claim: DrivenClaim, body: string, who: Who = 'engineer'): Promise<CommentAnswer> {
  const { answer } = await ask<{ answer: CommentAnswer }>(
    claim.world.engine,
    claim.world.people[who],
    'mutation($input: AddCommentInput!) { answer: addComment(input: $input) { __typename ... on Invalid { fields { field code text } } } }',
    { input: encoded({ id: claim.key, body }) },
  )
  return answer
}
