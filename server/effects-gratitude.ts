// What a thank-you call leaves with other slices: a talk with the customer, and of a problem a claim.
import { saveEntry } from './accounts/entry-commands.ts'
import { registerClaim } from './claims/commands.ts'
import type { Engine } from './core/engine.ts'
import { readPersonViewer } from './core/session-viewer.ts'
import { transact } from './core/transaction.ts'

/** What was said in a thank-you call (SAT-11): a talk with the customer, and of a problem a claim, by the person who called; once. */
export async function keepGratitudeCall(engine: Engine, callId: string): Promise<void> {
  const call = await engine.db.selectFrom('gratitude_call').where('id', '=', callId).selectAll().executeTakeFirst()
  if (!call?.called_by || !call.called_at || !call.said) return
  const viewer = await readPersonViewer(engine.db, call.called_by)
  if (!viewer) return
  const { account_id: accountId, called_at: at, said, result } = call
  const request = { viewer, name: 'keepGratitudeCall', key: `gratitude ${callId}`, body: { callId } }
  await transact(engine, request, async (work) => {
    const kept = { table: 'contact_entry', action: 'account.talk' } as const
    const subject = said.split('\n')[0]?.slice(0, 300) ?? ''
    const talk = {
      accountId,
      at: at.toISOString(),
      channel: 'phone',
      begunBy: 'works',
      subject,
      summary: said,
      personId: viewer.id,
    }
    const entryId = await saveEntry(work, viewer, kept, talk)
    const told = { accountId, whatHappened: said, receivedAt: at.toISOString(), channel: 'phone' as const, items: [] }
    const claimId = result === 'problem' ? (await registerClaim(engine, work, viewer, told)).subject.caseId : null
    const places = { entry_id: entryId, claim_id: claimId }
    await work.trx.updateTable('gratitude_call').set(places).where('id', '=', callId).execute()
    return {}
  })
}
