// A case of any chart on its way: sends events, keeps the stored snapshot as JSON text would, collects effects and clocks.
import type { JsonObject } from '../../schema/json.ts'
import { missingText } from '../../server/core/labels/missing-text.ts'
import type { Chart, ChartEvent, Effect, MissingPart } from '../../server/workflows/chart.ts'
import { step } from '../../server/workflows/step.ts'
import { RunningClocks } from './running-clocks.ts'

export class CaseOnItsWay<Event extends string, Change extends object> {
  snapshot: JsonObject | null = null
  states: string[] = []
  open = false
  effects: Effect[] = []
  readonly clocks = new RunningClocks()
  private readonly chart: Chart
  private readonly eventOf: (type: Event, change: Change | undefined, context: JsonObject) => ChartEvent

  constructor(chart: Chart, eventOf: (type: Event, change: Change | undefined, context: JsonObject) => ChartEvent) {
    this.chart = chart
    this.eventOf = eventOf
  }

  get context(): JsonObject {
    return (this.snapshot?.context ?? {}) as JsonObject
  }

  /** Sends an event that must be taken. */
  send(type: Event, change?: Change): this {
    const result = step(this.chart, this.snapshot, this.eventOf(type, change, this.context))
    if (!result.moved) throw new Error(`${type} was refused: ${JSON.stringify(result.refusal)}`)
    this.snapshot = JSON.parse(JSON.stringify(result.snapshot))
    this.states = result.to
    this.open = result.open
    this.effects = result.effects
    this.clocks.apply(result.effects)
    return this
  }

  /** Sends an event that must be refused: what blocks it in words, or the kind of the refusal. */
  refused(type: Event, change?: Change): string | string[] {
    const result = step(this.chart, this.snapshot, this.eventOf(type, change, this.context))
    if (result.moved) throw new Error(`${type} was taken to ${result.to.join(' ')}`)
    return result.refusal.kind === 'invalid' ? result.refusal.missing.map(said) : result.refusal.kind
  }
}

function said({ code, params }: MissingPart): string {
  return missingText('en', code, params) ?? code
}
