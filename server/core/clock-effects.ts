// The effects of charts that are clocks: named here, carried out on the deadlines of the case.
import type { Clock } from '../../schema/clock.ts'
import type { JsonObject } from '../../schema/json.ts'
import type { Severity } from '../../schema/vocabulary.ts'
import { pauseClocks, recomputeClocks, resumeClocks, startClock, stopClocks } from './deadlines.ts'
import type { EffectHandler, EffectScope } from './engine.ts'
import { plantCalendar } from './plant-calendar.ts'
import { workingBetween } from './working-time.ts'

export const clockEffects: Readonly<Record<string, EffectHandler>> = {
  async startClock(scope, params) {
    const { clock, kind, lineId, notAfter } = params as {
      clock: Clock
      kind?: string
      lineId?: string
      notAfter?: string
    }
    await startClock(scope.trx, scope.subject, {
      clock,
      variant: kind ?? null,
      at: scope.at,
      notAfter: notAfter ? new Date(notAfter) : null,
      lineId: lineId ?? null,
      amount: await amountAsked(scope, params),
    })
  },
  async stopClock({ trx, subject, at }, params) {
    const { clock, lineId } = params as { clock: Clock; lineId?: string }
    await stopClocks(trx, subject, at, { clock, ...(lineId ? { lineId } : {}) })
  },
  async pauseClocks({ trx, subject, at }, params) {
    const { reason, clocks } = params as { reason: string; clocks?: Clock[] }
    await pauseClocks(trx, subject, at, reason, clocks ?? null)
  },
  async resumeClocks({ trx, subject, at }, params) {
    const { clocks } = params as { clocks?: Clock[] }
    await resumeClocks(trx, subject, at, clocks ?? null)
  },
  async recomputeClocks({ trx, subject, at }, params) {
    const { severity } = params as { severity: Severity }
    await recomputeClocks(trx, subject, severity, at)
  },
}

/** Calendar days of a contract, or the working time until a moment asked for; null leaves it to the policy. */
async function amountAsked({ trx, at }: EffectScope, { days, dueAt }: JsonObject) {
  if (typeof days === 'number') return { value: days, unit: 'calendarDays' as const }
  if (typeof dueAt !== 'string') return null
  const { working } = await plantCalendar(trx)
  const hours = workingBetween(working, at, new Date(dueAt)) / 60
  // The column keeps four places: rounded up, the clock never passes before the moment asked for.
  return hours > 0 ? { value: Math.ceil(hours * 10_000) / 10_000, unit: 'workingHours' as const } : null
}
