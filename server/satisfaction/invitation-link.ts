// The secret of an invitation's link: made from the invitation under the key of the installation, stored only as its hash.
import { createHash, createHmac } from 'node:crypto'

/** 43 characters of base64url; the same on every try and reminder. */
export function invitationToken(secret: string, invitationId: string): string {
  return createHmac('sha256', secret).update(`survey invitation ${invitationId}`).digest('base64url')
}

export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

export function isToken(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text)
}
