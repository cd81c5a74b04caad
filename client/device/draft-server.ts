// Drafts on the server, through the graph.
import type { Client } from '@urql/core'
import { DiscardDraftDocument, ReadDraftDocument, SaveDraftDocument } from '../generated/draft.ts'
import type { DraftServer } from './drafts.ts'

export function draftServer(graph: Client): DraftServer {
  return {
    async read(key) {
      const { data } = await graph.query(ReadDraftDocument, { key }, { requestPolicy: 'network-only' }).toPromise()
      if (!data) return 'lost'
      const { draft } = data.me
      return draft && { body: JSON.parse(draft.body), revision: draft.revision, changedAt: Date.parse(draft.changedAt) }
    },
    async save({ key, body, revision, basedOn }) {
      const input = { key, body: JSON.stringify(body), revision, basedOn }
      const { data } = await graph.mutation(SaveDraftDocument, { input }).toPromise()
      if (!data) return 'lost'
      const answer = data.saveDraft
      if (answer.__typename === 'DraftKept') return answer.revision
      return answer.__typename === 'Stale' ? 'stale' : 'refused'
    },
    async discard(key) {
      const { data } = await graph.mutation(DiscardDraftDocument, { input: { key } }).toPromise()
      return data !== undefined && data !== null
    },
  }
}
