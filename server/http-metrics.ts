/** Answers the figures of the process on a port of their own, which the public address never reaches. */
import type { Logger } from 'pino'
import type { Metrics } from './core/metrics.ts'
import { type HttpServer, listen } from './http-server.ts'

/** GET /metrics; anything else is 404. */
export async function listenForMetrics(
  metrics: Pick<Metrics, 'text'>,
  address: { port: number; host: string },
  logger: Pick<Logger, 'error'>,
): Promise<HttpServer> {
  return listen((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end()
      return
    }
    metrics.text().then(
      ({ type, body }) => response.writeHead(200, { 'Content-Type': type }).end(body),
      (error: unknown) => {
        logger.error({ err: error }, 'the figures could not be read')
        response.writeHead(500).end()
      },
    )
  }, address)
}
