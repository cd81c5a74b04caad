// The search by hand, by the same hits.
import type pg from 'pg'
import { label } from '../../server/core/labels/label.ts'
import { globalId } from '../../server/graphql/node.ts'
import { searchStatement } from '../operations/search.ts'

interface Hit {
  id: string
  number: string
  title: string
  kind: string
  state: string
  open: boolean
  opened_at: Date
  account_id: string
  account_name: string
}

export async function searchByHand(pool: pg.Pool, { part, words }: { part: string; words: string }) {
  const { rows } = await pool.query<Hit>({ name: 'search', text: searchStatement, values: [part, words] })
  return {
    search: rows.map((hit) => ({
      id: globalId('Claim', hit.id),
      number: hit.number,
      title: hit.title,
      kind: hit.kind,
      stateLabel: label('en', 'claimState', hit.state as 'closed'),
      open: hit.open,
      openedAt: hit.opened_at,
      account: { id: globalId('Account', hit.account_id), name: hit.account_name },
    })),
  }
}
