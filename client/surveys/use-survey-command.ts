// Sends one command of surveys and says what came of it, with what was written; the same words sent again keep their key.
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type TypedDocumentNode, useClient } from 'urql'

export interface FieldFault {
  field: string | null
  code: string
  text: string
}

interface Answer {
  __typename: string
  text?: string
  fields?: readonly FieldFault[]
}

export type Told<A> =
  | { kind: 'done'; answer: Exclude<A, { text: string }> }
  | { kind: 'refused'; type: string; text: string; faults: readonly FieldFault[] }

export function useSurveyCommand() {
  const { t } = useTranslation()
  const graph = useClient()
  const sent = useRef({ words: '', key: '' })
  return async <D extends { [name in keyof D]: Answer }, I extends object>(
    document: TypedDocumentNode<D, { input: I; key: string }>,
    input: I,
  ): Promise<Told<D[keyof D]>> => {
    const words = JSON.stringify(input)
    if (sent.current.words !== words) sent.current = { words, key: crypto.randomUUID() }
    const { data, error } = await graph.mutation(document, { input, key: sent.current.key }).toPromise()
    const answer = data ? (Object.values<Answer>(data)[0] as D[keyof D] | undefined) : undefined
    if (!answer) {
      const text = error?.graphQLErrors[0]?.message ?? t('common.lost')
      return { kind: 'refused', type: 'lost', text, faults: [] }
    }
    sent.current = { words: '', key: '' }
    if (answer.text === undefined) {
      return { kind: 'done', answer: answer as Exclude<D[keyof D], { text: string }> }
    }
    return { kind: 'refused', type: answer.__typename, text: answer.text, faults: answer.fields ?? [] }
  }
}
