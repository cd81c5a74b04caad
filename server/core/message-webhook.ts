// Hands SMS and messenger texts to a gateway of the operator: one signed POST for each.
import { createHmac } from 'node:crypto'
import { RefusedForGood } from './mail-transport.ts'

export interface WebhookMessage {
  id: string
  channel: 'sms' | 'message'
  to: string
  language: string
  text: string
}

export interface WebhookSettings {
  url: string
  secret: string
}

/**
 * POSTs the message as JSON with `X-Timestamp` and `X-Signature: sha256=<hex HMAC of timestamp.body>`; `id` is the same on every try.
 * @throws RefusedForGood for a 4xx other than 408 and 429; Error for everything else that is not 2xx.
 */
export async function postMessage(settings: WebhookSettings, message: WebhookMessage, now = new Date()): Promise<void> {
  const body = JSON.stringify(message)
  const timestamp = String(Math.floor(now.getTime() / 1000))
  const response = await fetch(settings.url, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-Timestamp': timestamp,
      'X-Signature': `sha256=${signatureOf(settings.secret, timestamp, body)}`,
    },
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(15_000),
  })
  if (response.ok) return
  const said = `The gateway answered ${response.status}`
  const again = response.status >= 500 || response.status === 408 || response.status === 429
  throw again ? new Error(said) : new RefusedForGood(said)
}

export function signatureOf(secret: string, timestamp: string, body: string): string {
  return createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')
}
