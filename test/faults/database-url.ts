import type { RoleConnection } from '../../server/core/connection.ts'

/** The address of a database behind a socket, as DATABASE_URL takes it. */
export function urlOf({ user, password, host, port, database }: RoleConnection): string {
  const socket = encodeURIComponent(host)
  return `postgres://${user}:${encodeURIComponent(password)}@localhost:${port}/${database}?host=${socket}`
}
