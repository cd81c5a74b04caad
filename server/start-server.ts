// Runs the server: database, schema, demo world on the first start, deadlines, letters, HTTP; ends in order.
import module from 'node:module'
import { pino } from 'pino'
import { schema } from './api.ts'
import { attachmentPlaces } from './cases/attachment-places.ts'
import { createAuthentication } from './core/authentication.ts'
import { findChromium } from './core/chromium.ts'
import { ConfigurationError, readConfiguration } from './core/configuration.ts'
import { openObservation } from './core/observation.ts'
import { FolderInUse } from './core/postgres-occupants.ts'
import { openPrinter } from './core/print-pdf.ts'
import { startDaemons } from './daemons.ts'
import { readPersistedDocuments } from './graphql/persisted-documents.ts'
import { createApp } from './http.ts'
import { listenForMetrics } from './http-metrics.ts'
import { assertPortFree, listen, PortTaken } from './http-server.ts'
import { supplyFullSchemas } from './materials/full-schemas.ts'
import { openEngine } from './open-engine.ts'
import { provideWorld, tellSignIns } from './tools/first-start.ts'
import { provideClient } from './tools/provide-client.ts'

export async function startServer(): Promise<void> {
  await run().catch((error: unknown) => {
    const plain = [ConfigurationError, FolderInUse, PortTaken].some((kind) => error instanceof kind)
    process.stderr.write(`${error instanceof Error ? (plain ? error.message : error.stack) : String(error)}\n`)
    process.exit(1)
  })
  module.flushCompileCache()
}

/**
 * Lines are written in order while requests go on, together with those of the next moments: a write for each was a fifth of a small
 * request's processor time. What waits is written when the process ends.
 */
const LINES = { dest: 1, sync: false, minLength: 4_096, periodicFlush: 200 }

async function run(): Promise<void> {
  const configuration = readConfiguration(process.env)
  const logger = pino({ level: configuration.logLevel }, pino.destination(LINES))
  const tell = (message: string) => process.stdout.write(`${message}\n`)
  const report = (error: Error) => logger.warn({ err: error }, 'a connection was lost')
  await assertPortFree(configuration)
  if (configuration.certificateSchemaDirectory) await supplyFullSchemas(configuration.certificateSchemaDirectory)
  const client = provideClient(tell)
  const { observer, metrics, stop: stopObserving } = await openObservation(configuration)
  const { engine, close } = await openEngine(configuration, report, tell, observer)
  metrics?.readFrom(engine)
  const auth = createAuthentication(engine.db, configuration, logger)
  const signIns = await provideWorld(engine, configuration, tell)
  await client
  let closing = false
  const places = attachmentPlaces(configuration)
  if (places.scanner) metrics?.readScanner(places.scanner)
  const daemons = await startDaemons(engine, configuration, places, logger)
  const app = createApp({
    engine,
    auth,
    schema,
    configuration,
    logger,
    observer,
    places,
    documents: configuration.persistedDocuments
      ? await readPersistedDocuments(configuration.persistedDocuments)
      : new Map(),
    printer: openPrinter({ program: findChromium(configuration.chromiumPath) }),
    signIns,
    closing: () => closing,
  })
  const server = await listen(app, configuration)
  const figures = metrics && configuration.metrics && (await listenForMetrics(metrics, configuration.metrics, logger))
  tell(`\nOpen ${configuration.publicUrl}`)
  if (figures) tell(`Metrics on port ${figures.port}`)
  tellSignIns(signIns, tell)

  const end = async (): Promise<void> => {
    if (closing) return
    closing = true
    await Promise.all([server.close(), daemons.stop()])
    await close()
    await Promise.all([figures?.close(0), stopObserving()])
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => void end().then(() => process.exit(0)))
  }
}
