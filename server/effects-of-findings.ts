// What the findings of a visit become in other slices.
import { saveEntry } from './accounts/entry-commands.ts'
import { openTask } from './cases/task-commands.ts'
import { registerClaim } from './claims/commands.ts'
import type { EffectHandler, EffectScope } from './core/engine.ts'
import { draftRecommendation } from './trial-batches/drafted-recommendations.ts'
import { replaceProcessing } from './trial-batches/processing-writes.ts'
import { tieOutcome } from './visits/report-commands.ts'
import type { TrialPayloads } from './workflows/trial-payloads.ts'

export const findingEffects = {
  async taskFromFinding(scope, params) {
    const { outcomeId, ...order } = params as {
      outcomeId: string
      departmentId: string
      question: string
      dueAt: string
    }
    const { subject } = await openTask(scope, { ...order, purpose: 'visitFollowUp' })
    if (subject.taskId) await tieOutcome(scope, outcomeId, { task_id: subject.taskId })
  },

  async claimFromFinding(scope, params) {
    const { engine, work, trx, viewer, at } = scope
    const { outcomeId, whatHappened } = params as { outcomeId: string; whatHappened: string }
    const { accountId } = scope.locked
    const told = { accountId, whatHappened, receivedAt: at.toISOString(), channel: 'visit' as const, items: [] }
    const { subject } = await registerClaim(engine, work, viewer, told)
    await tieOutcome(scope, outcomeId, { claim_id: subject.caseId })
    const link = { from_case_id: subject.caseId, to_case_id: scope.subject.caseId, kind: 'visitFinding' as const, at }
    await trx.insertInto('case_link').values(link).execute()
  },

  async needFromFinding(scope, params) {
    const { outcomeId, ...need } = params as { outcomeId: string; product: string; requirements: string | null }
    const needId = await enter(scope, 'product_need', need)
    await tieOutcome(scope, outcomeId, { need_id: needId })
  },

  async offerFromFinding(scope, params) {
    const { outcomeId, ...offer } = params as { outcomeId: string; product: string; reason: string }
    const offeredOn = scope.at.toISOString().slice(0, 10)
    const offerId = await enter(scope, 'account_offer', { ...offer, offeredOn })
    await tieOutcome(scope, outcomeId, { offer_id: offerId })
  },

  async planFromFinding(scope, params) {
    const { outcomeId, ...plan } = params as {
      outcomeId: string
      side: string
      text: string
      plannedFor: string | null
    }
    const planId = await enter(scope, 'account_plan', plan)
    await tieOutcome(scope, outcomeId, { plan_id: planId })
  },

  async processingFromVisit(scope, params) {
    // Effects take JSON; what this one is given its command has read from its own input.
    const { lines, competitors } = params as unknown as TrialPayloads['recordProcessing']
    await replaceProcessing(scope, { lines, competitors: competitors ?? [] })
  },

  async recommendationFromFinding(scope, params) {
    const { outcomeId, ...draft } = params as {
      outcomeId: string
      indicator: string
      problem: string
      target: string
    }
    const recommendationId = await draftRecommendation(scope, draft)
    await tieOutcome(scope, outcomeId, { recommendation_id: recommendationId })
  },
} satisfies Readonly<Record<string, EffectHandler>>

/** What a visit found belongs to its customer: who may write the report may enter it. */
function enter(
  { work, viewer, locked }: EffectScope,
  table: 'product_need' | 'account_offer' | 'account_plan',
  values: Readonly<Record<string, unknown>>,
): Promise<string> {
  const { accountId } = locked
  return saveEntry(work, viewer, { table, action: 'visit.submitReport' }, { accountId, ...values })
}
