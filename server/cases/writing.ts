// The way into every write on a case that is no step: the case locked, the permission asked, who writes in which role.
import type { EffectScope, Engine } from '../core/engine.ts'
import { lockCase, rowFactsOf } from '../core/lock.ts'
import type { Action } from '../core/permission-table.ts'
import { actorsFor } from '../core/permissions.ts'
import { Refused } from '../core/refusal.ts'
import type { PersonViewer, Viewer } from '../core/viewer.ts'
import type { Work } from '../core/work.ts'

export async function writing(engine: Engine, work: Work, viewer: Viewer, caseId: string, action: Action) {
  const locked = await lockCase(engine, work, viewer, caseId)
  const [as] = actorsFor(viewer, action, rowFactsOf(locked, null))
  if (!as || viewer.kind !== 'person') throw new Refused({ kind: 'notAllowed' })
  const person: PersonViewer = viewer
  const scope: EffectScope = {
    engine,
    work,
    trx: work.trx,
    subject: { kind: locked.kind, caseId, taskId: null },
    locked,
    viewer,
    at: locked.now,
  }
  return { scope, person, as }
}
