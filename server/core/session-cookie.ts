/** The cookie of a signed-in browser, and the one between password and code: name, its attributes, and the session token in it once the signature is checked. */
import { createHmac, timingSafeEqual } from 'node:crypto'

export interface CookieSettings {
  readonly publicUrl: string
  readonly authSecret: string
}

/** `__Host-` ties the cookie to this very host and to https; browsers refuse that prefix over plain http. */
export function sessionCookieName({ publicUrl }: Pick<CookieSettings, 'publicUrl'>): string {
  return `${isHttps(publicUrl) ? '__Host-' : ''}csg.session`
}

/** The cookie between password and code: it names what was begun, and opens nothing by itself. */
export function codeCookieName({ publicUrl }: Pick<CookieSettings, 'publicUrl'>): string {
  return `${isHttps(publicUrl) ? '__Host-' : ''}csg.code`
}

export function sessionCookieAttributes({ publicUrl }: Pick<CookieSettings, 'publicUrl'>) {
  return { httpOnly: true, sameSite: 'strict', path: '/', secure: isHttps(publicUrl) } as const
}

/** The token of a cookie header whose signature is ours, otherwise null. Of two cookies with the name the first counts. */
export function sessionToken(cookieHeader: string | undefined, settings: CookieSettings): string | null {
  return signedCookie(cookieHeader, sessionCookieName(settings), settings)
}

export function signedCookie(
  cookieHeader: string | undefined,
  name: string,
  settings: Pick<CookieSettings, 'authSecret'>,
): string | null {
  const value = cookieValue(cookieHeader ?? '', name)
  const dot = value.lastIndexOf('.')
  if (dot < 1) return null
  const token = value.slice(0, dot)
  return sameText(value.slice(dot + 1), signatureOf(token, settings.authSecret)) ? token : null
}

function isHttps(url: string): boolean {
  return url.startsWith('https://')
}

function cookieValue(header: string, name: string): string {
  const pair = header.split(';').find((part) => part.trimStart().startsWith(`${name}=`))
  const text = pair?.slice(pair.indexOf('=') + 1).trim() ?? ''
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

/** As better-auth signs its cookies: HMAC-SHA-256 in base64; a test holds the two together. */
function signatureOf(token: string, secret: string): string {
  return createHmac('sha256', secret).update(token).digest('base64')
}

function sameText(one: string, other: string): boolean {
  const left = Buffer.from(one)
  const right = Buffer.from(other)
  return left.length === right.length && timingSafeEqual(left, right)
}
