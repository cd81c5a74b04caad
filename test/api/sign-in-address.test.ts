/** Whose address a session is kept with: the socket's, or what a proxy that we trust says. */
import { expect, it } from 'vitest'
import { openDoor, PASSWORD } from './door.ts'

async function addressKept(trustedProxies: string[], headers: Record<string, string>) {
  const door = await openDoor({ configuration: { trustedProxies } })
  try {
    await door.person('anna@example.test')
    await door.tryPassword('anna@example.test', PASSWORD, headers)
    return (await door.db.selectFrom('session').select('ip_address').executeTakeFirstOrThrow()).ip_address
  } finally {
    await door.close()
  }
}

const told = { 'x-forwarded-for': '192.0.2.1, 198.51.100.7', 'x-csg-address': '192.0.2.2' }

it('is the socket’s, whatever the client says', async () => {
  expect(await addressKept([], told)).toBe('127.0.0.1')
})

it('is what the trusted proxy saw, not what its client said', async () => {
  expect(await addressKept(['loopback'], told)).toBe('198.51.100.7')
})
