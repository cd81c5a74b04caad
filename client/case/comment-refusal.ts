// Why a comment was not written, in words; null when it was.
interface Answer {
  __typename: string
  text?: string
  fields?: readonly { text: string }[]
}

export function refusalOf(answer: Answer | undefined, lost: string): string | null {
  if (answer?.__typename === 'CaseWritten') return null
  return answer?.fields?.map(({ text }) => text).join(' ') || answer?.text || lost
}
