// What the choice fields of bulk actions offer: nothing that belongs to a single case.
import { useMemo } from 'react'
import { useQuery } from 'urql'
import type { Options } from '../case/step-options.ts'
import { ChoicesDocument } from '../generated/choices.ts'

export function useBulkOptions(): Options {
  const [{ data }] = useQuery({ query: ChoicesDocument, requestPolicy: 'cache-first' })
  return useMemo(() => {
    const people = data?.people?.nodes.map(({ id, name }) => ({ id, label: name }))
    return { personId: people, ownerId: people, analystId: people }
  }, [data])
}
