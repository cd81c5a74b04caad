// What a customer says through the link to his claim: an answer to what was asked, that he accepts the offer, or that he does not agree.
import { sql } from 'kysely'
import { z } from 'zod'
import type { Engine } from '../core/engine.ts'
import { text, whole, word } from '../core/input.ts'
import { Refused } from '../core/refusal.ts'
import { transact } from '../core/transaction.ts'
import type { ContactViewer } from '../core/viewer.ts'
import { sendClaimEvent } from './commands.ts'
import { readLinkedClaim } from './link-queries.ts'

const replies = {
  answer: 'Answers what was asked',
  accept: 'Accepts the offer',
  dispute: 'Does not agree',
} as const

export const claimReplyInput = z.object({
  kind: word('ClaimReply', replies),
  text: text(5_000),
  revision: whole(1, 1_000_000_000),
  key: z.string().min(8).max(128),
})

/** Takes the claim through the event that the reply stands for. Refuses `notAllowed` what the claim does not wait for, and as `advance` does. */
export async function replyToClaim(
  engine: Engine,
  viewer: ContactViewer,
  { kind, text: said, revision, key }: z.output<typeof claimReplyInput>,
): Promise<void> {
  const request = { viewer, name: `customer ${kind}`, key, body: { kind, text: said, revision } }
  await transact(engine, request, async (work) => {
    const claim = await readLinkedClaim(work.trx, viewer)
    if (!claim?.may[kind]) throw new Refused({ kind: 'notAllowed' })
    const order = { caseId: viewer.caseId, revision, viewer, at: null }
    if (kind === 'answer') {
      await sendClaimEvent(engine, work, { ...order, event: 'provideInformation', payload: { whatCame: said } })
    } else if (kind === 'dispute') {
      await sendClaimEvent(engine, work, { ...order, event: 'customerDisputes', payload: { reason: said } })
    } else {
      const { rows } = await sql<{ at: Date }>`select ${engine.now()} as at`.execute(work.trx)
      const payload = { acceptedAt: (rows[0]?.at ?? new Date()).toISOString(), letter: said }
      await sendClaimEvent(engine, work, { ...order, event: 'customerAccepts', payload })
    }
    return {}
  })
}
