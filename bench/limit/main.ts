// The limit: what can be had by hand, with node:http and prepared statements. It knows no session, no permissions and no GraphQL.
import { createServer } from 'node:http'
import pg from 'pg'
import { columnTypes } from '../../server/core/column-parsers.ts'
import { liveStatement, overviewStatement } from '../operations/overview.ts'
import { detailByHand } from './detail.ts'
import { overviewByHand } from './overview.ts'
import { queueByHand } from './queue.ts'
import { searchByHand } from './search.ts'

const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.POOL_SIZE),
  types: columnTypes,
})

const answers: Record<string, (pool: pg.Pool, body: never) => Promise<unknown>> = {
  '/detail': await detailByHand(pool),
  '/queue': queueByHand,
  '/search': searchByHand,
  '/overview': overviewByHand(overviewStatement),
  '/overview-live': overviewByHand(liveStatement),
}

createServer((request, response) => {
  const answer = answers[request.url ?? '']
  if (!answer) {
    response.writeHead(request.url === '/ready' ? 200 : 404).end()
    return
  }
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', async () => {
    try {
      const text = JSON.stringify({ data: await answer(pool, JSON.parse(Buffer.concat(parts).toString()) as never) })
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
      response.end(text)
    } catch (error) {
      response.writeHead(500).end(String(error))
    }
  })
}).listen(Number(process.env.PORT), '127.0.0.1')

process.on('SIGTERM', () => process.exit(0))
