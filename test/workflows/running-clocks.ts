// What the engine would have running after a chart's effects: clocks by name and line, with the reasons why they pause.
import type { JsonObject } from '../../schema/json.ts'
import type { Effect } from '../../server/workflows/chart.ts'

export class RunningClocks {
  private readonly running = new Map<string, Set<string>>()

  apply(effects: readonly Effect[]): void {
    for (const { name, params } of effects) {
      if (name === 'startClock') this.start(keyOf(params))
      if (name === 'stopClock') this.stop(keyOf(params))
      if (name === 'pauseClocks') for (const clock of clocksOf(params)) this.running.get(clock)?.add(`${params.reason}`)
      if (name === 'resumeClocks')
        for (const clock of clocksOf(params)) this.running.get(clock)?.delete(`${params.reason}`)
    }
  }

  get names(): Set<string> {
    return new Set([...this.running.keys()].map((key) => key.split(' ')[0] ?? key))
  }

  /** Reasons why the clock pauses; null when it does not run. */
  pauses(clock: string): string[] | null {
    const reasons = this.running.get(clock)
    return reasons ? [...reasons] : null
  }

  /** Only a clock that runs and does not pause can pass. */
  canPass(clock: string): boolean {
    return this.names.has(clock) && (this.pauses(clock) ?? []).length === 0
  }

  private start(key: string): void {
    if (this.running.has(key)) throw new Error(`${key} is started while it runs`)
    this.running.set(key, new Set())
  }

  private stop(key: string): void {
    for (const running of [...this.running.keys()]) {
      if (running === key || running.startsWith(`${key} `)) this.running.delete(running)
    }
  }
}

function keyOf({ clock, lineId }: JsonObject): string {
  return lineId ? `${clock} ${lineId}` : `${clock}`
}

function clocksOf({ clocks }: JsonObject): string[] {
  return Array.isArray(clocks) ? clocks.map(String) : []
}
