// A port that is taken is told in plain words, before anything else is begun.
import { expect, it } from 'vitest'
import { assertPortFree, listen } from '../../server/http-server.ts'

it('is told of as taken while somebody listens, and as free afterwards', async () => {
  const host = '127.0.0.1'
  const other = await listen((_request, response) => response.end(), { port: 0, host })
  const { port } = other
  await expect(assertPortFree({ port, host })).rejects.toThrow(
    `Port ${port} of 127.0.0.1 is in use. Stop what listens there, or set PORT to another one.`,
  )
  await other.close(0)
  await expect(assertPortFree({ port, host })).resolves.toBeUndefined()
})
