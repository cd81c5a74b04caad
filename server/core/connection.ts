/** How to reach one PostgreSQL database as one role, in the words of the `pg` driver. */
export type Connection = UrlConnection | RoleConnection

export type UrlConnection = { readonly connectionString: string }

export type RoleConnection = {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
  readonly database: string
}
