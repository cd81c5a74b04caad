/** Opens what the settings ask for: figures for Prometheus, traces for OpenTelemetry, or nothing at all. */
import type { Configuration } from './configuration.ts'
import type { Metrics } from './metrics.ts'
import { type Observer, observeWith } from './observer.ts'

export interface Observation {
  /** Undefined when nobody watches. */
  observer: Observer | undefined
  metrics: Metrics | undefined
  stop(): Promise<void>
}

export async function openObservation({
  metrics: figures,
  tracing: traces,
}: Pick<Configuration, 'metrics' | 'tracing'>): Promise<Observation> {
  const [metrics, tracing] = await Promise.all([
    figures && import('./metrics.ts').then(({ createMetrics }) => createMetrics()),
    traces && import('./tracing.ts').then(({ openTracing }) => openTracing(traces.endpoint, traces.serviceName)),
  ])
  const observers = [metrics?.observer, tracing?.observer].filter((one) => one !== undefined)
  return {
    observer: observers.length > 0 ? observeWith(observers) : undefined,
    metrics,
    stop: async () => tracing?.stop(),
  }
}
