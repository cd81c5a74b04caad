/** The door: one express app that names, guards and routes every request. */
import express, { type Express } from 'express'
import type { GraphQLSchema } from 'graphql'
import type { Logger } from 'pino'
import type { UploadPlaces } from './cases/upload-commands.ts'
import { AUTH_PATH, type Authentication } from './core/authentication.ts'
import type { Configuration } from './core/configuration.ts'
import type { Engine } from './core/engine.ts'
import type { Observer } from './core/observer.ts'
import { openPrinter, type Printer } from './core/print-pdf.ts'
import { createViewerReader } from './core/session-viewer.ts'
import { createSignInLimiter } from './core/sign-in-limiter.ts'
import type { PersistedDocuments } from './graphql/persisted-documents.ts'
import { createGraphql, GRAPHQL_PATH } from './graphql/yoga.ts'
import { ATTACHMENTS_PATH, attachmentRoutes } from './http-attachments.ts'
import { authRoutes } from './http-auth.ts'
import { calendarRoutes } from './http-calendar.ts'
import { CLAIM_LINKS_PATH, claimLinkRoutes } from './http-claim-link.ts'
import { exportsRoute } from './http-exports.ts'
import { graphqlRoute } from './http-graphql.ts'
import { live, ready } from './http-health.ts'
import { refuseForeignOrigins } from './http-origin.ts'
import { refuseOwing } from './http-owing.ts'
import { CLIENT_DIRECTORY, type DemoSignIn, linkedPages, pages } from './http-pages.ts'
import { printedPages } from './http-printed.ts'
import { answerRefusals, HttpRefusal } from './http-refusal.ts'
import { identifyRequests } from './http-request-id.ts'
import { securityHeaders } from './http-security-headers.ts'
import { SURVEYS_PATH, surveyRoutes } from './http-survey.ts'
import { VISIT_LINKS_PATH, visitLinkRoutes } from './http-visit-links.ts'

export interface AppOptions {
  engine: Engine
  auth: Authentication
  schema: GraphQLSchema
  configuration: Pick<Configuration, 'publicUrl' | 'authSecret' | 'trustedProxies' | 'introspection'> &
    Partial<Pick<Configuration, 'mail' | 'secondFactorRoles'>>
  logger: Logger
  /** Told of every request and operation; nobody by default. */
  observer?: Observer | undefined
  /** Where files are kept; without it there is no road for them. */
  places?: UploadPlaces
  /** Makes PDFs; by default there is nothing to make them with. */
  printer?: Printer
  /** Documents of our own client; none by default. */
  documents?: PersistedDocuments
  /** People offered at the sign-in, in the demo only. */
  signIns?: readonly DemoSignIn[]
  /** True once the process is ending. */
  closing?: () => boolean
  clientDirectory?: string
  /** How often an open stream's viewer is looked at again; default 15 s. */
  streamCheckMs?: number
}

export function createApp(options: AppOptions): Express {
  const { engine, auth, schema, configuration, logger, places, closing = () => false } = options
  const { clientDirectory = CLIENT_DIRECTORY, signIns = [], streamCheckMs = 15_000, observer } = options
  const { publicUrl, introspection } = configuration
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.enable('strict routing')
  app.enable('case sensitive routing')
  app.set('query parser', 'simple')
  app.set('trust proxy', [...configuration.trustedProxies])
  app.use(identifyRequests(logger, observer), securityHeaders(publicUrl))
  app.get('/health/live', live)
  app.get('/health/ready', ready(engine.db, closing, places?.scanner))
  // Links come from mails, so that a browser names another site as where it came from.
  app.use(linkedPages(clientDirectory))
  app.use(refuseForeignOrigins(publicUrl))
  const anyViewerOf = createViewerReader(engine, configuration)
  const limiter = createSignInLimiter(engine)
  app.use(AUTH_PATH, authRoutes({ engine, auth, limiter, viewerOf: anyViewerOf, settings: configuration, logger }))
  const viewerOf = refuseOwing(anyViewerOf)
  if (places) app.use(ATTACHMENTS_PATH, attachmentRoutes({ engine, viewerOf, places, logger }))
  app.use(SURVEYS_PATH, surveyRoutes(engine))
  const writeTo = addressToWrite(configuration.mail?.from ?? '')
  app.use(CLAIM_LINKS_PATH, claimLinkRoutes(engine, { limits: places?.limits, writeTo }))
  app.use(VISIT_LINKS_PATH, visitLinkRoutes(engine))
  app.all(
    GRAPHQL_PATH,
    graphqlRoute({
      engine,
      graphql: createGraphql({ schema, introspection, logger, observer }),
      viewerOf,
      documents: options.documents ?? new Map(),
      graphiql: introspection,
      streamCheckMs,
      logger,
    }),
  )
  if (places) app.get('/exports/:id', exportsRoute({ engine, viewerOf, blobs: places.blobs }))
  const printer = options.printer ?? openPrinter({ program: null })
  app.use(calendarRoutes({ engine, viewerOf }))
  app.use(printedPages({ engine, viewerOf, printer }))
  app.use(pages({ directory: clientDirectory, signIns }))
  app.use(() => {
    throw new HttpRefusal(404, 'NOT_FOUND', 'There is nothing here.')
  })
  app.use(answerRefusals(logger))
  return app
}

/** The address behind the sender of our mails, unless nobody reads what is sent to it. */
function addressToWrite(from: string): string | null {
  const address = /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim()
  return address === '' || /^no-?reply@/i.test(address) ? null : address
}
