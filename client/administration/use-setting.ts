// Sends one change of administration and says what came of it; the same words sent again keep their key.
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type TypedDocumentNode, useClient } from 'urql'

export interface FieldFault {
  field: string | null
  text: string
}

export type Outcome = { kind: 'done' } | { kind: 'refused'; text: string; faults: readonly FieldFault[] }

interface Answer {
  __typename: string
  text?: string
  fields?: readonly FieldFault[]
}

export function useSetting() {
  const { t } = useTranslation()
  const graph = useClient()
  const sent = useRef({ words: '', key: '' })
  return async <D extends { [name in keyof D]: Answer }, I extends object>(
    document: TypedDocumentNode<D, { input: I; key: string }>,
    input: I,
  ): Promise<Outcome> => {
    const words = JSON.stringify(input)
    if (sent.current.words !== words) sent.current = { words, key: crypto.randomUUID() }
    const { data, error } = await graph.mutation(document, { input, key: sent.current.key }).toPromise()
    const answer = data && Object.values<Answer>(data)[0]
    if (!answer) return { kind: 'refused', text: error?.graphQLErrors[0]?.message ?? t('common.lost'), faults: [] }
    sent.current = { words: '', key: '' }
    if (answer.text === undefined) return { kind: 'done' }
    return { kind: 'refused', text: answer.text, faults: answer.fields ?? [] }
  }
}
