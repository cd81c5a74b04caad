/** Turns away requests that a foreign page makes in the name of a signed-in person. */
import type { RequestHandler } from 'express'
import { trustedOrigins } from './core/trusted-origins.ts'
import { HttpRefusal } from './http-refusal.ts'

/**
 * Refused: a browser's request from another site (also from another host of the same site), an origin that is not ours, and a
 * cookie on a writing method that does not say its origin. Programs without cookies need no origin.
 */
export function refuseForeignOrigins(publicUrl: string): RequestHandler {
  const trusted = trustedOrigins(publicUrl)
  return ({ method, headers }, _response, next) => {
    const writes = method !== 'GET' && method !== 'HEAD'
    const site = headers['sec-fetch-site']
    const sameSite = site === undefined || site === 'same-origin' || (site === 'none' && !writes)
    const known = headers.origin === undefined ? !(writes && headers.cookie) : trusted.has(headers.origin)
    if (!sameSite || !known) {
      throw new HttpRefusal(403, 'FOREIGN_ORIGIN', 'The request does not come from a page of this service.')
    }
    next()
  }
}
