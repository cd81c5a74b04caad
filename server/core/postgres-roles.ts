/** The roles and the database of a cluster: `csg_owner` owns the schema, `csg_app` works with its rows. */
import pg from 'pg'
import type { Connection } from './connection.ts'
import type { Passwords } from './postgres-cluster.ts'

export const OWNER_ROLE = 'csg_owner'
export const APP_ROLE = 'csg_app'
export const DATABASE = 'csg'

const ROLES_LOCK = 7_203_301

/** Makes what is missing; may run at every start and in several processes at once. */
export async function provideRoles(superuser: Connection, passwords: Passwords): Promise<void> {
  const client = new pg.Client(superuser)
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [ROLES_LOCK])
    await provideRole(client, OWNER_ROLE, passwords.owner)
    await provideRole(client, APP_ROLE, passwords.app)
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE])
    if (!rowCount) await client.query(`create database ${DATABASE} owner ${OWNER_ROLE}`)
  } finally {
    await client.end()
  }
}

async function provideRole(client: pg.Client, role: string, password: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role])
  if (!rowCount) await client.query(`create role ${role} login password ${client.escapeLiteral(password)}`)
}
