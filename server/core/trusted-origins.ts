/** The origins whose pages may act for a signed-in person. */

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']

/** The public origin alone; on one's own machine its other names too, since people type either. */
export function trustedOrigins(publicUrl: string): ReadonlySet<string> {
  const { protocol, hostname, port, origin } = new URL(publicUrl)
  if (!LOOPBACK.includes(hostname)) return new Set([origin])
  return new Set(LOOPBACK.map((name) => `${protocol}//${name}${port && `:${port}`}`))
}
