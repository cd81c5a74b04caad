// What can be done with many cases of any kind at once.
import { z } from 'zod'
import { languages } from '../../schema/vocabulary.ts'
import { list, text, word } from '../core/input.ts'
import { bulkCommand } from '../graphql/bulk.ts'
import { nodeId } from '../graphql/input-of.ts'
import { addComment } from './comments.ts'

/** One call takes no more rows; a client with more sends several under one key and shows how far it is. */
const mostRows = 100
const id = nodeId(['Claim', 'TrialBatch', 'Visit'])

bulkCommand({
  name: 'commentOnCases',
  description: 'Adds a comment to colleagues to each case; the customer does not see it.',
  action: 'case.comment',
  input: z.object({
    ids: list(id, mostRows).describe('The cases, 100 at the most.'),
    body: text().describe('The words.'),
    language: word('Language', languages).nullish().describe('Language they are written in; English unless said.'),
  }),
  rows: ({ ids }) => ids.map((id) => ({ id })),
  body: ({ body, language }) => ({ body, language: language ?? null }),
  run: async ({ engine, viewer }, work, { id }, { body, language }) => {
    await addComment(engine, work, viewer, { caseId: id, body, language: language ?? 'en' })
    return { revision: null }
  },
})
