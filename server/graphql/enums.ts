// GraphQL enums straight from the word lists: the words are the values, their meanings the descriptions.
import type { Words } from '../../schema/vocabulary.ts'
import { builder } from './builder.ts'
import { registerEnum } from './input-of.ts'

export function enumOf<T extends Readonly<Record<string, string>>>(name: string, description: string, list: T) {
  const values = Object.fromEntries(
    Object.entries(list).map(([word, meaning]) => [word, { value: word, description: meaning }]),
  ) as Record<Words<T>, { value: Words<T>; description: string }>
  const ref = builder.enumType(name, { description, values })
  registerEnum(name, ref)
  return ref
}
