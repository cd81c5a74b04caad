/** GraphQL over HTTP as its working group audits it. */
import { type AuditResult, auditServer } from 'graphql-http'
import { expect, it } from 'vitest'
import { openDoor } from './door.ts'

async function audit(introspection: boolean): Promise<AuditResult[]> {
  const door = await openDoor({ configuration: { introspection } })
  try {
    await door.person('auditor@example.test')
    const cookie = await door.signIn('auditor@example.test')
    const fetchFn = (url: string, init: RequestInit = {}) =>
      fetch(url, { ...init, headers: { ...init.headers, cookie, origin: door.url } })
    return await auditServer({ url: `${door.url}/graphql`, fetchFn })
  } finally {
    await door.close()
  }
}

const failing = (results: AuditResult[]) => results.filter(({ status }) => status !== 'ok').map(({ id }) => id)

it('passes all 61 audits with introspection on', async () => {
  const results = await audit(true)
  expect(results).toHaveLength(61)
  expect(failing(results)).toEqual([])
})

it('differs in exactly the four audits that ask the schema, with introspection off', async () => {
  expect(failing(await audit(false)).sort()).toEqual(['28B9', '2EA1', '6A70', 'D6D5'])
})
