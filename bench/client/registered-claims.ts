// Claims of the demo world that wait to be acknowledged.
import pg from 'pg'
import type { RoleConnection } from '../../server/core/connection.ts'

/** Their numbers, the newest first. */
export async function registeredClaims(owner: RoleConnection, most: number): Promise<string[]> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    const { rows } = await client.query<{ number: string }>(
      `select number from service_case where kind = 'claim' and state = 'registered' order by opened_at desc limit $1`,
      [most],
    )
    return rows.map(({ number }) => number)
  } finally {
    await client.end()
  }
}
