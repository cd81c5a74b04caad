// Visits that claims of the demo world asked for: those of the past were answered by telephone.
import { transact } from '../../core/transaction.ts'
import { systemViewer } from '../../core/viewer.ts'
import { sendVisitEvent } from '../../visits/commands.ts'
import type { World } from './world.ts'

const dayLength = 86_400_000
/** A visit that was asked for within so many days still waits. */
const waitingDays = 4

/** Calls off each visit a day after it was asked for; told again, those that are called off stay so. */
export async function callOffPastVisits({ db, engineAt, cast, end }: World): Promise<void> {
  const asked = await db
    .selectFrom('service_case')
    .where('kind', '=', 'visit')
    .where('state', '=', 'requested')
    .where('opened_at', '<', new Date(end.getTime() - waitingDays * dayLength))
    .orderBy('opened_at')
    .select(['id', 'opened_at'])
    .execute()
  for (const { id, opened_at } of asked) {
    const engine = engineAt(new Date(opened_at.getTime() + dayLength))
    const payload = { whose: 'customer' as const, reason: 'The pictures and a call were enough' }
    const order = { caseId: id, revision: null, event: 'cancel' as const, payload, viewer: cast.is('lead'), at: null }
    const request = { viewer: systemViewer, name: `call off ${id}`, key: null, body: {} }
    await transact(engine, request, async (work) => {
      await sendVisitEvent(engine, work, order)
      return {}
    })
  }
}
