/** Traces by OpenTelemetry, sent over OTLP/HTTP where a collector is set: a span for a request, its operation and its statements. */
import { context, propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode, type Tracer, trace } from '@opentelemetry/api'
import { type Observer, verbOf, type Watched } from './observer.ts'

export interface Tracing {
  observer: Observer
  /** Sends what is left. */
  stop(): Promise<void>
}

/** `endpoint` is the collector's base, like http://collector:4318; spans go to `/v1/traces` below it. */
export async function openTracing(endpoint: string, serviceName: string): Promise<Tracing> {
  const [{ BatchSpanProcessor, NodeTracerProvider }, { OTLPTraceExporter }, { resourceFromAttributes }] =
    await Promise.all([
      import('@opentelemetry/sdk-trace-node'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
    ])
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` })
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': serviceName }),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  })
  provider.register()
  return { observer: tracer(provider.getTracer('csg')), stop: () => provider.shutdown() }
}

function tracer(tracer: Tracer): Observer {
  return {
    request({ method, route, traceparent }) {
      const parent = traceparent ? propagation.extract(ROOT_CONTEXT, { traceparent }) : ROOT_CONTEXT
      return watch(tracer, `${method} ${route}`, SpanKind.SERVER, parent, {
        'http.request.method': method,
        'http.route': route,
      })
    },
    operation({ name, kind }) {
      const attributes = { 'graphql.operation.name': name, 'graphql.operation.type': kind }
      return watch(tracer, `${kind} ${name}`, SpanKind.INTERNAL, context.active(), attributes)
    },
    statement({ text, ms, failed }) {
      const attributes = { 'db.system.name': 'postgresql', 'db.query.text': text.slice(0, 2_000) }
      const startTime = Date.now() - ms
      const span = tracer.startSpan(verbOf(text), { kind: SpanKind.CLIENT, attributes, startTime })
      if (failed) span.setStatus({ code: SpanStatusCode.ERROR })
      span.end(startTime + ms)
    },
    pool: () => undefined,
  }
}

function watch(
  tracer: Tracer,
  name: string,
  kind: SpanKind,
  parent: typeof ROOT_CONTEXT,
  attributes: Record<string, string>,
): Watched {
  const span = tracer.startSpan(name, { kind, attributes }, parent)
  return {
    run: (work) => context.with(trace.setSpan(parent, span), work),
    end({ failed, status }) {
      if (status !== undefined) span.setAttribute('http.response.status_code', status)
      if (failed) span.setStatus({ code: SpanStatusCode.ERROR })
      span.end()
    },
  }
}
