// The road to the server: one client with a cache by id, in the language that was chosen.
import { Client, fetchExchange } from '@urql/core'
import { cacheExchange } from '@urql/exchange-graphcache'
import { embeddedTypes, possibleTypes } from '../generated/cache-shape.ts'
import { apiLanguage } from '../words/language.ts'
import { tellSession } from './session.ts'

const inItsParent = () => null

export function createGraph(): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    exchanges: [
      cacheExchange({ keys: Object.fromEntries(embeddedTypes.map((name) => [name, inItsParent])), possibleTypes }),
      fetchExchange,
    ],
    requestPolicy: 'cache-and-network',
    fetchOptions: () => ({
      headers: { 'accept-language': apiLanguage(), accept: 'application/graphql-response+json, application/json' },
    }),
    fetch: async (...request) => {
      const response = await fetch(...request)
      tellSession(response.status === 401 ? 'out' : 'in')
      return response
    },
  })
}
