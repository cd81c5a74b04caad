// Who watches a case hears of each change of its state, unless the step itself told him already.
import type { EffectScope } from '../core/engine.ts'
import { post } from '../core/pipelined.ts'
import type { ChartEvent } from '../workflows/chart.ts'
import { notify } from './notifications.ts'

export async function tellWatchers(
  scope: EffectScope,
  event: ChartEvent,
  { from, to }: { from: readonly string[]; to: readonly string[] },
): Promise<void> {
  if (scope.subject.taskId !== null || from.join() === to.join()) return
  await post(scope.trx, { execute: () => tellThose(scope, event) })
}

async function tellThose(scope: EffectScope, event: ChartEvent): Promise<void> {
  const { trx, subject, at } = scope
  const watchers = await trx
    .selectFrom('watcher')
    .where('case_id', '=', subject.caseId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('notification')
            .whereRef('notification.person_id', '=', 'watcher.person_id')
            .where('notification.case_id', '=', subject.caseId)
            .where('notification.at', '=', at),
        ),
      ),
    )
    .select('person_id')
    .execute()
  await notify(
    scope,
    watchers.map(({ person_id }) => person_id),
    { kind: 'watched', what: event.type },
  )
}
