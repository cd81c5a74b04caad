/** Tells browsers what our pages may do, and that nobody may frame, sniff or refer to them. */
import type { RequestHandler } from 'express'

/** A year, in seconds. */
const HSTS = 31_536_000

export function securityHeaders(publicUrl: string): RequestHandler {
  const headers = {
    'Content-Security-Policy': contentPolicy(),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    ...(publicUrl.startsWith('https://') && { 'Strict-Transport-Security': `max-age=${HSTS}; includeSubDomains` }),
  }
  return (_request, response, next) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    next()
  }
}

/** Everything from our own origin only; `scripts` adds sources or hashes for one page. */
export function contentPolicy(scripts = ''): string {
  return [
    "default-src 'none'",
    `script-src 'self' ${scripts}`.trim(),
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** GraphiQL is loaded from its publisher's network; it stands open in development only. */
export const GRAPHIQL_POLICY = [
  "default-src 'self' https://unpkg.com data: blob: 'unsafe-inline'",
  "script-src 'self' https://unpkg.com blob: 'unsafe-inline' 'unsafe-eval'",
  "frame-ancestors 'none'",
].join('; ')
